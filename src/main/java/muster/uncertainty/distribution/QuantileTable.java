package muster.uncertainty.distribution;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The quantile function of a distribution as a table of cubics. Cells halve in width towards both tails, so that the tails
 * are as exact as the middle; beyond the table, and in cells where a cubic does not follow the function, as at a jump, the
 * function itself is called.
 */
public final class QuantileTable {
    // From the median out to 2^-34 of probability: one sample in 17 billion lies beyond.
    private static final int OCTAVES = 33;
    private static final int CELL_BITS = 5;
    private static final int CELLS = 1 << CELL_BITS;
    private static final int SIDE = OCTAVES * CELLS;

    private static final int FRACTION_BITS = 52;
    private static final int KEY_BITS = FRACTION_BITS - CELL_BITS;
    private static final long FRACTION = (1L << FRACTION_BITS) - 1;
    private static final long ONE = Double.doubleToRawLongBits(1.0);
    // The exponent of a double tells the octave and the first bits of its fraction the cell, so they number the cells
    // from
    // the least probability of the table up to one half.
    private static final int FIRST_KEY = (int) (Double.doubleToRawLongBits(Math.scalb(1.0, -1 - OCTAVES)) >>> KEY_BITS);

    // How far a cubic may be off in the middle of its cell, as a part of the value.
    private static final double CLOSE = 1e-7;

    // The same inputs are sampled again and again by a sweep or an analysis of sensitivity.
    private static final int MOST_KEPT = 128;
    private static final Map<Distribution, QuantileTable> KEPT =
            Collections.synchronizedMap(new LinkedHashMap<>(MOST_KEPT, 0.75f, true) {
                @Override
                protected boolean removeEldestEntry(Map.Entry<Distribution, QuantileTable> eldest) {
                    return size() > MOST_KEPT;
                }
            });

    private final Distribution distribution;
    // Four coefficients for each cell; the first half below the median, the second above.
    private final double[] cubics = new double[2 * 4 * SIDE];
    private final boolean whole;

    QuantileTable(Distribution distribution) {
        this.distribution = distribution;
        fill(0, false);
        fill(4 * SIDE, true);
        this.whole = Arrays.stream(cubics).noneMatch(Double::isNaN);
    }

    /** The table of a distribution, made when it is first asked for. */
    public static QuantileTable of(Distribution distribution) {
        QuantileTable known = KEPT.get(distribution);
        if (known == null) {
            known = new QuantileTable(distribution);
            KEPT.put(distribution, known);
        }
        return known;
    }

    /** Puts quantiles in the place of probabilities above 0 and below 1. */
    public void map(double[] probabilities) {
        if (whole) {
            for (int i = 0; i < probabilities.length; i++) {
                probabilities[i] = cubic(probabilities[i]);
            }
        } else {
            for (int i = 0; i < probabilities.length; i++) {
                probabilities[i] = at(probabilities[i]);
            }
        }
    }

    /** The quantile of a probability above 0 and below 1. */
    double at(double probability) {
        double value = cubic(probability);
        return Double.isNaN(value) ? distribution.quantile(probability) : value;
    }

    // No number in a cell that has no cubic.
    private double cubic(double probability) {
        long bits = Double.doubleToRawLongBits(0.5 - Math.abs(probability - 0.5));
        int cell = (int) (bits >>> KEY_BITS) - FIRST_KEY;
        if (cell < 0 || cell >= SIDE) {
            return distribution.quantile(probability);
        }
        double x = Double.longBitsToDouble(((bits << CELL_BITS) & FRACTION) | ONE) - 1;
        // Compilers make no branch of this, which would be guessed wrong half of the time.
        int at = 4 * cell + (probability >= 0.5 ? 4 * SIDE : 0);
        return cubics[at] + x * (cubics[at + 1] + x * (cubics[at + 2] + x * cubics[at + 3]));
    }

    private void fill(int offset, boolean above) {
        double from = distribution.quantile(0.5);
        for (int octave = 0; octave < OCTAVES; octave++) {
            double width = Math.scalb(1.0, -2 - octave) / CELLS;
            // From the median outwards, so that each value is near the one before.
            for (int cell = CELLS - 1; cell >= 0; cell--) {
                double middle = near(width * (CELLS + cell + 0.5), above, from);
                double to = near(width * (CELLS + cell), above, middle);
                setCubic(
                        offset + 4 * ((OCTAVES - 1 - octave) * CELLS + cell), to, middle, from, above ? -width : width);
                from = to;
            }
        }
    }

    private double near(double tail, boolean above, double guess) {
        return distribution.quantileNear(above ? 1 - tail : tail, guess);
    }

    // The cubic through both ends with their slopes, as a function of the place in the cell from 0 to 1.
    private void setCubic(int at, double from, double middle, double to, double width) {
        double rise = to - from;
        double slopeFrom = slope(from, width, rise);
        double slopeTo = slope(to, width, rise);
        double off = (from + to) / 2 + (slopeFrom - slopeTo) / 8 - middle;
        boolean follows = Math.abs(off) <= CLOSE * Math.max(Math.abs(from), Math.abs(to));
        cubics[at] = follows ? from : Double.NaN;
        cubics[at + 1] = slopeFrom;
        cubics[at + 2] = 3 * rise - 2 * slopeFrom - slopeTo;
        cubics[at + 3] = -2 * rise + slopeFrom + slopeTo;
    }

    // The derivative of the quantile function is one over the density; held to three times the rise over the cell,
    // beyond which a cubic is no longer monotone (Fritsch and Carlson 1980).
    private double slope(double value, double width, double rise) {
        // Where the density jumps at the median, each side has its own.
        double density = distribution.density(width < 0 ? Math.nextUp(value) : Math.nextDown(value));
        double slope = width / density;
        double most = 3 * rise;
        return Double.isNaN(slope)
                ? rise
                : rise < 0 ? Math.max(most, Math.min(0, slope)) : Math.min(most, Math.max(0, slope));
    }
}
