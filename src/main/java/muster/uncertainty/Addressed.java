package muster.uncertainty;

/**
 * Random numbers by address: the same (seed, name, sample number) is always the same number, so an input more, or another
 * order of work, changes no other input's samples.
 *
 * <p>The numbers of one name are those of the generator SplitMix64 (Steele, Lea and Flood 2014, Fast splittable
 * pseudorandom number generators, OOPSLA), which can be entered at any step; seed and name choose where it starts.
 */
final class Addressed implements Probabilities {
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private final long start;

    Addressed(long seed, String name) {
        long hash = mix(seed + GOLDEN);
        for (int i = 0; i < name.length(); i++) {
            hash = mix((hash ^ name.charAt(i)) + GOLDEN);
        }
        this.start = hash;
    }

    @Override
    public void fill(double[] column, long first) {
        for (int i = 0; i < column.length; i++) {
            column[i] = fraction(bits(first + i) >>> 12);
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
        return (bits + 0.5) * 0x1p-52;
    }

    private static long mix(long value) {
        long mixed = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return mixed ^ (mixed >>> 31);
    }
}
