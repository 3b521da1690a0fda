package muster.accuracy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import muster.inference.Calibration;
import muster.inference.Regime;

/**
 * Measured rows beside what the model says of them.
 *
 * @param rows all that can be forecast, in the order of the files
 * @param unknown those that cannot, with what their source does not state
 * @param benchmark what they are scored on
 */
public record Study(List<Scored> rows, Map<Measurement, String> unknown, Benchmark benchmark) {
    /** Beyond this factor between model and measurement, one of both is wrong. */
    public static final double OUTLIER = 1.8;

    public Study {
        rows = List.copyOf(rows);
    }

    /** Scores cases under a calibration. */
    static Study of(Cases cases, Calibration calibration, LeftOut leftOut, Benchmark benchmark) {
        Forecast forecast = new Forecast(calibration);
        List<Scored> rows = new ArrayList<>();
        for (Case one : cases.ready()) {
            Measurement row = one.row();
            rows.add(new Scored(
                    row,
                    regime(row, one.experts()),
                    one.experts(),
                    one.chip().vendor(),
                    one.layouts().size() == 1 ? one.layouts().get(0).toString() : "solved",
                    forecast.value(one),
                    leftOut.chip(row.id()),
                    leftOut.model(row.id()),
                    excluded(row, benchmark)));
        }
        return new Study(rows, cases.unknown(), benchmark);
    }

    static Regime regime(Measurement row, boolean experts) {
        if (row.metric() == Metric.TTFT_MS) {
            return Regime.PROMPT;
        }
        return row.requests().isPresent()
                ? Regime.of(experts, row.requests().getAsDouble())
                : experts ? Regime.EXPERTS_SOLVED : Regime.DENSE_SOLVED;
    }

    static Optional<String> excluded(Measurement row, Benchmark benchmark) {
        return new TreeMap<>(benchmark.exclusions())
                .values().stream()
                        .filter(exclusion -> exclusion.covers(row))
                        .map(Exclusion::reason)
                        .findFirst();
    }

    /** The rows that the bar counts. */
    public List<Scored> counted() {
        return rows.stream().filter(row -> row.excluded().isEmpty()).toList();
    }

    /** The rows that model and measurement disagree on by more than {@link #OUTLIER}, the farthest first. */
    public List<Scored> outliers() {
        return counted().stream()
                .filter(row -> distance(row) > Math.log(OUTLIER))
                .sorted(Comparator.comparingDouble(Study::distance)
                        .reversed()
                        .thenComparing(row -> row.row().id()))
                .toList();
    }

    private static double distance(Scored row) {
        return Math.abs(Math.log(row.ratio()));
    }

    /** The score of rows. */
    public static Score score(List<Scored> rows) {
        return Score.of(rows, Scored::ratio);
    }

    /** Every target that the benchmark has a bar for and the rows say something of. */
    public List<Verdict> verdicts() {
        List<Scored> counted = counted();
        List<Verdict> verdicts = new ArrayList<>();
        for (Target target : Target.values()) {
            Benchmark.Bar bar = benchmark.bars().get(target.toString());
            OptionalDouble value = target.value(counted);
            if (bar != null && value.isPresent()) {
                verdicts.add(new Verdict(target, value.getAsDouble(), target.value(rows), bar));
            }
        }
        return List.copyOf(verdicts);
    }
}
