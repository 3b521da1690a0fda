package muster.cli;

import java.util.List;
import java.util.Optional;
import muster.cli.option.OutputTarget;
import muster.diagnostic.Place;
import muster.diagnostic.Problems;
import muster.scenario.ComparisonResult;
import muster.technique.comparison.TechniqueStack;
import muster.view.comparison.CompareChart;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The pictures of {@code muster compare}: files beside the table, never in its place. */
final class CompareCharts {
    @Option(
            names = "--waterfall",
            paramLabel = "FILE.svg",
            description = "Draws the gains and their interaction; of further scenarios into FILE-ID.svg.")
    private @Nullable OutputTarget waterfall;

    @Option(
            names = "--chart",
            paramLabel = "FILE.svg",
            description = "Draws speed against throughput before and after; of further scenarios into FILE-ID.svg.")
    private @Nullable OutputTarget chart;

    @Option(
            names = "--speeds",
            paramLabel = "FILE.svg",
            description = "Draws the gain over the required speed; of further scenarios into FILE-ID.svg.")
    private @Nullable OutputTarget speeds;

    /** Writes what was asked for; what cannot be drawn or written is reported. */
    void draw(List<ComparisonResult> all, Problems problems) {
        for (ComparisonResult compared : all) {
            boolean first = compared.equals(all.get(0));
            boolean serves = compared.comparison().base().equalLoss().outcome().isPresent();
            if (chart != null && serves) {
                target(chart, compared, first).write(CompareChart.frontiers(compared), problems);
            }
            if (speeds != null && serves) {
                target(speeds, compared, first).write(CompareChart.speeds(compared), problems);
            }
            if (waterfall != null) {
                waterfall(target(waterfall, compared, first), compared, problems);
            }
        }
    }

    private static void waterfall(OutputTarget target, ComparisonResult compared, Problems problems) {
        Optional<TechniqueStack> stack = compared.comparison().stacks().stream()
                .filter(one -> one.interaction().isPresent())
                .findFirst();
        if (stack.isEmpty()) {
            problems.error(
                    "no-chart",
                    Place.argument("--waterfall"),
                    "%s has no two techniques that go together and have a gain each".formatted(compared.scenario()));
        } else {
            target.write(CompareChart.waterfall(compared, stack.get()), problems);
        }
    }

    private static OutputTarget target(OutputTarget named, ComparisonResult compared, boolean first) {
        return first ? named : named.named("-" + compared.scenario());
    }
}
