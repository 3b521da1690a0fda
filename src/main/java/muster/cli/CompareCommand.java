package muster.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import muster.catalog.Shelf;
import muster.diagnostic.Place;
import muster.diagnostic.Problems;
import muster.document.Text;
import muster.scenario.Compared;
import muster.scenario.Comparing;
import muster.scenario.Plan;
import muster.scenario.Techniques;
import muster.view.comparison.CompareView;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code muster compare}: techniques at equal quality and at equal budget. */
@Command(
        name = "compare",
        description =
                "What techniques gain at equal quality and at equal total budget, each alone and together, served by the model of time.",
        mixinStandardHelpOptions = true)
final class CompareCommand implements Callable<Integer> {
    private static final String MIXTURE = "compare-moe-2026";
    private static final String ESSAY = "essay-2023-measured";
    private static final String TECHNIQUES = "fp8,fp4,distill,over-train,moe,speculate";
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
            arity = "0..*",
            description = "Ids of scenarios with throughput by roofline, or YAML files; each has a section. Default: "
                    + MIXTURE + " and " + ESSAY + ".")
    private List<String> scenarios = new ArrayList<>();

    @Option(
            names = "--techniques",
            split = ",",
            paramLabel = "ID",
            defaultValue = TECHNIQUES,
            description =
                    "Ids of techniques, apart by commas; muster catalog list technique has all. Default ${DEFAULT-VALUE}.")
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
    private BudgetOptions budget = new BudgetOptions();

    @Mixin
    private SamplingOptions sampling = new SamplingOptions();

    @Mixin
    private FormatOption format = new FormatOption();

    @Mixin
    private CompareCharts charts = new CompareCharts();

    @Override
    public Integer call() {
        if (techniques.size() > MOST_TECHNIQUES
                || techniques.stream().distinct().count() < techniques.size()) {
            throw new ParameterException(
                    spec.commandLine(), "--techniques are at most %s, each once".formatted(MOST_TECHNIQUES));
        }
        Problems problems = new Problems();
        Shelf shelf = catalog.shelf(problems);
        Comparing asked = budget.of(named(), tradeAtMost, sampling.sampling(spec), problems);
        problems.orThrow();
        List<Plan> plans =
                Plans.of(shelf, scenarios.isEmpty() ? List.of(MIXTURE, ESSAY) : scenarios, settings, problems);
        List<Compared> compared = plans.stream()
                .flatMap(plan -> Techniques.compare(plan, shelf, asked, problems).stream())
                .toList();
        problems.orThrow();
        format.print(
                new CompareView(compared, shelf.edition()), spec.commandLine().getOut());
        // The table is out, whatever becomes of the pictures.
        spec.commandLine().getOut().flush();
        charts.draw(compared, problems);
        problems.orThrow();
        return compared.stream()
                        .allMatch(one ->
                                one.comparison().base().equalLoss().outcome().isPresent())
                ? Exit.GOOD
                : Exit.FAILED;
    }

    private List<Text> named() {
        return techniques.stream()
                .map(String::strip)
                .map(id -> new Text(id, Place.argument("--techniques " + id)))
                .toList();
    }
}
