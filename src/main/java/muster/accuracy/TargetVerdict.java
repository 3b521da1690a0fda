package muster.accuracy;

import java.util.Optional;
import java.util.OptionalDouble;
import muster.accuracy.measurement.FactorPaths;
import muster.uncertainty.Input;

/**
 * A target with what is reached.
 *
 * @param target the target
 * @param value what is reached by the rows that the bar counts
 * @param withExcluded what is reached by all rows
 * @param bar what it is held to
 */
public record TargetVerdict(AccuracyTarget target, double value, OptionalDouble withExcluded, Benchmark.Bar bar) {
    // A bar is written in so many digits; what was reached lies within half of the last.
    private static final double ROUNDING = 5e-4;

    /** The committed bar. */
    public double committed() {
        return FactorPaths.value(bar.committed());
    }

    /** The goal, where there was one. */
    public OptionalDouble goal() {
        return bar.goal()
                .map(wished -> OptionalDouble.of(FactorPaths.value(wished)))
                .orElse(OptionalDouble.empty());
    }

    /** Whether the committed bar is met. */
    public boolean met() {
        return shortBy(bar.committed(), bar.most()) <= ROUNDING;
    }

    /** By how much the value falls short of the goal; 0 where it does not. */
    public double distance() {
        return bar.goal()
                .map(wished -> Math.max(0, shortBy(wished, bar.goalMost())))
                .orElse(0.0);
    }

    private double shortBy(Input first, Optional<Input> most) {
        double limit = FactorPaths.value(first);
        if (most.isPresent()) {
            return Math.max(limit - value, value - FactorPaths.value(most.get()));
        }
        return target.moreIsBetter() ? limit - value : value - limit;
    }
}
