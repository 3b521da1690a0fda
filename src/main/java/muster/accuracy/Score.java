package muster.accuracy;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * How far values of the model are from measured ones. An error is {@code model/measured - 1}.
 *
 * @param rows how many there are
 * @param mean the mean of the sizes of errors (MAPE)
 * @param median their median
 * @param p90 their 90th percentile
 * @param bias the median of the errors with their sign
 */
public record Score(int rows, double mean, double median, double p90, double bias) {

    /** The score of rows by a ratio of model to measurement; nothing is left out. */
    static Score of(List<ScoredMeasurement> rows, ToDoubleFunction<ScoredMeasurement> ratio) {
        double[] errors =
                rows.stream().mapToDouble(ratio).map(value -> value - 1).toArray();
        double[] sizes = Arrays.stream(errors).map(Math::abs).toArray();
        return new Score(
                rows.size(),
                Arrays.stream(sizes).average().orElse(Double.NaN),
                quantile(sizes, 0.5),
                quantile(sizes, 0.9),
                quantile(errors, 0.5));
    }

    /** A quantile, between the two nearest values in proportion; NaN of nothing. */
    static double quantile(double[] values, double at) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        if (sorted.length == 0) {
            return Double.NaN;
        }
        double place = at * (sorted.length - 1);
        int below = (int) Math.floor(place);
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
    }

    /**
     * Spearman's rank correlation: that of ranks, where equal values share the mean of theirs.
     */
    static double rankCorrelation(double[] a, double[] b) {
        double[] x = ranks(a);
        double[] y = ranks(b);
        double mean = (x.length + 1) / 2.0;
        double xy = 0;
        double xx = 0;
        double yy = 0;
        for (int i = 0; i < x.length; i++) {
            xy += (x[i] - mean) * (y[i] - mean);
            xx += (x[i] - mean) * (x[i] - mean);
            yy += (y[i] - mean) * (y[i] - mean);
        }
        return xy / Math.sqrt(xx * yy);
    }

    private static double[] ranks(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return Arrays.stream(values)
                .map(value -> {
                    int first = 0;
                    while (sorted[first] < value) {
                        first++;
                    }
                    int last = first;
                    while (last + 1 < sorted.length && sorted[last + 1] == value) {
                        last++;
                    }
                    return (first + last) / 2.0 + 1;
                })
                .toArray();
    }
}
