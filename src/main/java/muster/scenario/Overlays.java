package muster.scenario;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import muster.catalog.Address;
import muster.catalog.Catalog;
import muster.catalog.Entry;
import muster.catalog.EntryKind;
import muster.catalog.EntrySetting;
import muster.catalog.Overlay;
import muster.diagnostic.Diagnostic;
import muster.diagnostic.Nearest;
import muster.diagnostic.Problems;
import muster.document.yaml.Items;
import muster.document.yaml.Mapping;
import muster.document.yaml.Node;
import muster.document.yaml.Text;

/** A user's layers: those that a scenario names, and what is checked of each. */
public final class Overlays {
    /** The key of a scenario that names files or folders to be laid over the built-in catalog for it. */
    static final String KEY = "overlays";

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
        Path path = here.resolveSibling(name.value());
        if (!Files.exists(path)) {
            problems.error("no-file", name.place(), "there is no file or folder %s".formatted(path));
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
        boolean lacks = own.sorted().stream().anyMatch(problem -> problem.code().equals("missing-key"));
        Optional<String> meant = lacks ? meant(catalog, kind, entry) : Optional.empty();
        meant.ifPresent(id -> problems.error(
                "unknown-id",
                entry.id().place(),
                "there is no %s '%s' to change, and for a new one keys are missing. Maybe %s?"
                        .formatted(kind.name(), entry.id().value(), id)));
        for (Diagnostic problem : own.sorted()) {
            if (meant.isEmpty() || !problem.code().equals("missing-key")) {
                problems.error(problem.code(), problem.place(), problem.message());
            }
        }
    }

    // The entry that a new one with keys missing was most likely meant to change.
    private static Optional<String> meant(Catalog catalog, EntryKind<?> kind, Entry entry) {
        boolean alone = catalog.stack(kind, entry.id(), new Problems()).size() == 1;
        TreeSet<String> others = new TreeSet<>(catalog.ids(kind));
        others.remove(entry.id().value());
        return alone ? Nearest.to(entry.id().value(), others) : Optional.empty();
    }
}
