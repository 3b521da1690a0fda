package muster.accuracy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import muster.accuracy.measurement.Exclusion;
import muster.accuracy.measurement.MeasuredCase;
import muster.accuracy.measurement.MeasuredCases;
import muster.accuracy.measurement.Measurement;
import muster.accuracy.measurement.Metric;
import muster.accuracy.measurement.TrafficPattern;
import muster.inference.calibration.Calibration;
import muster.inference.calibration.Regime;

/**
 * Measured rows beside what the model says of them.
 *
 * @param rows all that can be forecast, in the order of the files
 * @param unknown those that cannot, with what their source does not state
 * @param benchmark what they are scored on
 * @param cautions what is to be known of models that were measured, as that a shape is rough
 * @param calibration what they were forecast with
 */
public record AccuracyStudy(
        List<ScoredMeasurement> rows,
        Map<Measurement, String> unknown,
        Benchmark benchmark,
        List<String> cautions,
        Calibration calibration) {
    /** Beyond this factor between model and measurement, one of both is wrong. */
    public static final double OUTLIER = 1.8;

    public AccuracyStudy {
        rows = List.copyOf(rows);
        cautions = List.copyOf(cautions);
    }

    /** Scores cases under a calibration. */
    static AccuracyStudy of(MeasuredCases cases, Calibration calibration, LeaveOneOut leftOut, Benchmark benchmark) {
        Forecast forecast = new Forecast(calibration);
        List<ScoredMeasurement> rows = new ArrayList<>();
        for (MeasuredCase one : cases.ready()) {
            Measurement row = one.row();
            rows.add(new ScoredMeasurement(
                    row,
                    regime(row, one.experts()),
                    one.experts(),
                    one.chip().vendor(),
                    one.layouts().size() == 1 ? one.layouts().get(0).toString() : "solved",
                    forecast.value(one),
                    leftOut.chip(row.id()),
                    leftOut.model(row.id()),
                    leftOut.source(row.id()),
                    excluded(row, benchmark)));
        }
        List<String> cautions = cases.ready().stream()
                .flatMap(one -> one.architecture().caution().stream()
                        .map(words -> one.row().model() + ": " + words))
                .distinct()
                .toList();
        return new AccuracyStudy(rows, cases.unknown(), benchmark, cautions, calibration);
    }

    static Regime regime(Measurement row, boolean experts) {
        if (row.metric() == Metric.TTFT_MS) {
            return row.load() == TrafficPattern.IDLE ? Regime.PREFILL : Regime.QUEUE;
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
    public List<ScoredMeasurement> counted() {
        return rows.stream().filter(row -> row.excluded().isEmpty()).toList();
    }

    /** The rows that model and measurement disagree on by more than {@link #OUTLIER}, the farthest first. */
    public List<ScoredMeasurement> outliers() {
        return counted().stream()
                .filter(row -> distance(row) > Math.log(OUTLIER))
                .sorted(Comparator.comparingDouble(AccuracyStudy::distance)
                        .reversed()
                        .thenComparing(row -> row.row().id()))
                .toList();
    }

    private static double distance(ScoredMeasurement row) {
        return Math.abs(Math.log(row.ratio()));
    }

    /** The standard deviation of the logarithm of measured values over forecast ones in a regime. */
    public double sigma(Regime regime) {
        return calibration.residual(regime);
    }

    /** How far counted rows of one configuration lie apart between versions of an engine and months. */
    public EngineDrift drift() {
        return EngineDrift.of(counted().stream().map(ScoredMeasurement::row).toList());
    }

    /** The score of rows. */
    public static Score score(List<ScoredMeasurement> rows) {
        return Score.of(rows, ScoredMeasurement::ratio);
    }

    /** Every target that the benchmark has a bar for and the rows say something of. */
    public List<TargetVerdict> verdicts() {
        List<ScoredMeasurement> counted = counted();
        List<TargetVerdict> verdicts = new ArrayList<>();
        for (AccuracyTarget target : AccuracyTarget.values()) {
            Benchmark.Bar bar = benchmark.bars().get(target.toString());
            OptionalDouble value = target.value(counted);
            if (bar != null && value.isPresent()) {
                verdicts.add(new TargetVerdict(target, value.getAsDouble(), target.value(rows), bar));
            }
        }
        return List.copyOf(verdicts);
    }
}
