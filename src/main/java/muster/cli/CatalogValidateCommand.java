package muster.cli;

import java.util.List;
import muster.catalog.Catalog;
import muster.catalog.EntryKind;
import muster.diagnostic.Place;
import muster.diagnostic.Problems;
import muster.document.yaml.Text;
import muster.scenario.Scenario;
import muster.scenario.Scenarios;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;

/** {@code muster catalog validate}: whether every entry can be read. */
@Command(
        name = "validate",
        description = "Reads every entry and reports every problem.",
        mixinStandardHelpOptions = true)
final class CatalogValidateCommand implements Runnable {
    @ParentCommand
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CatalogCommand catalog;

    @Override
    public void run() {
        Problems problems = new Problems();
        Catalog shelf = catalog.catalog();
        int entries = 0;
        for (EntryKind<?> kind : shelf.kinds()) {
            shelf.checkAliases(kind, problems);
            for (String id : shelf.ids(kind)) {
                check(shelf, kind, new Text(id, Place.argument(id)), problems);
                entries++;
            }
        }
        problems.orThrow();
        catalog.out().println("%s entries, no problems; catalog %s".formatted(entries, shelf.edition()));
    }

    private static void check(Catalog shelf, EntryKind<?> kind, Text id, Problems problems) {
        if (kind.equals(Scenario.KIND)) {
            Scenarios.plan(shelf, id, List.of(), problems);
        } else {
            shelf.get(kind, id, problems);
        }
    }
}
