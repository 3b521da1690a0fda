package muster.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import muster.catalog.Shelf;
import muster.diagnostic.Problems;
import muster.scenario.Catalog;
import muster.request.EntryKinds;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The option that lays folders of a user's over the built-in catalog. */
final class CatalogOption {
    @Option(
            names = "--catalog",
            paramLabel = "DIR",
            scope = ScopeType.INHERIT,
            description = "A folder of YAML entries laid over the built-in catalog by id; may be repeated.")
    private List<Path> folders = new ArrayList<>();

    Shelf shelf(Problems problems) {
        return Catalog.shelf(EntryKinds.ALL, folders, problems);
    }
}
