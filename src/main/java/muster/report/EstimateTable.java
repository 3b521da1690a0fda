package muster.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import muster.diagnostic.Diagnostic;
import muster.scenario.Estimate;
import muster.trace.Step;
import muster.uncertainty.Spread;
import muster.unit.Numbers;

/** Estimates as tables for people and for spreadsheets. */
public final class EstimateTable {
    private EstimateTable() {}

    /** The headline figures side by side, with basis and warnings. */
    public static String text(List<Estimate> estimates) {
        StringBuilder text = new StringBuilder(headlines(estimates).text());
        for (Estimate estimate : estimates) {
            text.append("\n%s, catalog %s\n".formatted(estimate.scenario(), estimate.catalogHash()));
            estimate.settings().forEach(setting -> text.append("  changed: %s\n".formatted(setting)));
            estimate.basis().forEach((name, words) -> text.append("  %s: %s\n".formatted(name, words)));
            sampling(estimate)
                    .ifPresent(words -> text.append("  samples: ").append(words).append('\n'));
            warnings(estimate)
                    .forEach(warning ->
                            text.append("  warning: ").append(warning).append('\n'));
        }
        return text.toString();
    }

    /** The headline figures side by side in Markdown, with basis and warnings as a list. */
    public static String markdown(List<Estimate> estimates) {
        StringBuilder text = new StringBuilder(headlines(estimates).markdown());
        for (Estimate estimate : estimates) {
            text.append("\n**%s**, catalog %s\n\n".formatted(estimate.scenario(), estimate.catalogHash()));
            estimate.settings().forEach(setting -> text.append("- changed: `%s`\n".formatted(setting)));
            estimate.basis().forEach((name, words) -> text.append("- %s: %s\n".formatted(name, words)));
            sampling(estimate)
                    .ifPresent(words -> text.append("- samples: ").append(words).append('\n'));
            warnings(estimate).forEach(warning -> text.append("- warning: %s\n".formatted(warning)));
        }
        return text.toString();
    }

    /** Every figure of every estimate, a row each, with all digits. */
    public static String csv(List<Estimate> estimates) {
        List<List<String>> rows = new ArrayList<>();
        estimates.forEach(estimate -> estimate.steps()
                .forEach(step -> rows.add(List.of(
                        estimate.scenario(),
                        step.name(),
                        Double.toString(step.value()),
                        percentile(estimate, step, Spread::p5),
                        percentile(estimate, step, Spread::p50),
                        percentile(estimate, step, Spread::p95),
                        step.unit(),
                        step.kind().toString(),
                        step.expression(),
                        estimate.catalogHash()))));
        return new Grid(
                        List.of(
                                "scenario",
                                "name",
                                "value",
                                "p5",
                                "p50",
                                "p95",
                                "unit",
                                "kind",
                                "expression",
                                "catalog"),
                        rows,
                        Set.of(2, 3, 4, 5))
                .csv();
    }

    private static String percentile(Estimate estimate, Step step, ToDoubleFunction<Spread> percentile) {
        return estimate.spread(step)
                .map(spread -> Double.toString(percentile.applyAsDouble(spread)))
                .orElse("");
    }

    /** The record of an estimate, step by step. */
    public static String explain(Estimate estimate) {
        return "\n%s, step by step\n".formatted(estimate.scenario())
                + estimate.steps().stream().map(EstimateTable::explain).collect(Collectors.joining());
    }

    private static String explain(Step step) {
        String symbol = step.symbol().isEmpty() ? "" : "  [%s]".formatted(step.symbol());
        String how = step.kind() == Step.Kind.DERIVED ? "= " + step.expression() : step.kind() + ": " + origin(step);
        return "%s = %s %s%s\n    %s\n"
                .formatted(step.name(), Numbers.rounded(step.value(), 6), step.unit(), symbol, how);
    }

    private static String origin(Step step) {
        String place = step.place().map(Object::toString).orElse("");
        String source = step.source().map(found -> found.citation()).orElse("");
        return source + (source.isEmpty() || place.isEmpty() ? "" : ", ") + place;
    }

    private static Grid headlines(List<Estimate> estimates) {
        List<String> head = new ArrayList<>(List.of("", "figure"));
        estimates.forEach(estimate -> head.add(estimate.scenario()));
        head.add("unit");
        List<List<String>> rows = new ArrayList<>();
        for (String name : Headlines.names(estimates)) {
            List<String> row = new ArrayList<>(List.of(Headlines.words(name), name));
            estimates.forEach(estimate -> row.add(
                    estimate.step(name).map(step -> Cells.of(estimate, step)).orElse("-")));
            row.add(unit(estimates, name));
            rows.add(row);
        }
        return new Grid(
                head, rows, IntStream.range(2, 2 + estimates.size()).boxed().collect(Collectors.toSet()));
    }

    private static String unit(List<Estimate> estimates, String name) {
        return estimates.stream()
                .map(estimate -> estimate.step(name))
                .flatMap(Optional::stream)
                .map(Step::unit)
                .findFirst()
                .orElse("");
    }

    private static Optional<String> sampling(Estimate estimate) {
        return estimate.sampling()
                .map(how ->
                        "%s of seed %d; figures are medians with 5th and 95th percentiles, which do not add up across rows"
                                .formatted(Numbers.rounded((double) how.samples(), 7), how.seed()));
    }

    private static List<String> warnings(Estimate estimate) {
        return estimate.warnings().stream().map(Diagnostic::message).toList();
    }
}
