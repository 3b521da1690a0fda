package muster.uncertainty.sampling;

import java.util.Arrays;

/**
 * Counts values in buckets of a relative width of 2^-9, and keeps least and greatest. Adding histograms adds integers, so
 * the order of work leaves no trace in the result.
 */
final class Histogram {
    // A double without its sign is ordered like a whole number; its top 20 bits are the exponent and 9 bits of
    // fraction.
    private static final int DROPPED = 43;

    private static final int HIGHEST = bucket(Double.MAX_VALUE);
    private static final int LOWEST = bucket(-Double.MAX_VALUE);

    private long[] counts = new long[0];
    private int first;
    private long count;
    private double least = Double.POSITIVE_INFINITY;
    private double greatest = Double.NEGATIVE_INFINITY;

    /** How many values were added. */
    long count() {
        return count;
    }

    void add(double[] values) {
        double low = least;
        double high = greatest;
        for (double value : values) {
            int index = bucket(value) - first;
            if (index < 0 || index >= counts.length) {
                index = place(value);
            }
            counts[index]++;
            // Plain comparisons: the methods of Math are slower, for the sake of what is no number, which place
            // refuses.
            if (value < low) {
                low = value;
            }
            if (value > high) {
                high = value;
            }
        }
        least = low;
        greatest = high;
        count += values.length;
    }

    /** Adds the values that are finite numbers. */
    void addFinite(double[] values) {
        add(Arrays.stream(values).filter(Double::isFinite).toArray());
    }

    // What is no number lies beyond every bucket of numbers, so it comes here too.
    private int place(double value) {
        if (!Double.isFinite(value)) {
            throw new NotFinite("a value is %s".formatted(value));
        }
        reach(bucket(value), bucket(value));
        return bucket(value) - first;
    }

    void add(Histogram other) {
        if (other.count == 0) {
            return;
        }
        reach(other.first, other.first + other.counts.length - 1);
        for (int i = 0; i < other.counts.length; i++) {
            counts[other.first - first + i] += other.counts[i];
        }
        count += other.count;
        least = Math.min(least, other.least);
        greatest = Math.max(greatest, other.greatest);
    }

    /** The value that is not exceeded with a probability, by the position {@code probability (count - 1)} among the sorted. */
    double quantile(double probability) {
        double position = probability * (count - 1);
        long below = 0;
        for (int i = 0; i < counts.length; i++) {
            if (counts[i] > 0 && below + counts[i] > position) {
                double within = (position - below + 0.5) / counts[i];
                double low = edge(first + i);
                // Zero shares its bucket with the least numbers that there are, which no figure means.
                double value = first + i == 0 ? 0 : low + within * (edge(first + i + 1) - low);
                return Math.max(least, Math.min(greatest, value));
            }
            below += counts[i];
        }
        return greatest;
    }

    private static int bucket(double value) {
        long bits = Double.doubleToRawLongBits(value);
        return bits >= 0 ? (int) (bits >>> DROPPED) : -1 - (int) ((bits & Long.MAX_VALUE) >>> DROPPED);
    }

    private static double edge(int bucket) {
        return bucket >= 0
                ? Double.longBitsToDouble((long) bucket << DROPPED)
                : -Double.longBitsToDouble((long) -bucket << DROPPED);
    }

    private void reach(int low, int high) {
        int last = first + counts.length - 1;
        if (counts.length > 0 && low >= first && high <= last) {
            return;
        }
        int from = counts.length == 0 ? low : Math.min(low, first);
        int to = counts.length == 0 ? high : Math.max(high, last);
        // Room on both sides, so that a spreading histogram is not copied at each new bucket.
        int slack = Math.max(64, (to - from) / 2);
        int start = Math.max(LOWEST, from - slack);
        long[] wider = new long[Math.min(HIGHEST, to + slack) - start + 1];
        System.arraycopy(counts, 0, wider, counts.length == 0 ? 0 : first - start, counts.length);
        first = start;
        counts = wider;
    }
}
