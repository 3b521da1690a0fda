package muster.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import muster.catalog.Catalog;
import muster.catalog.Entry;
import muster.cli.option.ExplainOption;
import muster.cli.option.FormatOption;
import muster.cli.option.ProgressMeter;
import muster.cli.option.SamplingOptions;
import muster.cli.option.ScenariosOptions;
import muster.diagnostic.Place;
import muster.diagnostic.Problems;
import muster.document.yaml.Text;
import muster.scenario.Estimate;
import muster.scenario.EstimateByExchangeRate;
import muster.scenario.EstimateByResearchLaw;
import muster.scenario.Scenario;
import muster.scenario.ScenarioPlan;
import muster.scenario.SharedChips;
import muster.text.Harmless;
import muster.uncertainty.sampling.Sampling;
import muster.view.estimate.EstimateView;
import muster.view.estimate.ExchangeRatesView;
import muster.view.estimate.ResearchLawsView;
import muster.view.estimate.ServesNothing;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code muster estimate}: the chain from a fleet to a workforce. */
@Command(
        name = "estimate",
        description =
                "From a fleet to a workforce: capacity, training compute, model, throughput, researchers; several scenarios side by side.",
        mixinStandardHelpOptions = true)
final class EstimateCommand extends CatalogResultCommand {
    private static final String MAIN_JOB = "essay-2023";

    @Mixin
    private ScenariosOptions scenarios = new ScenariosOptions(MAIN_JOB);

    @Mixin
    private FormatOption format = new FormatOption();

    @Option(
            names = "--exchange-rates",
            description = "A table of its own: the scenario under every exchange rate of the catalog.")
    private boolean exchangeRates;

    @Option(
            names = "--laws",
            description =
                    "A table of its own: the scenario under every law of research of the catalog, over one laboratory.")
    private boolean laws;

    @Mixin
    private ExplainOption explain = new ExplainOption();

    @Option(names = "--all-inputs", description = "Of several scenarios: every input that differs, not ten of them.")
    private boolean allInputs;

    @Mixin
    private SamplingOptions sampling = new SamplingOptions();

    @Mixin
    private ProgressMeter progress = new ProgressMeter();

    @Option(names = "--list", description = "Lists the scenarios.")
    private boolean list;

    @Override
    void checkOptions() {
        if ((exchangeRates || laws) && explain.wanted()) {
            throw usage("%s is a table of its own, without --explain".formatted(laws ? "--laws" : "--exchange-rates"));
        }
        if (exchangeRates && laws) {
            throw usage("--exchange-rates and --laws are a table each");
        }
    }

    @Override
    int run(Catalog catalog, Problems problems) {
        problems.orThrow();
        if (list) {
            List<String> lines = catalog.ids(Scenario.KIND).stream()
                    .map(id -> line(catalog, id, problems))
                    .toList();
            problems.orThrow();
            lines.forEach(out()::println);
            return ExitStatus.GOOD;
        }
        Optional<Sampling> how = sampling.sampling(problems);
        problems.orThrow();
        if (exchangeRates) {
            return byExchangeRate(catalog, how, problems);
        }
        if (laws) {
            return byResearchLaw(catalog, how, problems);
        }
        List<ScenarioPlan> plans = scenarios.plans(catalog, problems);
        List<Estimate> estimates =
                plans.stream().map(plan -> estimate(plan, how)).toList();
        format.print(new EstimateView(estimates, SharedChips.notes(plans), explain.wanted(), allInputs), out());
        return said(estimates);
    }

    private int byExchangeRate(Catalog catalog, Optional<Sampling> how, Problems problems) {
        List<EstimateByExchangeRate> views = new ArrayList<>();
        scenarios.each(
                catalog, plan -> EstimateByExchangeRate.of(plan, how, problems).ifPresent(views::add), problems);
        problems.orThrow();
        format.print(new ExchangeRatesView(views), out());
        return said(views.stream().map(EstimateByExchangeRate::own).toList());
    }

    private int byResearchLaw(Catalog catalog, Optional<Sampling> how, Problems problems) {
        List<EstimateByResearchLaw> views = new ArrayList<>();
        scenarios.each(
                catalog, plan -> EstimateByResearchLaw.of(plan, how, problems).ifPresent(views::add), problems);
        problems.orThrow();
        format.print(new ResearchLawsView(views), out());
        return said(views.stream().map(EstimateByResearchLaw::own).toList());
    }

    // What serves nothing is said, and fails.
    private int said(List<Estimate> estimates) {
        List<Estimate> idle = estimates.stream().filter(Estimate::servesNothing).toList();
        idle.forEach(estimate -> err().println(ServesNothing.words(estimate)));
        return status(idle.isEmpty());
    }

    private Estimate estimate(ScenarioPlan plan, Optional<Sampling> how) {
        long samples = how.map(Sampling::samples).orElse(0L);
        try (ProgressMeter.Line line = progress.of("samples", samples, err())) {
            return Estimate.of(plan, how, line).surveyed();
        }
    }

    private static String line(Catalog catalog, String id, Problems problems) {
        String title = catalog.entry(Scenario.KIND, new Text(id, Place.argument(id)), problems)
                .flatMap(Entry::title)
                .orElse("");
        return "%-30s %s".formatted(id, Harmless.line(title)) + purpose(catalog, id);
    }

    // That of the file itself, not of the one that it extends.
    private static String purpose(Catalog catalog, String id) {
        List<Entry> stack = catalog.stack(Scenario.KIND, new Text(id, Place.argument(id)), new Problems());
        return stack.isEmpty()
                ? ""
                : stack.get(stack.size() - 1)
                        .body()
                        .text("purpose")
                        .map(words -> "\n%30s for: %s".formatted("", Harmless.line(words.value())))
                        .orElse("");
    }
}
