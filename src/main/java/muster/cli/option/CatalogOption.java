package muster.cli.option;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import muster.catalog.Catalog;
import muster.diagnostic.Problems;
import muster.request.EntryKinds;
import muster.scenario.ScenarioCatalog;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The option that lays folders of a user's over the built-in catalog. */
public final class CatalogOption {
    @Option(
            names = "--catalog",
            paramLabel = "DIR",
            scope = ScopeType.INHERIT,
            description = "A folder of YAML entries laid over the built-in catalog by id; may be repeated.")
    private List<Path> folders = new ArrayList<>();

    @Option(
            names = "--rough",
            scope = ScopeType.INHERIT,
            description =
                    "Counts a config.json of a kind of model that is not known from the keys that most kinds have.")
    private boolean rough;

    /** Whether a kind of model that is not known is counted roughly. */
    public boolean rough() {
        return rough;
    }

    public Catalog catalog(Problems problems) {
        return ScenarioCatalog.catalog(EntryKinds.ALL, folders, rough, problems);
    }
}
