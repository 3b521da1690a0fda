package muster.numeric;

/**
 * The distribution function of the standard normal distribution, to the last few digits also far out.
 *
 * <pre>
 * erfc(t) = (2 h t e^(-t^2) / pi) sum_n e^(-x_n^2) / (x_n^2 + t^2) + 2 / (1 + e^(2 pi t / h)),   x_n = (n - 1/2) h
 * </pre>
 *
 * with the last term where t is below pi / h (Hunter and Regan 1972, A note on the evaluation of the complementary error function).
 */
final class NormalTail {
    private static final double H = 0.5;
    private static final int NODES = 13;
    private static final double[] SQUARES = new double[NODES];
    private static final double[] WEIGHTS = new double[NODES];

    static {
        for (int n = 0; n < NODES; n++) {
            double node = (n + 0.5) * H;
            SQUARES[n] = node * node;
            WEIGHTS[n] = StrictMath.exp(-SQUARES[n]);
        }
    }

    private NormalTail() {}

    /** The probability that a standard normal variable is at most x. */
    static double cumulative(double x) {
        double far = beyond(Math.abs(x) / StrictMath.sqrt(2));
        return x < 0 ? far : 1 - far;
    }

    // Half of erfc(t), t zero or above.
    private static double beyond(double t) {
        double square = t * t;
        double factor = StrictMath.exp(-square);
        if (factor == 0) {
            return 0;
        }
        double sum = 0;
        for (int n = 0; n < NODES; n++) {
            sum += WEIGHTS[n] / (SQUARES[n] + square);
        }
        double pole = t < Math.PI / H ? 1 / (1 + StrictMath.exp(2 * Math.PI * t / H)) : 0;
        return H * t * factor / Math.PI * sum + pole;
    }
}
