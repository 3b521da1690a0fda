package muster.uncertainty;

/**
 * The quantile function of a distribution as a table of cubics. Cells halve in width towards both tails, so that the tails
 * are as exact as the middle; beyond the table the function itself is called.
 */
final class QuantileTable {
    // From the median out to 2^-34 of probability: one sample in 17 billion lies beyond.
    private static final int OCTAVES = 33;
    private static final int CELL_BITS = 5;
    private static final int CELLS = 1 << CELL_BITS;

    private static final int FRACTION_BITS = 52;
    private static final long FRACTION = (1L << FRACTION_BITS) - 1;
    private static final long ONE = Double.doubleToRawLongBits(1.0);
    private static final int EXPONENT_OF_A_QUARTER = 1021;

    private final Distribution distribution;
    private final double[] lower;
    private final double[] upper;

    QuantileTable(Distribution distribution) {
        this.distribution = distribution;
        this.lower = side(false);
        this.upper = side(true);
    }

    /** The quantile of a probability above 0 and below 1. */
    double at(double probability) {
        boolean above = probability > 0.5;
        long bits = Double.doubleToRawLongBits(above ? 1 - probability : probability);
        // The exponent tells the octave below one half, the first bits of the fraction the cell, the rest the place in
        // it.
        int octave = EXPONENT_OF_A_QUARTER - (int) (bits >>> FRACTION_BITS);
        if (octave < 0 || octave >= OCTAVES) {
            return distribution.quantile(probability);
        }
        int cell = (int) (bits >>> (FRACTION_BITS - CELL_BITS)) & (CELLS - 1);
        double x = Double.longBitsToDouble(((bits << CELL_BITS) & FRACTION) | ONE) - 1;
        double[] side = above ? upper : lower;
        int at = 4 * (octave * CELLS + cell);
        return side[at] + x * (side[at + 1] + x * (side[at + 2] + x * side[at + 3]));
    }

    private double[] side(boolean above) {
        double[] cubics = new double[4 * OCTAVES * CELLS];
        for (int octave = 0; octave < OCTAVES; octave++) {
            double width = Math.scalb(1.0, -2 - octave) / CELLS;
            double from = quantile(width * CELLS, above);
            for (int cell = 0; cell < CELLS; cell++) {
                double to = quantile(width * (CELLS + cell + 1), above);
                cubic(
                        cubics,
                        4 * (octave * CELLS + cell),
                        from,
                        to,
                        slope(from, width, above, to - from),
                        slope(to, width, above, to - from));
                from = to;
            }
        }
        return cubics;
    }

    private double quantile(double tail, boolean above) {
        return distribution.quantile(above ? 1 - tail : tail);
    }

    // The derivative of the quantile function is one over the density; held to three times the rise over the cell,
    // beyond
    // which a cubic is no longer monotone (Fritsch and Carlson 1980).
    private double slope(double value, double width, boolean above, double rise) {
        // Where the density jumps at the median, each side has its own.
        double density = distribution.density(above ? Math.nextUp(value) : Math.nextDown(value));
        double slope = (above ? -width : width) / density;
        double most = 3 * rise;
        return Double.isNaN(slope)
                ? rise
                : rise < 0 ? Math.max(most, Math.min(0, slope)) : Math.min(most, Math.max(0, slope));
    }

    private static void cubic(double[] cubics, int at, double from, double to, double slopeFrom, double slopeTo) {
        cubics[at] = from;
        cubics[at + 1] = slopeFrom;
        cubics[at + 2] = 3 * (to - from) - 2 * slopeFrom - slopeTo;
        cubics[at + 3] = 2 * (from - to) + slopeFrom + slopeTo;
    }
}
