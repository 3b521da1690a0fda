package muster.cli;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import muster.accuracy.Accuracy;
import muster.accuracy.Grouping;
import muster.accuracy.Study;
import muster.accuracy.Verdict;
import muster.catalog.Shelf;
import muster.diagnostic.Problems;
import muster.view.accuracy.AccuracyChart;
import muster.view.accuracy.AccuracyView;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code muster accuracy}: the inference model against measurements. */
@Command(
        name = "accuracy",
        description = "The inference model against measurements; exits with 1 where it falls below its bar.",
        mixinStandardHelpOptions = true,
        subcommands = {AccuracyFitCommand.class, AccuracyGainsCommand.class})
final class AccuracyCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Mixin
    private CatalogOption catalog = new CatalogOption();

    @Option(
            names = "--measurements",
            paramLabel = "FILE",
            description = "A file of measurements to score instead of those that come with Muster.")
    private @Nullable Path measurements;

    @Option(
            names = "--by",
            paramLabel = "GROUPING",
            description = "What scores are told apart by: ${COMPLETION-CANDIDATES}; default ${DEFAULT-VALUE}.")
    private Grouping by = Grouping.CHIP;

    @Option(names = "--chart", paramLabel = "FILE.svg", description = "Draws model against measurement.")
    private @Nullable Path chart;

    @Option(names = "--residuals", paramLabel = "FILE.svg", description = "Draws model over measurement by requests.")
    private @Nullable Path residuals;

    @Mixin
    private FormatOption format = new FormatOption();

    Shelf shelf(Problems problems) {
        return catalog.shelf(problems);
    }

    @Override
    public Integer call() {
        Problems problems = new Problems();
        Shelf shelf = shelf(problems);
        Optional<Study> found = new Accuracy(shelf, Optional.ofNullable(measurements)).study(problems);
        problems.orThrow();
        Study study = found.orElseThrow();
        if (chart != null) {
            WholeFile.write(chart, AccuracyChart.scatter(study, by), problems);
        }
        if (residuals != null) {
            WholeFile.write(residuals, AccuracyChart.residuals(study, by), problems);
        }
        problems.orThrow();
        format.print(
                new AccuracyView(study, Optional.of(by), shelf.edition()),
                spec.commandLine().getOut());
        return study.verdicts().stream().allMatch(Verdict::kept) ? Exit.GOOD : Exit.FAILED;
    }
}
