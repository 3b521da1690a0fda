package muster.uncertainty.sampling;

import muster.uncertainty.distribution.Probabilities;

/**
 * One dimension of a Sobol sequence, scrambled: each digit is mixed with those before it by a random matrix, and all are
 * shifted (Matousek 1998, On the L2-discrepancy for anchored boxes). The points stay as evenly spread, each is equally likely
 * to fall anywhere, and scramblings are independent of each other.
 */
final class Sobol implements Probabilities {
    private static final int DIGITS = 52;

    private final long[] directions = new long[DIGITS];
    private final long shift;

    /**
     * A dimension.
     *
     * @param dimension which, below {@link SobolTable#DIMENSIONS}
     * @param random where the scrambling comes from
     */
    Sobol(int dimension, CounterBasedRandom random) {
        long[] plain = SobolTable.directions(dimension, DIGITS);
        for (int k = 0; k < DIGITS; k++) {
            directions[k] = scrambled(plain[k], random);
        }
        shift = random.bits(DIGITS) >>> (Long.SIZE - DIGITS);
    }

    // Digit by digit from the first: itself, and those before it that a row of random bits chooses.
    private static long scrambled(long direction, CounterBasedRandom random) {
        long scrambled = 0;
        for (int digit = 0; digit < DIGITS; digit++) {
            long own = 1L << (DIGITS - 1 - digit);
            long before = (1L << DIGITS) - 2 * own;
            long chosen = direction & (own | (before & random.bits(digit)));
            scrambled |= (Long.bitCount(chosen) & 1) == 0 ? 0 : own;
        }
        return scrambled;
    }

    // In the order of Gray's code, in which one point differs from the next by one direction (Antonov and Saleev 1979).
    @Override
    public void fill(double[] column, long first) {
        long point = shift;
        long gray = first ^ (first >>> 1);
        for (int k = 0; gray >>> k != 0; k++) {
            if ((gray >>> k & 1) != 0) {
                point ^= directions[k];
            }
        }
        for (int i = 0; i < column.length; i++) {
            column[i] = CounterBasedRandom.fraction(point);
            point ^= directions[Long.numberOfTrailingZeros(first + i + 1)];
        }
    }
}
