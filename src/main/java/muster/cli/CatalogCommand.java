package muster.cli;

import java.io.PrintWriter;
import java.util.List;
import muster.catalog.Entry;
import muster.catalog.Kind;
import muster.catalog.Shelf;
import muster.diagnostic.Place;
import muster.diagnostic.Problems;
import muster.document.Text;
import muster.scenario.Scenario;
import muster.scenario.Scenarios;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code muster catalog}: what is on the shelf. */
@Command(
        name = "catalog",
        description = "What is in the catalog, and whether all of it can be read.",
        mixinStandardHelpOptions = true)
final class CatalogCommand implements Runnable {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Mixin
    private CatalogOption catalog = new CatalogOption();

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }

    @Command(name = "list", description = "Every entry by kind, with its title.", mixinStandardHelpOptions = true)
    void list() {
        Problems problems = new Problems();
        Shelf shelf = catalog.shelf(problems);
        problems.orThrow();
        PrintWriter out = spec.commandLine().getOut();
        for (Kind<?> kind : shelf.kinds()) {
            out.println(kind.schema());
            for (String id : shelf.ids(kind)) {
                String title = shelf.entry(kind, new Text(id, Place.argument(id)), problems)
                        .flatMap(Entry::title)
                        .orElse("");
                out.println("  %-24s %s".formatted(id, title).stripTrailing());
            }
        }
        problems.orThrow();
    }

    @Command(
            name = "validate",
            description = "Reads every entry and reports every problem.",
            mixinStandardHelpOptions = true)
    void validate() {
        Problems problems = new Problems();
        Shelf shelf = catalog.shelf(problems);
        int entries = 0;
        for (Kind<?> kind : shelf.kinds()) {
            for (String id : shelf.ids(kind)) {
                check(shelf, kind, new Text(id, Place.argument(id)), problems);
                entries++;
            }
        }
        problems.orThrow();
        spec.commandLine().getOut().println("%s entries, no problems; catalog %s".formatted(entries, shelf.hash()));
    }

    private static void check(Shelf shelf, Kind<?> kind, Text id, Problems problems) {
        if (kind.equals(Scenario.KIND)) {
            Scenarios.plan(shelf, id, List.of(), problems);
        } else {
            shelf.get(kind, id, problems);
        }
    }
}
