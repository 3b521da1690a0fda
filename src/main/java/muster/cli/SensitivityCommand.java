package muster.cli;

import java.util.Optional;
import muster.catalog.Catalog;
import muster.cli.option.Arguments;
import muster.cli.option.ChartOption;
import muster.cli.option.FormatOption;
import muster.cli.option.ScenarioOptions;
import muster.cli.option.SeedOption;
import muster.diagnostic.Place;
import muster.diagnostic.Problems;
import muster.scenario.FigureTarget;
import muster.scenario.ScenarioPlan;
import muster.scenario.SensitivityAnalysis;
import muster.view.sensitivity.SensitivityChart;
import muster.view.sensitivity.SensitivityView;
import muster.workforce.WorkforceFigures;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code muster sensitivity}: what moves a figure. */
@Command(
        name = "sensitivity",
        description = "Which uncertain inputs move a figure, how far, and what would have to be true to reach a value.",
        mixinStandardHelpOptions = true)
final class SensitivityCommand extends CatalogResultCommand {
    private static final String SCENARIO = "essay-2023-uncertain";
    private static final String FIGURE = WorkforceFigures.RESEARCHER_MONTHS_PER_MONTH;
    private static final int LEAST = 64;
    private static final int MOST = 1 << 22;

    @Mixin
    private ScenarioOptions scenario = new ScenarioOptions(SCENARIO);

    @Option(names = "--of", paramLabel = "FIGURE", description = "The figure; default " + FIGURE + ".")
    private @Nullable String of;

    @Option(
            names = "--reach",
            paramLabel = "FIGURE=VALUE",
            description = "Which value each input would have to take for the figure to be at least so large.")
    private @Nullable String reach;

    @Option(names = "--samples", paramLabel = "N", description = "Pairs of samples; default ${DEFAULT-VALUE}.")
    private int samples = 1 << 14;

    @Mixin
    private SeedOption seed = new SeedOption();

    @Mixin
    private FormatOption format = new FormatOption();

    @Mixin
    private ChartOption chart = new ChartOption();

    @Override
    void checkOptions() {
        if (samples < LEAST || samples > MOST) {
            throw usage("--samples is a whole number from %s to %s".formatted(LEAST, MOST));
        }
    }

    @Override
    int run(Catalog catalog, Problems problems) {
        problems.orThrow();
        ScenarioPlan plan = scenario.plan(catalog, problems);
        Optional<FigureTarget> target =
                Arguments.given("--reach", reach).flatMap(text -> FigureTarget.parse(text, problems));
        problems.orThrow();
        String figure = figure(target);
        Optional<SensitivityAnalysis> found =
                SensitivityAnalysis.of(plan, figure, target.map(FigureTarget::value), samples, seed.seed(), problems);
        problems.orThrow();
        SensitivityAnalysis analysis = found.orElseThrow();
        if (chart.wanted() && analysis.sensitivity().drivers().isEmpty()) {
            problems.error("no-chart", Place.argument("--chart"), "no uncertain input moves " + figure);
            problems.orThrow();
        }
        chart.write(() -> SensitivityChart.svg(analysis), problems);
        problems.orThrow();
        format.print(new SensitivityView(analysis), out());
        return ExitStatus.GOOD;
    }

    // The figure to reach a value is the one to analyse.
    private String figure(Optional<FigureTarget> target) {
        String named = target.map(FigureTarget::figure).orElse(of == null ? FIGURE : of);
        if (of != null && !of.equals(named)) {
            throw usage("--reach is of the figure that --of names where it stands too");
        }
        return named;
    }
}
