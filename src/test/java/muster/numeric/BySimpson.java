package muster.numeric;

import java.util.function.DoubleUnaryOperator;

/** What {@link NormalSum} computes, by Simpson's rule over the normal variable with many steps. */
public final class BySimpson {
    private static final int STEPS = 8_000;
    private static final double REACH = 10;

    private BySimpson() {}

    /**
     * The probability that {@code spread Z + X} is at most x.
     *
     * @param cumulative the distribution function of X
     */
    public static double below(DoubleUnaryOperator cumulative, double x, double spread) {
        double step = 2 * REACH / STEPS;
        double sum = 0;
        for (int i = 0; i <= STEPS; i++) {
            double z = -REACH + i * step;
            int weight = i == 0 || i == STEPS ? 1 : i % 2 == 0 ? 2 : 4;
            sum += weight * Math.exp(-z * z / 2) * cumulative.applyAsDouble(x - spread * z);
        }
        return sum * step / 3 / Math.sqrt(2 * Math.PI);
    }

    /** The distribution function of a logistic variable. */
    public static double logistic(double x) {
        return 1 / (1 + Math.exp(-x));
    }

    /** That of a Gumbel variable. */
    public static double gumbel(double x) {
        return Math.exp(-Math.exp(-x));
    }

    /** That of a normal variable, from the integral of its density. */
    public static double normal(double x) {
        double step = x / STEPS;
        double sum = 0;
        for (int i = 0; i <= STEPS; i++) {
            double z = i * step;
            sum += (i == 0 || i == STEPS ? 1 : i % 2 == 0 ? 2 : 4) * Math.exp(-z * z / 2);
        }
        return 0.5 + sum * step / 3 / Math.sqrt(2 * Math.PI);
    }
}
