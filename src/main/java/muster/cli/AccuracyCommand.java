package muster.cli;

import java.nio.file.Path;
import java.util.Optional;
import muster.accuracy.Accuracy;
import muster.accuracy.AccuracyStudy;
import muster.accuracy.ScoreGrouping;
import muster.accuracy.TargetVerdict;
import muster.catalog.Catalog;
import muster.cli.option.ChartOption;
import muster.cli.option.FormatOption;
import muster.cli.option.OutputTarget;
import muster.diagnostic.Problems;
import muster.view.accuracy.AccuracyChart;
import muster.view.accuracy.AccuracyPanels;
import muster.view.accuracy.AccuracyView;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code muster accuracy}: the inference model against measurements. */
@Command(
        name = "accuracy",
        description = "The inference model against measurements; exits with 1 where it falls below its bar.",
        mixinStandardHelpOptions = true,
        subcommands = {AccuracyFitCommand.class, AccuracyGainsCommand.class})
final class AccuracyCommand extends CatalogResultCommand {
    @Option(
            names = "--measurements",
            paramLabel = "FILE",
            description = "A file of measurements to score instead of those that come with Muster.")
    private @Nullable Path measurements;

    @Option(
            names = "--by",
            paramLabel = "GROUPING",
            description = "What scores are told apart by: ${COMPLETION-CANDIDATES}; default ${DEFAULT-VALUE}.")
    private ScoreGrouping by = ScoreGrouping.CHIP;

    @Mixin
    private ChartOption chart = new ChartOption();

    @Option(names = "--residuals", paramLabel = "FILE.svg", description = "Draws model over measurement by requests.")
    private @Nullable OutputTarget residuals;

    @Mixin
    private FormatOption format = new FormatOption();

    @Override
    int run(Catalog catalog, Problems problems) {
        Optional<AccuracyStudy> found = new Accuracy(catalog, Optional.ofNullable(measurements)).study(problems);
        problems.orThrow();
        AccuracyStudy study = found.orElseThrow();
        chart.write(
                () -> by == ScoreGrouping.VENDOR ? AccuracyPanels.svg(study) : AccuracyChart.scatter(study, by),
                problems);
        if (residuals != null) {
            residuals.write(AccuracyChart.residuals(study, by), problems);
        }
        problems.orThrow();
        format.print(new AccuracyView(study, Optional.of(by), catalog.edition()), out());
        return status(study.verdicts().stream().allMatch(TargetVerdict::met));
    }
}
