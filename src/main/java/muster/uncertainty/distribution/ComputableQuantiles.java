package muster.uncertainty.distribution;

import java.util.Optional;
import java.util.function.Supplier;

/**
 * Keeps distributions out whose quantiles no arithmetic of doubles tells: parts that lie so near each other that they cannot be
 * told apart, or so far apart that what lies between has no end.
 */
public final class ComputableQuantiles {
    // From one in a thousand million up: what draws of any number meet.
    private static final double[] PROBABILITIES = {1e-9, 1e-3, 0.05, 0.25, 0.5, 0.75, 0.95, 0.999, 1 - 1e-9};

    private ComputableQuantiles() {}

    /**
     * The distribution that is made; nothing where its quantiles are no finite numbers that rise, or where the library that
     * computes them gives up.
     */
    public static Optional<Distribution> of(Supplier<Distribution> maker) {
        try {
            return Optional.of(maker.get()).filter(ComputableQuantiles::rise);
        } catch (ArithmeticException | IllegalArgumentException givenUp) {
            // What the library throws where a series does not end, or a shape is rounded to zero.
            return Optional.empty();
        }
    }

    private static boolean rise(Distribution distribution) {
        double before = -Double.MAX_VALUE;
        for (double probability : PROBABILITIES) {
            double value = distribution.quantile(probability);
            if (!(value >= before && value <= Double.MAX_VALUE)
                    || Double.isNaN(distribution.cumulative(value))
                    || Double.isNaN(distribution.density(value))) {
                return false;
            }
            before = value;
        }
        return true;
    }
}
