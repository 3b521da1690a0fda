package muster.numeric;

import java.util.function.DoubleUnaryOperator;

/** Roots of a function of one variable, between ends where its signs differ. */
public final class Roots {
    private static final int MOST_STEPS = 200;
    private static final double SMALLEST_STEP = 1e-15;

    private Roots() {}

    /**
     * A root by Brent's method: inverse quadratic or secant steps where they help, bisection where they do not.
     *
     * @param function a continuous function
     * @param low the lower end
     * @param high the upper end
     * @return the root to about 1e-15 of the larger end; no number where the signs at the ends do not differ
     * @see <a href="https://doi.org/10.1093/comjnl/14.4.422">Brent 1971, An algorithm with guaranteed convergence for finding a
     *     zero of a function</a>
     */
    public static double between(DoubleUnaryOperator function, double low, double high) {
        double tolerance = SMALLEST_STEP * Math.max(1, Math.max(Math.abs(low), Math.abs(high)));
        double a = low;
        double b = high;
        double fa = function.applyAsDouble(a);
        double fb = function.applyAsDouble(b);
        if (!(fa * fb <= 0)) {
            return Double.NaN;
        }
        double c = a;
        double fc = fa;
        double step = b - a;
        double before = step;
        for (int i = 0; i < MOST_STEPS; i++) {
            if (Math.abs(fc) < Math.abs(fb)) {
                a = b;
                b = c;
                c = a;
                fa = fb;
                fb = fc;
                fc = fa;
            }
            double half = (c - b) / 2;
            if (Math.abs(half) <= tolerance || fb == 0) {
                return b;
            }
            double tried = Math.abs(before) < tolerance || Math.abs(fa) <= Math.abs(fb)
                    ? Double.NaN
                    : interpolated(a, fa, b, fb, c, fc);
            boolean good = Math.abs(tried) < Math.min(1.5 * Math.abs(half), Math.abs(before) / 2) && tried * half > 0;
            before = good ? step : half;
            step = good ? tried : half;
            a = b;
            fa = fb;
            b += Math.abs(step) > tolerance ? step : Math.copySign(tolerance, half);
            fb = function.applyAsDouble(b);
            if (fb * fc > 0) {
                c = a;
                fc = fa;
                step = b - a;
                before = step;
            }
        }
        return b;
    }

    // The step from b to where a parabola in the value, or a line through two points, is zero.
    private static double interpolated(double a, double fa, double b, double fb, double c, double fc) {
        double s = fb / fa;
        if (a == c) {
            return (c - b) * s / (s - 1);
        }
        double q = fa / fc;
        double r = fb / fc;
        double above = s * ((c - b) * q * (q - r) - (b - a) * (r - 1));
        return -above / ((q - 1) * (r - 1) * (s - 1));
    }
}
