package muster.view.estimate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import muster.scenario.Estimate;
import muster.trace.TraceStep;
import muster.uncertainty.sampling.Percentiles;
import muster.unit.NumberText;
import muster.view.Grid;
import muster.view.figure.Cells;
import muster.view.figure.Headlines;

/** Estimates as tables: side by side for people, and with all digits for spreadsheets. */
final class EstimateTable {
    private EstimateTable() {}

    /** Every figure of every estimate and every point of its curves, a row each, with all digits. */
    static Grid rows(List<Estimate> estimates) {
        List<List<String>> rows = new ArrayList<>();
        for (Estimate estimate : estimates) {
            estimate.steps()
                    .forEach(step -> rows.add(row(
                            estimate,
                            step.name(),
                            step.value(),
                            estimate.percentiles(step),
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
                                    estimate.percentiles(curve, point),
                                    estimate.errors(curve, point),
                                    curve.unit(),
                                    "curve",
                                    ""))));
        }
        return Grid.of(
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
                Set.of(2, 3, 4, 5, 6, 7, 8));
    }

    private static List<String> row(
            Estimate estimate,
            String name,
            double value,
            Optional<Percentiles> spread,
            Optional<Percentiles> errors,
            String unit,
            String kind,
            String expression) {
        return List.of(
                estimate.scenario(),
                name,
                NumberText.exact(value),
                percentile(spread, Percentiles::p5),
                percentile(spread, Percentiles::p50),
                percentile(spread, Percentiles::p95),
                percentile(errors, Percentiles::p5),
                percentile(errors, Percentiles::p50),
                percentile(errors, Percentiles::p95),
                unit,
                kind,
                expression,
                estimate.catalog().hash());
    }

    private static String percentile(Optional<Percentiles> spread, ToDoubleFunction<Percentiles> percentile) {
        return spread.map(found -> NumberText.exact(percentile.applyAsDouble(found)))
                .orElse("");
    }

    /** The headline figures side by side. */
    static Grid headlines(List<Estimate> estimates) {
        List<String> names = Headlines.names(estimates);
        return grid(
                estimates, "figure", names, names.stream().map(Headlines::words).toList());
    }

    /**
     * Figures side by side, a row each.
     *
     * @param what the head of the column of their names
     * @param words what each is called, before its name; empty for none
     */
    static Grid grid(List<Estimate> estimates, String what, List<String> names, List<String> words) {
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
        return Grid.of(
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
                .map(TraceStep::unit)
                .findFirst()
                .orElse("");
    }
}
