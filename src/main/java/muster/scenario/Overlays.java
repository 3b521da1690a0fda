package muster.scenario;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import muster.catalog.Address;
import muster.catalog.Catalog;
import muster.catalog.Entry;
import muster.catalog.EntryKind;
import muster.catalog.EntrySetting;
import muster.catalog.Overlay;
import muster.diagnostic.Diagnostic;
import muster.diagnostic.Nearest;
import muster.diagnostic.Place;
import muster.diagnostic.Problems;
import muster.document.yaml.Items;
import muster.document.yaml.Mapping;
import muster.document.yaml.Node;
import muster.document.yaml.Text;
import muster.document.yaml.TextFile;

/** A user's layers: those that a scenario names, and what is checked of each. */
public final class Overlays {
    /** The key of a scenario that names files or folders to be laid over the built-in catalog for it. */
    static final String KEY = "overlays";

    // What a binder says of a key that is not there.
    private static final Pattern MISSING = Pattern.compile("(\\S+) is missing");

    private Overlays() {}

    /**
     * The catalog with the files and folders that a scenario names: they lie on the built-in catalog and below what the command
     * line lays on it. Paths are relative to the file that names them.
     */
    static Catalog named(Mapping scenario, Catalog catalog, Problems problems) {
        List<Overlay> layers = layers(scenario, catalog, problems);
        Catalog whole = catalog.withUnderneath(layers);
        layers.forEach(layer -> check(whole, layer, problems));
        return whole;
    }

    /** The layers that a scenario names, not yet checked. */
    static List<Overlay> layers(Mapping scenario, Catalog catalog, Problems problems) {
        Optional<Node> named = scenario.get(KEY);
        if (named.isEmpty()) {
            return List.of();
        }
        if (!(named.get() instanceof Items items) || !items.nodes().stream().allMatch(Text.class::isInstance)) {
            problems.error(
                    "wrong-shape",
                    named.get().place(),
                    "overlays is a list of files and folders, not %s"
                            .formatted(named.get().kind()));
            return List.of();
        }
        List<Overlay> layers = new ArrayList<>();
        items.nodes().forEach(node -> layer((Text) node, catalog, problems).ifPresent(layers::add));
        return layers;
    }

    private static Optional<Overlay> layer(Text name, Catalog catalog, Problems problems) {
        if (catalog.cites(name.place())) {
            problems.error("no-file", name.place(), "a scenario of the built-in catalog cannot name files");
            return Optional.empty();
        }
        Path here = Path.of(name.place().onCommandLine() ? "" : name.place().file());
        return TextFile.path(name.value(), name.place(), problems)
                .map(here::resolveSibling)
                .flatMap(path -> layer(path, name.place(), catalog, problems));
    }

    private static Optional<Overlay> layer(Path path, Place place, Catalog catalog, Problems problems) {
        if (!Files.exists(path)) {
            problems.error("no-file", place, "there is no file or folder %s".formatted(path));
            return Optional.empty();
        }
        return Optional.of(
                Files.isDirectory(path)
                        ? Overlay.folder(path, catalog.kinds(), problems)
                        : Overlay.file(path, catalog.kinds(), problems));
    }

    /** Reads every entry of a layer as it stands in a catalog, so that a slip in it is told although nothing names it. */
    public static void check(Catalog catalog, Overlay layer, Problems problems) {
        for (EntryKind<?> kind : catalog.kinds()) {
            layer.all(kind).forEach(entry -> check(catalog, kind, entry, problems));
        }
    }

    /** The same of a value that is set on the command line, over a catalog and with all that is set. */
    static void check(Catalog below, Catalog catalog, EntrySetting setting, Problems problems) {
        Problems own = new Problems();
        Address changed = setting.address();
        catalog.entry(changed.kind(), changed.id(), own).ifPresent(entry -> check(catalog, changed.kind(), entry, own));
        boolean lacks = own.sorted().stream().anyMatch(problem -> problem.code().equals("missing-key"));
        Optional<String> meant = lacks ? setting.nearest(below) : Optional.empty();
        meant.ifPresent(path -> problems.error(
                "unknown-path",
                setting.place(),
                "%s has no %s. Maybe %s?".formatted(changed.id().value(), changed.path(), path)));
        if (meant.isEmpty()) {
            own.sorted().forEach(problem -> problems.error(problem.code(), problem.place(), problem.message()));
        }
    }

    private static void check(Catalog catalog, EntryKind<?> kind, Entry entry, Problems problems) {
        Problems own = new Problems();
        if (kind.equals(Scenario.KIND)) {
            Scenarios.read(catalog, entry.id(), own);
        } else {
            catalog.get(kind, entry.id(), own);
        }
        List<String> missing = new ArrayList<>();
        for (Diagnostic problem : own.sorted()) {
            Optional<String> key = isNew(catalog, kind, entry) ? missingKey(problem, entry) : Optional.empty();
            key.ifPresent(missing::add);
            if (key.isEmpty()) {
                problems.error(problem.code(), problem.place(), problem.message());
            }
        }
        if (!missing.isEmpty()) {
            Optional<String> meant =
                    missing.size() >= entry.body().members().size() ? meant(catalog, kind, entry) : Optional.empty();
            meant.ifPresentOrElse(
                    id -> problems.error(
                            "unknown-id",
                            entry.id().place(),
                            "there is no %s '%s' to change, and for a new one keys are missing. Maybe %s?"
                                    .formatted(kind.name(), entry.id().value(), id)),
                    () -> problems.error("missing-key", entry.id().place(), incomplete(kind, entry, missing)));
        }
    }

    private static boolean isNew(Catalog catalog, EntryKind<?> kind, Entry entry) {
        return catalog.stack(kind, entry.id(), new Problems()).size() == 1;
    }

    // A key of the top level; what is missing further in is told where that stands.
    private static Optional<String> missingKey(Diagnostic problem, Entry entry) {
        Matcher missing = MISSING.matcher(problem.message());
        String start = entry.id().value() + ".";
        return problem.code().equals("missing-key") && missing.lookingAt()
                ? Optional.of(missing.group(1))
                        .map(path -> path.startsWith(start) ? path.substring(start.length()) : path)
                        .filter(key -> !key.contains("."))
                : Optional.empty();
    }

    private static String incomplete(EntryKind<?> kind, Entry entry, List<String> missing) {
        Optional<NewEntry> form = NewEntry.of(kind);
        List<String> keys = new ArrayList<>(missing);
        form.stream()
                .flatMap(begun -> begun.needed().stream())
                .filter(key -> !keys.contains(key) && entry.body().get(key).isEmpty())
                .forEach(keys::add);
        String list = keys.stream()
                .map(key -> form.flatMap(begun -> begun.example(key))
                        .map(example -> "%s, as %s".formatted(key, example))
                        .orElse(key))
                .collect(Collectors.joining("; "));
        String file = form.map(begun -> ". muster init %s %s writes a file with all of them"
                        .formatted(begun.option(), entry.id().value()))
                .orElse("");
        return "a new %s needs more: %s%s".formatted(kind.name(), list, file);
    }

    // The entry that a new one with most keys missing was most likely meant to change.
    private static Optional<String> meant(Catalog catalog, EntryKind<?> kind, Entry entry) {
        TreeSet<String> others = new TreeSet<>(catalog.ids(kind));
        others.remove(entry.id().value());
        return Nearest.to(entry.id().value(), others);
    }
}
