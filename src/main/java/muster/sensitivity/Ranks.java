package muster.sensitivity;

import java.util.Arrays;

/** Rank correlations. */
final class Ranks {
    private Ranks() {}

    /** The correlation of the ranks of two columns (Spearman); equal values share the mean of their ranks. */
    static double correlation(double[] a, double[] b) {
        double[] first = of(a);
        double[] second = of(b);
        double mean = (a.length - 1) / 2.0;
        double product = 0;
        double squaresFirst = 0;
        double squaresSecond = 0;
        for (int i = 0; i < a.length; i++) {
            product += (first[i] - mean) * (second[i] - mean);
            squaresFirst += (first[i] - mean) * (first[i] - mean);
            squaresSecond += (second[i] - mean) * (second[i] - mean);
        }
        double squares = squaresFirst * squaresSecond;
        return squares == 0 ? 0 : product / Math.sqrt(squares);
    }

    private static double[] of(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        double[] ranks = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            ranks[i] = (below(sorted, values[i]) + notAbove(sorted, values[i]) - 1) / 2.0;
        }
        return ranks;
    }

    private static int below(double[] sorted, double value) {
        int low = 0;
        int high = sorted.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted[middle] < value) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private static int notAbove(double[] sorted, double value) {
        return below(sorted, Math.nextUp(value));
    }
}
