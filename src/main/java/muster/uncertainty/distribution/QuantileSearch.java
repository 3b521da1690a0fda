package muster.uncertainty.distribution;

/** Quantiles from probabilities, for distributions whose quantile function is costly or has no closed form. */
final class QuantileSearch {
    private static final int STEPS = 20;
    // Newton's error is squared at each step, so the step after this one would change nothing.
    private static final double CLOSE = 1e-9;

    private QuantileSearch() {}

    /** By Newton's steps from a guess; where they lead nowhere, by the quantile function itself. */
    static double near(Distribution distribution, double probability, double guess) {
        double value = guess;
        for (int i = 0; i < STEPS; i++) {
            double density = distribution.density(value);
            double step = (distribution.cumulative(value) - probability) / density;
            value -= step;
            if (Double.isInfinite(density) || !(value > distribution.least() && value < distribution.greatest())) {
                break;
            }
            if (Math.abs(step) <= CLOSE * Math.abs(value)) {
                return value;
            }
        }
        return distribution.quantile(probability);
    }

    /** By halving an interval that holds the quantile: the least double whose cumulative probability reaches it. */
    static double between(Distribution distribution, double probability, double low, double high) {
        double below = low;
        double above = high;
        for (double middle = halfWay(below, above); middle > below && middle < above; middle = halfWay(below, above)) {
            if (distribution.cumulative(middle) < probability) {
                below = middle;
            } else {
                above = middle;
            }
        }
        return above;
    }

    private static double halfWay(double a, double b) {
        return a / 2 + b / 2;
    }
}
