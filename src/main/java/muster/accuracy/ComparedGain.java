package muster.accuracy;

import java.util.Optional;
import java.util.OptionalDouble;
import muster.accuracy.measurement.MeasuredGains;
import muster.uncertainty.Source;

/**
 * A measured gain beside ours.
 *
 * @param name its name
 * @param row the measurement
 * @param model speed with the technique over speed without it, by the step-time model;
 *     nothing where the source does not state what it takes to compute it
 */
public record ComparedGain(String name, MeasuredGains.Row row, OptionalDouble model) {

    /** The measured gain. */
    public double measured() {
        return row.gain().central();
    }

    /** Ours over the measured one, less one. */
    public OptionalDouble error() {
        return model.isPresent() ? OptionalDouble.of(model.getAsDouble() / measured() - 1) : OptionalDouble.empty();
    }

    /** Whether the bar counts it. */
    public boolean counted() {
        return row.leftOut().isEmpty() && model.isPresent();
    }

    /** The document that it is from. */
    public Optional<Source> source() {
        return row.gain().source();
    }
}
