package muster.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import muster.catalog.Shelf;
import muster.diagnostic.Place;
import muster.diagnostic.Problems;
import muster.document.Text;
import muster.report.CompareChart;
import muster.report.CompareJson;
import muster.report.CompareReport;
import muster.scenario.Compared;
import muster.scenario.Plan;
import muster.scenario.Techniques;
import muster.technique.Stack;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code muster compare}: techniques at equal quality. */
@Command(
        name = "compare",
        description = "What techniques gain at equal quality, each alone and together, served by the model of time.",
        mixinStandardHelpOptions = true)
final class CompareCommand implements Callable<Integer> {
    private static final String SCENARIO = "essay-2023-measured";
    // Epoch AI 2023: combined trades of training for inference span two to three orders of magnitude.
    private static final double MOST_TRADED = 3;
    private static final int MOST_TECHNIQUES = 8;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Mixin
    private CatalogOption catalog = new CatalogOption();

    @Parameters(
            paramLabel = "SCENARIO",
            arity = "0..1",
            description =
                    "Id of a scenario with throughput by roofline, or a YAML file with one; default ${DEFAULT-VALUE}.",
            defaultValue = SCENARIO)
    private String scenario = SCENARIO;

    @Option(
            names = "--techniques",
            required = true,
            split = ",",
            paramLabel = "ID",
            description = "Ids of techniques, apart by commas; muster catalog list technique has all.")
    private List<String> techniques = new ArrayList<>();

    @Option(
            names = "--set",
            paramLabel = "PATH=VALUE",
            description = "Changes an input, as training.duration=90 day; may be repeated.")
    private List<String> settings = new ArrayList<>();

    @Option(
            names = "--trade-at-most",
            paramLabel = "ORDERS",
            description =
                    "How many orders of magnitude techniques may trade between training and inference; default ${DEFAULT-VALUE}.")
    private double tradeAtMost = MOST_TRADED;

    @Mixin
    private SamplingOptions sampling = new SamplingOptions();

    @Mixin
    private FormatOption format = new FormatOption();

    @Option(names = "--waterfall", paramLabel = "FILE.svg", description = "Draws the gains and their interaction.")
    private @Nullable Path waterfall;

    @Option(
            names = "--chart",
            paramLabel = "FILE.svg",
            description = "Draws speed against throughput before and after.")
    private @Nullable Path chart;

    @Override
    public Integer call() {
        if (techniques.size() > MOST_TECHNIQUES
                || techniques.stream().distinct().count() < techniques.size()) {
            throw new ParameterException(
                    spec.commandLine(), "--techniques are at most %s, each once".formatted(MOST_TECHNIQUES));
        }
        Problems problems = new Problems();
        Shelf shelf = catalog.shelf(problems);
        problems.orThrow();
        List<Plan> plans = Plans.of(shelf, List.of(scenario), settings, problems);
        if (plans.size() != 1) {
            throw new ParameterException(
                    spec.commandLine(), scenario + " holds several scenarios, and one is compared");
        }
        Optional<Compared> found =
                Techniques.compare(plans.get(0), shelf, named(), tradeAtMost, sampling.sampling(spec), problems);
        problems.orThrow();
        Compared compared = found.orElseThrow();
        draw(compared, problems);
        problems.orThrow();
        spec.commandLine()
                .getOut()
                .print(
                        switch (format.output()) {
                            case JSON -> CompareJson.of(compared);
                            case CSV -> CompareReport.csv(compared);
                            case MARKDOWN -> CompareReport.markdown(compared);
                            case TABLE -> CompareReport.text(compared);
                        });
        return compared.comparison().base().equalLoss().outcome().isPresent() ? Exit.GOOD : Exit.FAILED;
    }

    private List<Text> named() {
        return techniques.stream()
                .map(String::strip)
                .map(id -> new Text(id, Place.argument("--techniques " + id)))
                .toList();
    }

    private void draw(Compared compared, Problems problems) {
        if (chart != null && compared.comparison().base().equalLoss().outcome().isPresent()) {
            WholeFile.write(chart, CompareChart.frontiers(compared), problems);
        }
        if (waterfall != null) {
            Optional<Stack> stack = compared.comparison().stacks().stream()
                    .filter(one -> one.interaction().isPresent())
                    .findFirst();
            if (stack.isEmpty()) {
                problems.error(
                        "no-chart",
                        Place.argument("--waterfall"),
                        "there are no two techniques that go together and have a gain each");
            } else {
                WholeFile.write(waterfall, CompareChart.waterfall(compared, stack.get()), problems);
            }
        }
    }
}
