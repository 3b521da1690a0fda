package muster.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import muster.catalog.Shelf;
import muster.diagnostic.Place;
import muster.diagnostic.Problems;
import muster.scenario.Analysis;
import muster.scenario.Plan;
import muster.unit.Quantity;
import muster.unit.UnitSyntax;
import muster.view.sensitivity.SensitivityChart;
import muster.view.sensitivity.SensitivityView;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code muster sensitivity}: what moves a figure. */
@Command(
        name = "sensitivity",
        description = "Which uncertain inputs move a figure, how far, and what would have to be true to reach a value.",
        mixinStandardHelpOptions = true)
final class SensitivityCommand implements Callable<Integer> {
    private static final String SCENARIO = "essay-2023-uncertain";
    private static final String FIGURE = "workforce.researcher_months_per_month";
    private static final int LEAST = 64;
    private static final int MOST = 1 << 22;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Mixin
    private CatalogOption catalog = new CatalogOption();

    @Parameters(
            paramLabel = "SCENARIO",
            arity = "0..1",
            description = "Id of a scenario, or a YAML file with one; default ${DEFAULT-VALUE}.",
            defaultValue = SCENARIO)
    private String scenario = SCENARIO;

    @Option(
            names = "--set",
            paramLabel = "PATH=VALUE",
            description = "Changes an input, as training.duration=90 day; may be repeated.")
    private List<String> settings = new ArrayList<>();

    @Option(names = "--of", paramLabel = "FIGURE", description = "The figure; default " + FIGURE + ".")
    private @Nullable String of;

    @Option(
            names = "--reach",
            paramLabel = "FIGURE=VALUE",
            description = "Which value each input would have to take for the figure to be at least so large.")
    private @Nullable String reach;

    @Option(names = "--samples", paramLabel = "N", description = "Pairs of samples; default ${DEFAULT-VALUE}.")
    private int samples = 1 << 14;

    @Option(names = "--seed", paramLabel = "S", description = "The seed of the samples; default ${DEFAULT-VALUE}.")
    private long seed = 1;

    @Mixin
    private FormatOption format = new FormatOption();

    @Option(names = "--chart", paramLabel = "FILE", description = "Also draws the swings of the inputs, as SVG.")
    private @Nullable Path chart;

    @Override
    public Integer call() {
        if (samples < LEAST || samples > MOST) {
            throw new ParameterException(
                    spec.commandLine(), "--samples is a whole number from %s to %s".formatted(LEAST, MOST));
        }
        Problems problems = new Problems();
        Shelf shelf = catalog.shelf(problems);
        problems.orThrow();
        List<Plan> plans = Plans.of(shelf, List.of(scenario), settings, problems);
        if (plans.size() != 1) {
            throw new ParameterException(
                    spec.commandLine(), scenario + " holds several scenarios, and one is analysed");
        }
        Optional<Quantity> target = Optional.ofNullable(reach).map(this::value);
        Optional<Analysis> found = Analysis.of(plans.get(0), figure(), target, samples, seed, problems);
        problems.orThrow();
        Analysis analysis = found.orElseThrow();
        if (chart != null) {
            if (analysis.sensitivity().drivers().isEmpty()) {
                problems.error("no-chart", Place.argument("--chart"), "no uncertain input moves " + figure());
            } else {
                WholeFile.write(chart, SensitivityChart.svg(analysis), problems);
            }
            problems.orThrow();
        }
        format.print(new SensitivityView(analysis), spec.commandLine().getOut());
        return Exit.GOOD;
    }

    // The figure to reach a value is the one to analyse.
    private String figure() {
        if (reach == null) {
            return of == null ? FIGURE : of;
        }
        int equals = reach.indexOf('=');
        String named = equals < 0 ? "" : reach.substring(0, equals).strip();
        if (named.isEmpty() || (of != null && !of.equals(named))) {
            throw new ParameterException(
                    spec.commandLine(), "--reach is FIGURE=VALUE, of the figure that --of names where it stands too");
        }
        return named;
    }

    private Quantity value(String text) {
        try {
            return Quantity.parse(text.substring(text.indexOf('=') + 1));
        } catch (UnitSyntax e) {
            throw new ParameterException(spec.commandLine(), "--reach: " + e.getMessage(), e);
        }
    }
}
