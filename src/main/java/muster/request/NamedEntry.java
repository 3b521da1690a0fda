package muster.request;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import muster.catalog.Address;
import muster.catalog.Catalog;
import muster.catalog.Entry;
import muster.catalog.EntryKind;
import muster.catalog.Overlay;
import muster.diagnostic.Place;
import muster.diagnostic.Problems;
import muster.document.yaml.Text;
import muster.scenario.Overlays;
import muster.scenario.Scenario;

/**
 * An entry that a user names, in the catalog that has it.
 *
 * @param catalog the catalog
 * @param kind its kind
 * @param id its id
 */
public record NamedEntry(Catalog catalog, EntryKind<?> kind, Text id) {

    /**
     * The entries that a text names, or nothing with problems reported.
     *
     * @param builtIn where ids are found
     * @param argument the id of an entry, with or without its kind, or a YAML file: of that its scenarios, or all where it has none
     */
    public static List<NamedEntry> of(Catalog builtIn, String argument, Problems problems) {
        if (!NamedScenarios.isFile(argument)
                || builtIn.kinds().stream().anyMatch(kind -> argument.startsWith(kind.name() + "/"))) {
            return Address.of(builtIn, argument, problems).stream()
                    .flatMap(address -> whole(builtIn, address, problems).stream())
                    .toList();
        }
        Overlay file = Overlay.file(Path.of(argument), builtIn.kinds(), problems);
        Catalog catalog = builtIn.under(file);
        Overlays.check(catalog, file, problems);
        List<EntryKind<?>> kinds = file.all(Scenario.KIND).isEmpty() ? builtIn.kinds() : List.of(Scenario.KIND);
        return kinds.stream()
                .flatMap(kind -> file.all(kind).stream().map(entry -> new NamedEntry(catalog, kind, entry.id())))
                .toList();
    }

    private static Optional<NamedEntry> whole(Catalog catalog, Address address, Problems problems) {
        if (!address.path().isEmpty()) {
            problems.error(
                    "unknown-id",
                    address.id().place(),
                    "entries are compared whole. Maybe %s?"
                            .formatted(address.id().value()));
            return Optional.empty();
        }
        return Optional.of(new NamedEntry(catalog, address.kind(), address.id()));
    }

    /** The entry that it extends; that there is none is reported. */
    Optional<NamedEntry> parent(Problems problems) {
        Optional<NamedEntry> parent =
                catalog.parent(kind, id, problems).map(other -> new NamedEntry(catalog, kind, other));
        if (parent.isEmpty()) {
            problems.error(
                    "no-parent",
                    id.place().onCommandLine() ? Place.argument(id.value()) : id.place(),
                    "%s %s extends no other entry; to compare it with another, name both"
                            .formatted(kind.name(), id.value()));
        }
        return parent;
    }

    /** The entry with all layers laid in. */
    Optional<Entry> entry(Problems problems) {
        return catalog.entry(kind, id, problems);
    }

    @Override
    public String toString() {
        return id.value();
    }
}
