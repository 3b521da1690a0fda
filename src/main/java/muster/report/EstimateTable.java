package muster.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import muster.diagnostic.Diagnostic;
import muster.inference.Attainment;
import muster.scenario.Estimate;
import muster.trace.Step;
import muster.uncertainty.Spread;
import muster.unit.Numbers;

/** Estimates as tables for people and for spreadsheets. */
public final class EstimateTable {
    private EstimateTable() {}

    /** The inputs that differ, then the headline figures, side by side, with what must be said beside them. */
    public static String text(List<Estimate> estimates) {
        StringBuilder text = new StringBuilder(atTheTop(estimates));
        differences(estimates).ifPresent(grid -> text.append(grid.text()).append('\n'));
        text.append(headlines(estimates).text());
        for (Estimate estimate : estimates) {
            text.append("\n%s, catalog %s\n".formatted(estimate.scenario(), estimate.catalog()));
            Notes.of(estimate).forEach(note -> text.append("  ").append(note).append('\n'));
            SameLossTable.of(estimate)
                    .ifPresent(grid -> text.append("\n%s\n%s".formatted(SameLossTable.TITLE, grid.text())));
            attainment(estimate).forEach((title, grid) -> text.append("\n%s\n%s".formatted(title, grid.text())));
            LeadTable.of(estimate).ifPresent(grid -> text.append('\n').append(grid.text()));
        }
        return text.toString();
    }

    /** The same in Markdown. */
    public static String markdown(List<Estimate> estimates) {
        StringBuilder text = new StringBuilder(atTheTop(estimates));
        differences(estimates).ifPresent(grid -> text.append(grid.markdown()).append('\n'));
        text.append(headlines(estimates).markdown());
        for (Estimate estimate : estimates) {
            text.append("\n**%s**, catalog %s\n\n".formatted(estimate.scenario(), estimate.catalog()));
            Notes.of(estimate).forEach(note -> text.append("- ").append(note).append('\n'));
            SameLossTable.of(estimate)
                    .ifPresent(grid -> text.append("\n%s\n\n%s".formatted(SameLossTable.TITLE, grid.markdown())));
            attainment(estimate).forEach((title, grid) -> text.append("\n%s\n\n%s".formatted(title, grid.markdown())));
            LeadTable.of(estimate).ifPresent(grid -> text.append('\n').append(grid.markdown()));
        }
        return text.toString();
    }

    private static Map<String, Grid> attainment(Estimate estimate) {
        return estimate.attainment().map(AttainmentTable::of).orElse(Map.of());
    }

    /** Every figure of every estimate and every point of its curves, a row each, with all digits. */
    public static String csv(List<Estimate> estimates) {
        List<List<String>> rows = new ArrayList<>();
        for (Estimate estimate : estimates) {
            estimate.steps()
                    .forEach(step -> rows.add(row(
                            estimate,
                            step.name(),
                            step.value(),
                            estimate.spread(step),
                            estimate.errors(step),
                            step.unit(),
                            step.kind().toString(),
                            step.made())));
            estimate.curves()
                    .forEach(curve -> curve.points()
                            .forEach(point -> rows.add(row(
                                    estimate,
                                    curve.column(point.at()),
                                    point.value(),
                                    estimate.spread(curve, point),
                                    estimate.errors(curve, point),
                                    curve.unit(),
                                    "curve",
                                    ""))));
        }
        return new Grid(
                        List.of(
                                "scenario",
                                "name",
                                "value",
                                "p5",
                                "p50",
                                "p95",
                                "p5_error",
                                "p50_error",
                                "p95_error",
                                "unit",
                                "kind",
                                "expression",
                                "catalog"),
                        rows,
                        Set.of(2, 3, 4, 5, 6, 7, 8))
                .csv();
    }

    private static List<String> row(
            Estimate estimate,
            String name,
            double value,
            Optional<Spread> spread,
            Optional<Spread> errors,
            String unit,
            String kind,
            String expression) {
        return List.of(
                estimate.scenario(),
                name,
                Numbers.exact(value),
                percentile(spread, Spread::p5),
                percentile(spread, Spread::p50),
                percentile(spread, Spread::p95),
                percentile(errors, Spread::p5),
                percentile(errors, Spread::p50),
                percentile(errors, Spread::p95),
                unit,
                kind,
                expression,
                estimate.catalog().hash());
    }

    private static String percentile(Optional<Spread> spread, ToDoubleFunction<Spread> percentile) {
        return spread.map(found -> Numbers.exact(percentile.applyAsDouble(found)))
                .orElse("");
    }

    /** That an estimate serves nothing, and why. */
    public static String servesNothing(Estimate estimate) {
        return estimate.warnings().stream()
                .filter(warning -> warning.code().equals("serves-nothing"))
                .map(Diagnostic::message)
                .collect(Collectors.joining(
                        "; ",
                        estimate.scenario() + ": no token is served at the required serial speed: ",
                        wouldServe(estimate)));
    }

    private static String wouldServe(Estimate estimate) {
        List<Attainment.Way> ways =
                estimate.attainment().map(Attainment::wouldServe).orElse(List.of());
        return estimate.attainment().isEmpty()
                ? ""
                : ways.isEmpty()
                        ? ". Nothing that was tried would serve"
                        : ways.stream()
                                .map(way -> "%s (%s token/s in all)"
                                        .formatted(
                                                way.words(),
                                                Numbers.rounded(way.result().throughputAtSpeed(), 3)))
                                .collect(Collectors.joining("; ", ". What would serve: ", ""));
    }

    private static String atTheTop(List<Estimate> estimates) {
        return estimates.stream()
                .filter(Estimate::servesNothing)
                .map(estimate -> servesNothing(estimate) + "\n\n")
                .collect(Collectors.joining());
    }

    /** The record of an estimate, step by step. */
    public static String explain(Estimate estimate) {
        StringBuilder text = new StringBuilder(steps(estimate.scenario(), estimate.steps()));
        estimate.attainment()
                .map(StepTimeTable::of)
                .orElse(Map.of())
                .forEach((title, grid) -> text.append("\n%s\n%s".formatted(title, grid.text())));
        return text.toString();
    }

    /** A record, step by step. */
    static String steps(String name, List<Step> steps) {
        return "\n%s, step by step\n".formatted(name)
                + steps.stream().map(EstimateTable::explain).collect(Collectors.joining());
    }

    private static String explain(Step step) {
        String symbol = step.symbol().isEmpty() ? "" : "  [%s]".formatted(step.symbol());
        String how = switch (step.kind()) {
            case DERIVED -> "= " + step.expression();
            case SOLVED -> "solved so that " + String.join("\n    and ", step.checks());
            case INPUT, CONSTANT -> step.kind() + ": " + origin(step);
        };
        String unit = step.unit().equals("1") ? "" : " " + step.unit();
        return "%s = %s%s%s\n    %s\n".formatted(step.name(), Numbers.rounded(step.value(), 6), unit, symbol, how);
    }

    private static String origin(Step step) {
        String place = step.place().map(Object::toString).orElse("");
        String source = step.source().map(found -> found.citation()).orElse("");
        return source + (source.isEmpty() || place.isEmpty() ? "" : ", ") + place;
    }

    // What was put in differently stands before what came out differently.
    static Optional<Grid> differences(List<Estimate> estimates) {
        List<String> names = estimates.stream()
                .flatMap(estimate -> estimate.steps().stream())
                .filter(step -> step.kind() == Step.Kind.INPUT)
                .map(Step::name)
                .distinct()
                .filter(name -> differs(estimates, name))
                .toList();
        return names.isEmpty()
                ? Optional.empty()
                : Optional.of(grid(estimates, "inputs that differ", names, List.of()));
    }

    // By all digits, of which the cells show fewer.
    private static boolean differs(List<Estimate> estimates, String name) {
        return estimates.stream()
                        .map(estimate -> estimate.step(name).map(step -> step.value() + " " + estimate.spread(step)))
                        .distinct()
                        .count()
                > 1;
    }

    static Grid headlines(List<Estimate> estimates) {
        List<String> names = Headlines.names(estimates);
        return grid(
                estimates, "figure", names, names.stream().map(Headlines::words).toList());
    }

    private static Grid grid(List<Estimate> estimates, String what, List<String> names, List<String> words) {
        int left = words.isEmpty() ? 1 : 2;
        List<String> head = new ArrayList<>(words.isEmpty() ? List.of(what) : List.of("", what));
        estimates.forEach(estimate -> head.add(estimate.scenario()));
        head.add("unit");
        List<List<String>> rows = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            List<String> row = new ArrayList<>(words.isEmpty() ? List.of() : List.of(words.get(i)));
            row.add(names.get(i));
            row.addAll(cells(estimates, names.get(i)));
            row.add(unit(estimates, names.get(i)));
            rows.add(row);
        }
        return new Grid(
                head,
                rows,
                IntStream.range(left, left + estimates.size()).boxed().collect(Collectors.toSet()));
    }

    private static List<String> cells(List<Estimate> estimates, String name) {
        return estimates.stream()
                .map(estimate -> estimate.step(name)
                        .map(step -> Cells.of(estimate, step))
                        .orElse("-"))
                .toList();
    }

    private static String unit(List<Estimate> estimates, String name) {
        return estimates.stream()
                .map(estimate -> estimate.step(name))
                .flatMap(Optional::stream)
                .map(Step::unit)
                .findFirst()
                .orElse("");
    }
}
