package muster.uncertainty.sampling;

/**
 * How a model is sampled.
 *
 * @param seed the seed; the same one gives the same samples on every machine
 * @param samples how many; with a precision, at most
 * @param threads how many threads work; it changes nothing but the time
 * @param points how the points are spread
 * @param precision sampling stops when the standard error of every percentile that is shown is at most this part of it; 0 to
 *     take all samples
 */
public record Sampling(long seed, long samples, int threads, PointSet points, double precision) {
    // A power of two, after which nobody waits for the last digit.
    private static final long MOST = 1L << 30;

    public Sampling {
        if (samples < 1 || threads < 1 || !(precision >= 0)) {
            throw new IllegalArgumentException(
                    "samples %s, threads %s, precision %s".formatted(samples, threads, precision));
        }
    }

    /** So many pseudo-random samples. */
    public Sampling(long seed, long samples, int threads) {
        this(seed, samples, threads, PointSet.PSEUDO, 0);
    }

    /** As many samples as a precision takes. */
    public static Sampling until(double precision, long seed, int threads, PointSet points) {
        return new Sampling(seed, MOST, threads, points, precision);
    }

    /** The same with another number of samples. */
    public Sampling withSamples(long others) {
        return new Sampling(seed, others, threads, points, precision);
    }
}
