package muster.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import muster.catalog.Entry;
import muster.catalog.Shelf;
import muster.diagnostic.Place;
import muster.diagnostic.Problems;
import muster.document.Text;
import muster.report.EstimateJson;
import muster.report.EstimatePage;
import muster.report.EstimateTable;
import muster.report.ExchangeRateJson;
import muster.report.ExchangeRateTable;
import muster.scenario.ByExchangeRate;
import muster.scenario.Estimate;
import muster.scenario.Plan;
import muster.scenario.Scenario;
import muster.scenario.SharedChips;
import muster.uncertainty.Sampling;
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

    @Mixin
    private ScenariosOptions scenarios = new ScenariosOptions(MAIN_JOB);

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "${COMPLETION-CANDIDATES}; default ${DEFAULT-VALUE}.")
    private Form form = Form.TABLE;

    @Option(
            names = "--exchange-rates",
            description = "A table of its own: the scenario under every exchange rate of the catalog.")
    private boolean exchangeRates;

    @Mixin
    private ExplainOption explain = new ExplainOption();

    @Mixin
    private SamplingOptions sampling = new SamplingOptions();

    @Mixin
    private Progress progress = new Progress();

    @Option(names = "--list", description = "Lists the scenarios.")
    private boolean list;

    @Override
    void checkOptions() {
        if (exchangeRates && (form == Form.HTML || explain.wanted())) {
            throw usage(
                    "--exchange-rates is a table of its own, without --explain, in the formats table, json, csv and markdown");
        }
    }

    @Override
    int run(Shelf shelf, Problems problems) {
        problems.orThrow();
        if (list) {
            shelf.ids(Scenario.KIND).forEach(id -> out().println(line(shelf, id)));
            return Exit.GOOD;
        }
        Optional<Sampling> how = sampling.sampling(problems);
        problems.orThrow();
        if (exchangeRates) {
            return byExchangeRate(shelf, how, problems);
        }
        List<Plan> plans = scenarios.plans(shelf, problems);
        List<Estimate> estimates =
                plans.stream().map(plan -> estimate(plan, how)).toList();
        print(
                switch (form) {
                    case JSON -> EstimateJson.of(estimates);
                    case CSV -> EstimateTable.csv(estimates);
                    case HTML -> EstimatePage.html(estimates);
                    case MARKDOWN -> EstimateTable.markdown(estimates) + shared(plans, "- ") + explained(estimates);
                    case TABLE -> EstimateTable.text(estimates) + shared(plans, "") + explained(estimates);
                });
        return said(estimates);
    }

    private int byExchangeRate(Shelf shelf, Optional<Sampling> how, Problems problems) {
        List<ByExchangeRate> views = new ArrayList<>();
        scenarios.each(
                shelf,
                (own, plan) -> ByExchangeRate.of(own, plan, how, problems).ifPresent(views::add),
                problems);
        problems.orThrow();
        print(
                switch (form) {
                    case JSON -> ExchangeRateJson.of(views);
                    case CSV -> ExchangeRateTable.csv(views);
                    case MARKDOWN -> ExchangeRateTable.markdown(views);
                    case TABLE, HTML -> ExchangeRateTable.text(views);
                });
        return said(views.stream().map(ByExchangeRate::own).toList());
    }

    // What serves nothing is said, and fails.
    private int said(List<Estimate> estimates) {
        List<Estimate> idle = estimates.stream().filter(Estimate::servesNothing).toList();
        idle.forEach(estimate -> err().println(EstimateTable.servesNothing(estimate)));
        return status(idle.isEmpty());
    }

    private Estimate estimate(Plan plan, Optional<Sampling> how) {
        long samples = how.map(Sampling::samples).orElse(0L);
        try (Progress.Line line = progress.of("samples", samples, err())) {
            Estimate estimate = Estimate.of(plan, how, line);
            return form == Form.CSV ? estimate : estimate.surveyed();
        }
    }

    private static String shared(List<Plan> plans, String mark) {
        return SharedChips.notes(plans).stream()
                .map(note -> "\n%s%s\n".formatted(mark, note))
                .collect(Collectors.joining());
    }

    private String explained(List<Estimate> estimates) {
        return explain.wanted() ? estimates.stream().map(EstimateTable::explain).collect(Collectors.joining()) : "";
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
