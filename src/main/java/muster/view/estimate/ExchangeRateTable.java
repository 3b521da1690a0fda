package muster.view.estimate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import muster.diagnostic.Diagnostic;
import muster.inference.serving.InferenceFigures;
import muster.scenario.Estimate;
import muster.scenario.EstimateByExchangeRate;
import muster.scenario.EstimateByExchangeRate.Exchanged;
import muster.trace.TraceStep;
import muster.uncertainty.Source;
import muster.uncertainty.sampling.Percentiles;
import muster.unit.NumberText;
import muster.unit.Quantity;
import muster.view.Grid;
import muster.view.figure.Cells;
import muster.workforce.WorkforceFigures;

/** A scenario under every exchange rate as a table. */
final class ExchangeRateTable {
    private static final String TOKENS = WorkforceFigures.TOKENS_PER_RESEARCHER_SECOND;
    private static final String TOKENS_UNIT = "token/researcher-second";

    /** The figures that hang on the rate, beside the unit in which the table has them. */
    static final List<String> FIGURES = List.of(
            WorkforceFigures.PARALLEL_RESEARCHERS,
            WorkforceFigures.SERIAL_SPEEDUP,
            WorkforceFigures.RESEARCHER_MONTHS_PER_MONTH,
            WorkforceFigures.RENT_PER_RESEARCHER_MONTH,
            WorkforceFigures.ENERGY_PER_RESEARCHER_MONTH);

    private static final List<String> SAME =
            List.of(InferenceFigures.THROUGHPUT, InferenceFigures.SERIAL_SPEED, InferenceFigures.STREAMS);

    private ExchangeRateTable() {}

    /** A row for each figure of each rate of each scenario, with all digits. */
    static Grid rows(List<EstimateByExchangeRate> views) {
        List<List<String>> rows = new ArrayList<>();
        for (EstimateByExchangeRate view : views) {
            for (Exchanged rate : view.exchanged()) {
                List<String> names = new ArrayList<>(List.of(TOKENS, WorkforceFigures.STREAMS));
                names.addAll(FIGURES);
                names.forEach(name -> rate.estimate().step(name).ifPresent(step -> rows.add(row(view, rate, step))));
            }
        }
        return Grid.of(
                List.of(
                        "scenario",
                        "exchange_rate",
                        "tokens_counted",
                        "tier",
                        "evidence",
                        "quality_counted",
                        "name",
                        "value",
                        "p5",
                        "p50",
                        "p95",
                        "unit",
                        "catalog"),
                rows,
                Set.of(7, 8, 9, 10));
    }

    private static List<String> row(EstimateByExchangeRate view, Exchanged rate, TraceStep step) {
        Optional<Percentiles> spread = rate.estimate().percentiles(step);
        return List.of(
                view.own().scenario(),
                rate.id(),
                rate.rate().counts().toString(),
                source(rate).map(source -> source.tier().toString()).orElse(""),
                source(rate).map(source -> source.evidence().toString()).orElse(""),
                Boolean.toString(rate.quality()),
                step.name(),
                NumberText.exact(step.value()),
                spread.map(found -> NumberText.exact(found.p5())).orElse(""),
                spread.map(found -> NumberText.exact(found.p50())).orElse(""),
                spread.map(found -> NumberText.exact(found.p95())).orElse(""),
                step.unit(),
                view.own().catalog().hash());
    }

    /** A row for each rate. */
    static Grid grid(EstimateByExchangeRate view) {
        boolean costs = FIGURES.subList(3, 5).stream()
                .anyMatch(name -> view.own().step(name).isPresent());
        List<String> head = new ArrayList<>(
                List.of("exchange rate", "tokens/researcher-second", "streams", "tokens counted", "evidence"));
        if (countsQuality(view)) {
            head.add("quality");
        }
        int words = head.size();
        head.addAll(List.of("parallel researchers", "serial speed-up", "researcher-months/month"));
        if (costs) {
            head.addAll(List.of("USD/researcher-month", "kWh/researcher-month"));
        }
        List<List<String>> rows = new ArrayList<>();
        for (Exchanged rate : view.exchanged()) {
            List<String> row = new ArrayList<>(List.of(
                    rate.own() && !rate.id().equals(EstimateByExchangeRate.OWN)
                            ? rate.id() + " (the scenario's)"
                            : rate.id(),
                    tokens(rate.estimate()),
                    cell(rate.estimate(), WorkforceFigures.STREAMS),
                    rate.rate().counts().toString(),
                    source(rate).map(ExchangeRateTable::evidence).orElse("-")));
            if (countsQuality(view)) {
                row.add(rate.quality() ? "counted" : "not counted");
            }
            FIGURES.subList(0, costs ? 5 : 3).forEach(name -> row.add(cell(rate.estimate(), name)));
            rows.add(row);
        }
        Set<Integer> numbers =
                IntStream.range(words, head.size()).boxed().collect(Collectors.toCollection(TreeSet::new));
        numbers.addAll(List.of(1, 2));
        return Grid.of(head, rows, numbers);
    }

    private static boolean countsQuality(EstimateByExchangeRate view) {
        return view.exchanged().stream().anyMatch(Exchanged::quality);
    }

    // Rates are given by the hour and by the second; stated intervals are shown although nothing is sampled.
    private static String tokens(Estimate estimate) {
        return estimate.step(TOKENS)
                .map(step -> {
                    double factor = Quantity.of(1, step.unit()).in(TOKENS_UNIT);
                    return estimate.percentiles(step)
                            .filter(spread -> spread.p5() != spread.p95())
                            .map(spread -> Cells.interval(spread.over(1 / factor)))
                            .orElseGet(() -> NumberText.rounded(step.value() * factor, 3));
                })
                .orElse("-");
    }

    private static String cell(Estimate estimate, String name) {
        return estimate.step(name).map(step -> Cells.of(estimate, step)).orElse("-");
    }

    static Optional<Source> source(Exchanged rate) {
        return rate.rate().source();
    }

    private static String evidence(Source source) {
        return "%s, %s".formatted(source.tier(), source.evidence());
    }

    /** What must be said beside it. */
    static List<String> notes(EstimateByExchangeRate view) {
        Estimate own = view.own();
        List<String> notes = new ArrayList<>();
        own.settings().forEach(setting -> notes.add("changed: " + setting));
        notes.add("the same in every row: "
                + SAME.stream()
                        .flatMap(name -> own.step(name).stream())
                        .map(step -> "%s %s %s".formatted(step.name(), Cells.of(own, step), step.unit()))
                        .collect(Collectors.joining(", ")));
        notes.add(
                "rates count different tokens: generated ones alone, prompt tokens too, or their source does not say; where more than generated ones are counted, what the fleet generates is worth more than its row says");
        if (countsQuality(view)) {
            notes.add(
                    "a rate that names no model counts every model alike, and does not count the quality of the one that is served");
        }
        own.sampling()
                .ifPresent(how -> notes.add("medians with 5th and 95th percentiles of %s samples of seed %s"
                        .formatted(NumberText.rounded((double) how.samples(), 7), how.seed())));
        Optional.ofNullable(own.basis().get("calendar")).ifPresent(words -> notes.add("calendar: " + words));
        for (Exchanged rate : view.exchanged()) {
            notes.add("%s: %s; %s"
                    .formatted(
                            rate.id(),
                            rate.rate().stated(),
                            source(rate).map(Source::citation).orElse("no source")));
        }
        own.warnings().forEach(warning -> notes.add("warning: " + warning.message()));
        Set<String> said = own.warnings().stream().map(Diagnostic::message).collect(Collectors.toSet());
        view.exchanged()
                .forEach(rate -> rate.estimate().warnings().stream()
                        .map(Diagnostic::message)
                        .filter(message -> !said.contains(message))
                        .forEach(message -> notes.add("warning, %s: %s".formatted(rate.id(), message))));
        return notes;
    }
}
