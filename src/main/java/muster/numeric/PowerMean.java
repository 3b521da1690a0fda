package muster.numeric;

/** The weighted mean of powers of two numbers, which economists call constant elasticity of substitution. */
public final class PowerMean {
    private PowerMean() {}

    /**
     * The mean {@code (w a^r + (1 - w) b^r)^(1/r)}; its limits {@code a^w b^(1-w)} at r = 0 and {@code min(a, b)} as r falls without
     * limit. It is taken from the term that counts most, so that no power of a far number overflows, and it is continuous at 0:
     *
     * <pre>
     * ln mean = ln x + ln(1 + v (e^(r ln(y / x)) - 1)) / r
     * </pre>
     *
     * with x the number whose r-th power is the larger, y the other and v the weight of y. An infinite number has the mean tend to its
     * ceiling.
     *
     * @param weight w, from 0 to 1
     * @param a zero or above
     * @param b zero or above
     * @param exponent r, any number or minus infinity
     */
    public static double of(double weight, double a, double b, double exponent) {
        if (weight == 0 || a == b) {
            return b;
        }
        if (weight == 1) {
            return a;
        }
        if (exponent == Double.NEGATIVE_INFINITY) {
            return Math.min(a, b);
        }
        if (exponent == 0) {
            return StrictMath.pow(a, weight) * StrictMath.pow(b, 1 - weight);
        }
        boolean first = exponent > 0 == a > b;
        double x = first ? a : b;
        double y = first ? b : a;
        double v = first ? 1 - weight : weight;
        double rest = StrictMath.expm1(exponent * StrictMath.log(y / x));
        return x == 0 ? 0 : x * StrictMath.exp(StrictMath.log1p(v * rest) / exponent);
    }
}
