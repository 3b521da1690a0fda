package muster.numeric;

import java.util.function.DoubleUnaryOperator;

/** The greatest value of a concave function of one number. */
public final class GoldenSection {
    private static final double GOLDEN = (Math.sqrt(5) - 1) / 2;

    private GoldenSection() {}

    /**
     * Where a concave function is greatest, by golden sections.
     *
     * @param function concave between the ends
     * @param low the lower end
     * @param high the upper end
     * @param width how near to the peak, above 0
     */
    public static double of(DoubleUnaryOperator function, double low, double high, double width) {
        double from = low;
        double to = high;
        double left = to - GOLDEN * (to - from);
        double right = from + GOLDEN * (to - from);
        double atLeft = function.applyAsDouble(left);
        double atRight = function.applyAsDouble(right);
        while (to - from > width) {
            if (atLeft >= atRight) {
                to = right;
                right = left;
                atRight = atLeft;
                left = to - GOLDEN * (to - from);
                atLeft = function.applyAsDouble(left);
            } else {
                from = left;
                left = right;
                atLeft = atRight;
                right = from + GOLDEN * (to - from);
                atRight = function.applyAsDouble(right);
            }
        }
        return (from + to) / 2;
    }
}
