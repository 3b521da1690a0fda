package muster.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import muster.catalog.Entry;
import muster.catalog.Shelf;
import muster.diagnostic.Place;
import muster.diagnostic.Problems;
import muster.document.Text;
import muster.scenario.ByExchangeRate;
import muster.scenario.Estimate;
import muster.scenario.Plan;
import muster.scenario.Scenario;
import muster.scenario.SharedChips;
import muster.uncertainty.Sampling;
import muster.view.estimate.EstimateView;
import muster.view.estimate.ExchangeRatesView;
import muster.view.estimate.ServesNothing;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code muster estimate}: the chain from a fleet to a workforce. */
@Command(
        name = "estimate",
        description = "From a fleet to a workforce: capacity, training compute, model, throughput, researchers.",
        mixinStandardHelpOptions = true)
final class EstimateCommand implements Callable<Integer> {
    private static final String MAIN_JOB = "essay-2023";

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

    @Mixin
    private FormatOption format = new FormatOption();

    @Option(
            names = "--exchange-rates",
            description = "A table of its own: the scenario under every exchange rate of the catalog.")
    private boolean exchangeRates;

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
        PrintWriter out = out();
        Problems problems = new Problems();
        Shelf shelf = catalog.shelf(problems);
        problems.orThrow();
        if (list) {
            shelf.ids(Scenario.KIND).forEach(id -> out.println(line(shelf, id)));
            return Exit.GOOD;
        }
        Optional<Sampling> how = sampling.sampling(spec);
        List<String> named = scenarios.isEmpty() ? List.of(MAIN_JOB) : scenarios;
        if (exchangeRates) {
            return byExchangeRate(shelf, named, how, problems);
        }
        List<Plan> plans = Plans.of(shelf, named, settings, problems);
        List<Estimate> estimates =
                plans.stream().map(plan -> estimate(plan, how)).toList();
        format.print(new EstimateView(estimates, SharedChips.notes(plans), explain), out);
        return said(estimates);
    }

    private Integer byExchangeRate(Shelf shelf, List<String> named, Optional<Sampling> how, Problems problems) {
        if (explain) {
            throw new ParameterException(
                    spec.commandLine(), "--exchange-rates is a table of its own, without --explain");
        }
        List<ByExchangeRate> views = new ArrayList<>();
        Plans.each(
                shelf,
                named,
                settings,
                (own, plan) -> ByExchangeRate.of(own, plan, how, problems).ifPresent(views::add),
                problems);
        problems.orThrow();
        format.print(new ExchangeRatesView(views), out());
        return said(views.stream().map(ByExchangeRate::own).toList());
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }

    // What serves nothing is said, and fails.
    private Integer said(List<Estimate> estimates) {
        List<Estimate> idle = estimates.stream().filter(Estimate::servesNothing).toList();
        idle.forEach(estimate -> spec.commandLine().getErr().println(ServesNothing.words(estimate)));
        return idle.isEmpty() ? Exit.GOOD : Exit.FAILED;
    }

    private Estimate estimate(Plan plan, Optional<Sampling> how) {
        long samples = how.map(Sampling::samples).orElse(0L);
        try (Progress.Line line =
                progress.of("samples", samples, spec.commandLine().getErr())) {
            return Estimate.of(plan, how, line).surveyed();
        }
    }

    private static String line(Shelf shelf, String id) {
        String title = shelf.entry(Scenario.KIND, new Text(id, Place.argument(id)), new Problems())
                .flatMap(Entry::title)
                .orElse("");
        return "%-30s %s".formatted(id, title) + purpose(shelf, id);
    }

    // That of the file itself, not of the one that it extends.
    private static String purpose(Shelf shelf, String id) {
        List<Entry> stack = shelf.stack(Scenario.KIND, new Text(id, Place.argument(id)), new Problems());
        return stack.isEmpty()
                ? ""
                : stack.get(stack.size() - 1)
                        .body()
                        .text("purpose")
                        .map(words -> "\n%30s for: %s".formatted("", words.value()))
                        .orElse("");
    }
}
