package muster.accuracy;

import java.util.Optional;
import java.util.OptionalDouble;
import muster.accuracy.measurement.Measurement;
import muster.accuracy.measurement.Metric;
import muster.accuracy.measurement.TrafficPattern;
import muster.inference.calibration.Regime;

/**
 * A measured row beside what the model says of it.
 *
 * @param row the measurement
 * @param regime what the error of the model depends on
 * @param experts whether the model that was served has experts
 * @param vendor who makes the chip
 * @param layout the layout that was timed
 * @param model the value of the step-time model, in the row's unit
 * @param withoutChip the same where the fit did not see any row of the chip
 * @param withoutModel the same where the fit did not see any row of the served model
 * @param withoutSource the same where the fit did not see any row of whoever published it
 * @param excluded why the bar does not count it
 */
public record ScoredMeasurement(
        Measurement row,
        Regime regime,
        boolean experts,
        String vendor,
        String layout,
        double model,
        OptionalDouble withoutChip,
        OptionalDouble withoutModel,
        OptionalDouble withoutSource,
        Optional<String> excluded) {

    /** Model over measurement. */
    public double ratio() {
        return model / row.value();
    }

    double ratioWithoutChip() {
        return withoutChip.orElseThrow() / row.value();
    }

    double ratioWithoutModel() {
        return withoutModel.orElseThrow() / row.value();
    }

    double ratioWithoutSource() {
        return withoutSource.orElseThrow() / row.value();
    }

    /** Whether it is of the collection of what others published in 2026. */
    public boolean of2026() {
        return row.place().file().endsWith("served-2026.csv");
    }

    /** Whether it is the time per output token under a known number of requests. */
    public boolean tokenTime() {
        return row.load() == TrafficPattern.SERVED && row.metric() == Metric.TPOT_MS;
    }
}
