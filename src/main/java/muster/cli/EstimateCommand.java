package muster.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import muster.catalog.Entry;
import muster.catalog.Shelf;
import muster.diagnostic.Place;
import muster.diagnostic.Problems;
import muster.document.Text;
import muster.report.EstimateJson;
import muster.report.EstimatePage;
import muster.report.EstimateTable;
import muster.scenario.Estimate;
import muster.scenario.Plan;
import muster.scenario.Scenario;
import muster.uncertainty.Sampling;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code muster estimate}: the chain from a fleet to a workforce. */
@Command(
        name = "estimate",
        description = "From a fleet to a workforce: capacity, training compute, model, throughput, researchers.",
        mixinStandardHelpOptions = true)
final class EstimateCommand implements Callable<Integer> {
    private static final String MAIN_JOB = "essay-2023";

    private enum Form {
        TABLE,
        JSON,
        CSV,
        MARKDOWN,
        HTML;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Mixin
    private CatalogOption catalog = new CatalogOption();

    @Parameters(
            paramLabel = "SCENARIO",
            arity = "0..*",
            description = "Ids of scenarios, or YAML files; several are shown side by side. Default: " + MAIN_JOB + ".")
    private List<String> scenarios = new ArrayList<>();

    @Option(
            names = "--set",
            paramLabel = "PATH=VALUE",
            description = "Changes an input, as training.duration=90 day; may be repeated.")
    private List<String> settings = new ArrayList<>();

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "${COMPLETION-CANDIDATES}; default ${DEFAULT-VALUE}.")
    private Form form = Form.TABLE;

    @Option(names = "--explain", description = "Shows every step with its expression and source.")
    private boolean explain;

    @Mixin
    private SamplingOptions sampling = new SamplingOptions();

    @Mixin
    private Progress progress = new Progress();

    @Option(names = "--list", description = "Lists the scenarios.")
    private boolean list;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        Problems problems = new Problems();
        Shelf shelf = catalog.shelf(problems);
        problems.orThrow();
        if (list) {
            shelf.ids(Scenario.KIND).forEach(id -> out.println(line(shelf, id)));
            return Exit.GOOD;
        }
        Optional<Sampling> how = sampling.sampling(spec);
        List<Estimate> estimates =
                Plans.of(shelf, scenarios.isEmpty() ? List.of(MAIN_JOB) : scenarios, settings, problems).stream()
                        .map(plan -> estimate(plan, how))
                        .toList();
        out.print(
                switch (form) {
                    case JSON -> EstimateJson.of(estimates);
                    case CSV -> EstimateTable.csv(estimates);
                    case HTML -> EstimatePage.html(estimates);
                    case MARKDOWN -> EstimateTable.markdown(estimates) + explained(estimates);
                    case TABLE -> EstimateTable.text(estimates) + explained(estimates);
                });
        List<Estimate> idle = estimates.stream().filter(Estimate::servesNothing).toList();
        idle.forEach(estimate -> spec.commandLine().getErr().println(EstimateTable.servesNothing(estimate)));
        return idle.isEmpty() ? Exit.GOOD : Exit.FAILED;
    }

    private Estimate estimate(Plan plan, Optional<Sampling> how) {
        long samples = how.map(Sampling::samples).orElse(0L);
        try (Progress.Line line =
                progress.of("samples", samples, spec.commandLine().getErr())) {
            Estimate estimate = Estimate.of(plan, how, line);
            return form == Form.CSV ? estimate : estimate.surveyed();
        }
    }

    private String explained(List<Estimate> estimates) {
        return explain ? estimates.stream().map(EstimateTable::explain).collect(Collectors.joining()) : "";
    }

    private static String line(Shelf shelf, String id) {
        String title = shelf.entry(Scenario.KIND, new Text(id, Place.argument(id)), new Problems())
                .flatMap(Entry::title)
                .orElse("");
        return "%-30s %s".formatted(id, title);
    }
}
