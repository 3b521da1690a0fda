package muster.cli;

import java.util.ArrayList;
import java.util.List;
import muster.catalog.Catalog;
import muster.cli.option.Arguments;
import muster.cli.option.BudgetOptions;
import muster.cli.option.FormatOption;
import muster.cli.option.SamplingOptions;
import muster.cli.option.ScenariosOptions;
import muster.diagnostic.Problems;
import muster.document.yaml.Text;
import muster.scenario.ComparisonRequest;
import muster.scenario.ComparisonResult;
import muster.scenario.ScenarioPlan;
import muster.scenario.TechniqueRunner;
import muster.view.comparison.CompareView;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code muster compare}: techniques at equal quality and at equal budget. */
@Command(
        name = "compare",
        description =
                "What techniques gain at equal quality and at equal total budget, each alone and together, served by the step-time model: of scenarios with throughput by roofline.",
        mixinStandardHelpOptions = true)
final class CompareCommand extends CatalogResultCommand {
    private static final String MIXTURE = "compare-moe-2026";
    private static final String ESSAY = "essay-2023-measured";
    private static final String TECHNIQUES = "fp8,fp4,distill,over-train,moe,speculate";
    // Epoch AI 2023: combined trades of training for inference span two to three orders of magnitude.
    private static final double MOST_TRADED = 3;
    private static final int MOST_TECHNIQUES = 8;

    @Mixin
    private ScenariosOptions scenarios = new ScenariosOptions(MIXTURE, ESSAY);

    @Option(
            names = "--techniques",
            split = ",",
            paramLabel = "ID",
            defaultValue = TECHNIQUES,
            description =
                    "Ids of techniques, apart by commas; muster catalog list technique has all. Default ${DEFAULT-VALUE}.")
    private List<String> techniques = new ArrayList<>();

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
    void checkOptions() {
        if (techniques.size() > MOST_TECHNIQUES
                || techniques.stream().distinct().count() < techniques.size()) {
            throw usage("--techniques are at most %s, each once".formatted(MOST_TECHNIQUES));
        }
    }

    @Override
    int run(Catalog catalog, Problems problems) {
        ComparisonRequest asked = budget.of(named(), tradeAtMost, sampling.sampling(problems), problems);
        problems.orThrow();
        List<ScenarioPlan> plans = scenarios.plans(catalog, problems);
        List<ComparisonResult> compared = plans.stream()
                .flatMap(plan -> TechniqueRunner.compare(plan, asked, problems).stream())
                .toList();
        problems.orThrow();
        format.print(new CompareView(compared), out());
        // The table is out, whatever becomes of the pictures.
        out().flush();
        charts.draw(compared, problems);
        problems.orThrow();
        return status(compared.stream()
                .allMatch(one -> one.comparison().base().equalLoss().outcome().isPresent()));
    }

    private List<Text> named() {
        return techniques.stream()
                .map(String::strip)
                .map(id -> Arguments.text("--techniques", id))
                .toList();
    }
}
