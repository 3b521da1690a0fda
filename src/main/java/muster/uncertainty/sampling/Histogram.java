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

    // The buckets of one power of two, which lie together; those of powers that no value has take no room.
    private static final int PAGE_BITS = 9;
    private static final int PAGE = 1 << PAGE_BITS;

    private long[][] pages = new long[0][];
    private int firstPage;
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
            int bucket = bucket(value);
            int index = (bucket >> PAGE_BITS) - firstPage;
            long[] page = index >= 0 && index < pages.length ? pages[index] : null;
            if (page == null) {
                page = page(value);
            }
            page[bucket & (PAGE - 1)]++;
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

    // What is no number lies on no page of numbers, so it comes here too.
    private long[] page(double value) {
        if (!Double.isFinite(value)) {
            throw new NotFinite("a value is %s".formatted(Double.isNaN(value) ? "undefined" : "infinite"));
        }
        int number = bucket(value) >> PAGE_BITS;
        reach(number, number);
        long[] page = new long[PAGE];
        pages[number - firstPage] = page;
        return page;
    }

    void add(Histogram other) {
        if (other.count == 0) {
            return;
        }
        reach(other.firstPage, other.firstPage + other.pages.length - 1);
        for (int i = 0; i < other.pages.length; i++) {
            long[] added = other.pages[i];
            if (added != null) {
                int at = other.firstPage - firstPage + i;
                pages[at] = pages[at] == null ? added.clone() : sum(pages[at], added);
            }
        }
        count += other.count;
        least = Math.min(least, other.least);
        greatest = Math.max(greatest, other.greatest);
    }

    private static long[] sum(long[] page, long[] added) {
        for (int i = 0; i < PAGE; i++) {
            page[i] += added[i];
        }
        return page;
    }

    /** The value that is not exceeded with a probability, by the position {@code probability (count - 1)} among the sorted. */
    double quantile(double probability) {
        double position = probability * (count - 1);
        long below = 0;
        for (int number = 0; number < pages.length; number++) {
            long[] page = pages[number];
            for (int i = 0; page != null && i < PAGE; i++) {
                if (page[i] > 0 && below + page[i] > position) {
                    return within(((firstPage + number) << PAGE_BITS) + i, (position - below + 0.5) / page[i]);
                }
                below += page[i];
            }
        }
        return greatest;
    }

    /** The part of the values in buckets above that of a value. */
    double partAbove(double value) {
        int bucket = bucket(value);
        long above = 0;
        for (int number = 0; number < pages.length; number++) {
            long[] page = pages[number];
            for (int i = 0; page != null && i < PAGE; i++) {
                above += ((firstPage + number) << PAGE_BITS) + i > bucket ? page[i] : 0;
            }
        }
        return (double) above / count;
    }

    // Zero shares its bucket with the least numbers that there are, which no figure means.
    private double within(int bucket, double part) {
        double low = edge(bucket);
        double value = bucket == 0 ? 0 : low + part * (edge(bucket + 1) - low);
        return Math.max(least, Math.min(greatest, value));
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
        int last = firstPage + pages.length - 1;
        if (pages.length > 0 && low >= firstPage && high <= last) {
            return;
        }
        int from = pages.length == 0 ? low : Math.min(low, firstPage);
        int to = pages.length == 0 ? high : Math.max(high, last);
        long[][] wider = new long[to - from + 1][];
        System.arraycopy(pages, 0, wider, pages.length == 0 ? 0 : firstPage - from, pages.length);
        firstPage = from;
        pages = wider;
    }
}
