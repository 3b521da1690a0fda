package muster.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import muster.catalog.Catalog;
import muster.catalog.Difference;
import muster.cli.option.FormatOption;
import muster.diagnostic.Place;
import muster.diagnostic.Problems;
import muster.document.yaml.Text;
import muster.request.ComparedEntries;
import muster.request.EntryKinds;
import muster.scenario.Estimate;
import muster.scenario.ScenarioCatalog;
import muster.scenario.Scenarios;
import muster.view.catalog.CatalogDifferenceView;
import muster.view.catalog.EntryDifferenceView;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code muster catalog diff}: what two catalogs differ in. */
@Command(
        name = "diff",
        description = {
            "What the folders of --catalog change, in values and in what a scenario comes to.",
            "With an entry, or a file of scenarios: what it changes of the one that it extends. With two: what they differ in; of fleets counted by quarter, which stocks were restated."
        },
        mixinStandardHelpOptions = true)
final class CatalogDiffCommand implements Runnable {
    @ParentCommand
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CatalogCommand catalog;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Parameters(
            paramLabel = "ID",
            arity = "0..2",
            description = "Entries, or YAML files of scenarios; default the whole catalog.")
    private List<String> entries = List.of();

    @Option(
            names = "--from",
            paramLabel = "DIR",
            description = "Compares with the built-in catalog under this folder, not with it alone; may be repeated.")
    private List<Path> from = new ArrayList<>();

    @Option(names = "--scenario", paramLabel = "ID", description = "Also compares what a scenario comes to.")
    private @Nullable String scenario;

    @Mixin
    private FormatOption format = new FormatOption();

    @Override
    public void run() {
        if (entries.isEmpty()) {
            catalogs();
        } else if (from.isEmpty() && scenario == null) {
            entries();
        } else {
            throw new ParameterException(
                    spec.commandLine(), "--from and --scenario compare catalogs; entries are compared by themselves");
        }
    }

    private void entries() {
        Problems problems = new Problems();
        Catalog shelf = catalog.catalog();
        ComparedEntries.Found found = ComparedEntries.of(shelf, entries, problems);
        problems.orThrow();
        format.print(new EntryDifferenceView(found.differences(), found.restated(), shelf.edition()), catalog.out());
    }

    private void catalogs() {
        Problems problems = new Problems();
        Catalog before = ScenarioCatalog.catalog(EntryKinds.ALL, from, problems);
        problems.orThrow();
        Catalog after = catalog.catalog();
        List<Difference> differences = Difference.between(before, after, problems);
        Optional<CatalogDifferenceView.Effects> effects =
                Optional.ofNullable(scenario).flatMap(id -> effects(id, before, after, problems));
        problems.orThrow();
        CatalogDifferenceView view = new CatalogDifferenceView(before.edition(), after.edition(), differences, effects);
        format.print(view, catalog.out());
    }

    private static Optional<CatalogDifferenceView.Effects> effects(
            String scenario, Catalog before, Catalog after, Problems problems) {
        Text id = new Text(scenario, Place.argument(scenario));
        Optional<Estimate> old = Scenarios.plan(before, id, List.of(), problems).map(Estimate::of);
        return Scenarios.plan(after, id, List.of(), problems)
                .map(Estimate::of)
                .flatMap(now -> old.map(then -> new CatalogDifferenceView.Effects(then, now)));
    }
}
