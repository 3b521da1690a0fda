package muster.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import muster.catalog.Catalog;
import muster.catalog.EntryKind;
import muster.catalog.EntrySetting;
import muster.diagnostic.Nearest;
import muster.diagnostic.Place;
import muster.diagnostic.Problems;
import muster.document.Paths;
import muster.document.yaml.PathValue;
import muster.fleet.stock.Fleet;
import muster.hardware.Chip;
import muster.inference.calibration.Calibration;
import muster.model.Architecture;

/**
 * The assignments of {@code --set} in two parts. A path that begins with a kind of entries, as {@code chip} or {@code model}, and
 * an id changes that entry for the run; any other is of the scenario. {@code fleet} is both: what the section {@code fleet} has
 * as a key is the scenario's, and an id of a fleet is the catalog's.
 *
 * @param catalog the catalog with the entries changed
 * @param entries the changes of entries
 * @param ofScenario the others, in their order
 */
public record EntrySettings(Catalog catalog, List<EntrySetting> entries, List<String> ofScenario) {
    private static final Set<String> PATHS = Paths.of(Scenario.class);
    // What a scenario is made of; entries of other kinds are read by commands beside it, as techniques.
    private static final Set<EntryKind<?>> OF_A_SCENARIO =
            Set.of(Chip.KIND, Fleet.KIND, Architecture.KIND, Calibration.KIND);

    public EntrySettings {
        entries = List.copyOf(entries);
        ofScenario = List.copyOf(ofScenario);
    }

    /** The settings of a scenario; what names no entry, or makes one unsound, is reported. */
    static EntrySettings of(Catalog catalog, List<String> settings, Problems problems) {
        EntrySettings all = new EntrySettings(catalog, List.of(), List.of());
        for (String setting : settings) {
            List<String> keys = PathValue.of(setting).map(PathValue::keys).orElse(List.of());
            Optional<EntryKind<?>> kind = kind(catalog, keys);
            all = kind.isPresent() ? all.with(kind.get(), keys, setting, problems) : all.with(setting);
        }
        return all.checked(catalog, problems);
    }

    /**
     * The catalog with the settings of a command that has no scenario; what is none of an entry is reported too.
     *
     * @param command the name of the command, for the message
     */
    public static EntrySettings alone(Catalog catalog, List<String> settings, String command, Problems problems) {
        EntrySettings all = new EntrySettings(catalog, List.of(), List.of());
        for (String setting : settings) {
            List<String> keys = PathValue.of(setting).map(PathValue::keys).orElse(List.of());
            Optional<EntryKind<?>> kind = called(catalog, keys);
            if (kind.isPresent()) {
                all = all.with(kind.get(), keys, setting, problems);
            } else {
                problems.error(
                        "set",
                        Place.argument("--set " + setting),
                        "%s has no scenario; an assignment is KIND.ID.KEY=VALUE, as chip.nvidia-h100-sxm.power.tdp=640 W"
                                .formatted(command));
            }
        }
        return all.checked(catalog, problems);
    }

    private static Optional<EntryKind<?>> called(Catalog catalog, List<String> keys) {
        return keys.isEmpty()
                ? Optional.empty()
                : catalog.kinds().stream()
                        .filter(kind -> kind.called(keys.get(0)))
                        .findFirst();
    }

    // The kind of entry that is meant, and not the section of the same name.
    private static Optional<EntryKind<?>> kind(Catalog catalog, List<String> keys) {
        return called(catalog, keys)
                .filter(kind -> !PATHS.contains(keys.get(0)) || (keys.size() > 1 && meant(catalog, kind, keys)));
    }

    private static boolean meant(Catalog catalog, EntryKind<?> kind, List<String> keys) {
        String section = keys.get(0) + ".";
        if (PATHS.contains(section + keys.get(1))) {
            return false;
        }
        List<String> names = new ArrayList<>(catalog.ids(kind));
        PATHS.stream()
                .filter(path -> path.startsWith(section))
                .forEach(path -> names.add(path.substring(section.length())));
        return EntrySetting.names(catalog, kind, keys)
                || Nearest.to(keys.get(1), names)
                        .filter(id -> catalog.ids(kind).contains(id))
                        .isPresent();
    }

    private EntrySettings with(String setting) {
        List<String> more = new ArrayList<>(ofScenario);
        more.add(setting);
        return new EntrySettings(catalog, entries, more);
    }

    private EntrySettings with(EntryKind<?> kind, List<String> keys, String setting, Problems problems) {
        return EntrySetting.of(catalog, kind, keys, setting, problems)
                .map(this::with)
                .orElse(this);
    }

    // Together, since one may make room for another; then anew, since a check asks for every entry.
    private EntrySettings checked(Catalog below, Problems problems) {
        int before = problems.reports();
        entries.forEach(change -> Overlays.check(below, catalog, change, problems));
        EntrySettings unasked = new EntrySettings(below, List.of(), ofScenario);
        if (problems.reports() == before) {
            for (EntrySetting change : entries) {
                unasked = unasked.with(change.unasked());
            }
        }
        return unasked;
    }

    private EntrySettings with(EntrySetting change) {
        List<EntrySetting> more = new ArrayList<>(entries);
        more.add(change);
        return new EntrySettings(catalog.under(change), more, ofScenario);
    }

    /** Reports the changes of chips, fleets and models that nothing asked for: they would look alive and change nothing. */
    public void checkAsked(String where, Problems problems) {
        entries.stream()
                .filter(change -> !change.asked()
                        && OF_A_SCENARIO.contains(change.address().kind()))
                .forEach(change -> problems.error(
                        "dead-key",
                        change.place(),
                        "the %s %s is read by nothing in %s"
                                .formatted(
                                        change.address().kind().name(),
                                        change.address().id().value(),
                                        where)));
    }
}
