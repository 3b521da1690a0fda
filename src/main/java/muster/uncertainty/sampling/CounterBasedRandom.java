package muster.uncertainty.sampling;

import java.util.Arrays;
import muster.uncertainty.distribution.Probabilities;

/**
 * Random numbers by address: the same (seed, name, sample number) is always the same number, so an input more, or another
 * order of work, changes no other input's samples.
 *
 * <p>The numbers of one name are those of the generator SplitMix64 (Steele, Lea and Flood 2014, Fast splittable
 * pseudorandom number generators, OOPSLA), which can be entered at any step; seed and name choose where it starts.
 */
final class CounterBasedRandom implements Probabilities {
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private static final long ONE = Double.doubleToRawLongBits(1.0);

    // The states of consecutive steps, less that before the first: with them in an array, compilers mix eight at once.
    private static final int BLOCK = 512;
    private static final long[] STEPS = new long[BLOCK];

    static {
        Arrays.setAll(STEPS, i -> (i + 1) * GOLDEN);
    }

    private final long start;

    CounterBasedRandom(long seed, String name) {
        long hash = mix(seed + GOLDEN);
        for (int i = 0; i < name.length(); i++) {
            hash = mix((hash ^ name.charAt(i)) + GOLDEN);
        }
        this.start = hash;
    }

    @Override
    public void fill(double[] column, long first) {
        long[] block = new long[Math.min(BLOCK, column.length)];
        for (int from = 0; from < column.length; from += BLOCK) {
            int size = Math.min(BLOCK, column.length - from);
            bits(start + (first + from) * GOLDEN, block, size);
            fractions(block, column, from, size);
        }
    }

    private static void bits(long state, long[] block, int size) {
        for (int i = 0; i < size; i++) {
            block[i] = mix(state + STEPS[i]) >>> 12;
        }
    }

    private static void fractions(long[] block, double[] column, int from, int size) {
        for (int i = 0; i < size; i++) {
            column[from + i] = fraction(block[i]);
        }
    }

    /** 64 random bits. */
    long bits(long at) {
        return mix(start + (at + 1) * GOLDEN);
    }

    /**
     * The odd multiple of 2^-53 that 52 bits stand for: between 0 and 1, so that neither it nor its distance to 1 is zero or
     * rounded.
     */
    static double fraction(long bits) {
        // As the fraction of a double between 1 and 2: to convert a long is slower.
        return Double.longBitsToDouble(bits | ONE) - (1 - 0x1p-53);
    }

    private static long mix(long value) {
        long mixed = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return mixed ^ (mixed >>> 31);
    }
}
