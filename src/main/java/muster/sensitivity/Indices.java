package muster.sensitivity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import muster.uncertainty.sampling.PickFreeze;
import muster.uncertainty.sampling.SampleBatch;

/**
 * Shares of the variance of a figure, by pairs of samples that have some inputs in common.
 *
 * <pre>
 * D(u) = E[(f(x) - f(x'))^2] / 2,   x' as x in the inputs u and drawn anew in the others, given those
 * first-order  S_i = 1 - D({i}) / V
 * total        T_i = D(all but i) / V
 * Shapley      the mean over all orders of the inputs of (D(before i) - D(before i, and i)) / V
 * </pre>
 *
 * with the variance V. For independent inputs these are the indices of Sobol by the estimators of Jansen. For inputs that
 * move together S_i holds what an input shares with others and T_i does not, so that S_i may be larger than T_i; the shares of
 * Shapley part what is shared and always add up to one.
 *
 * @see <a href="https://doi.org/10.1016/S0010-4655(98)00154-4">Jansen 1999, Analysis of variance designs for model output</a>
 * @see <a href="https://doi.org/10.1137/15M1048070">Song, Nelson and Staum 2016, Shapley effects for global sensitivity
 *     analysis</a>
 */
final class Indices {
    private static final int SCRAMBLINGS = 8;
    private static final int COLUMN = 1024;

    private final Subject subject;
    private final DoubleUnaryOperator scale;
    private final int count;
    private final List<Integer> inOrder;

    private Indices(Subject subject, DoubleUnaryOperator scale) {
        this.subject = subject;
        this.scale = scale;
        this.count = subject.inputs().size();
        this.inOrder = IntStream.range(0, count).boxed().toList();
    }

    /**
     * The shares of one input.
     *
     * @param first the first-order index
     * @param total the total index
     * @param shapley the share of Shapley
     * @param error the largest standard error of the three
     */
    record Shares(double first, double total, double shapley, double error) {}

    /**
     * The shares in the order of the inputs.
     *
     * @param subject figure and inputs, at least one
     * @param scale what the variance is taken of, as the logarithm of the figure
     * @param samples how many pairs, at least 8
     * @param seed the seed
     */
    static List<Shares> of(Subject subject, DoubleUnaryOperator scale, int samples, long seed) {
        return new Indices(subject, scale).shares(samples, seed);
    }

    // Sums over the pairs of one scrambling: half squares by input, and of the figure itself.
    private static final class Sums {
        final double[] first;
        final double[] total;
        final double[] shapley;
        double variance;

        Sums(int count) {
            first = new double[count];
            total = new double[count];
            shapley = new double[count];
        }
    }

    private List<Shares> shares(int samples, long seed) {
        List<Sums> parts = new ArrayList<>();
        for (int part = 0; part < SCRAMBLINGS; part++) {
            parts.add(sums(samples / SCRAMBLINGS, seed, part));
        }
        List<Shares> shares = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int input = i;
            double[] first = parts.stream()
                    .mapToDouble(sums -> 1 - sums.first[input] / sums.variance)
                    .toArray();
            double[] total = parts.stream()
                    .mapToDouble(sums -> sums.total[input] / sums.variance)
                    .toArray();
            double[] shapley = parts.stream()
                    .mapToDouble(sums -> sums.shapley[input] / sums.variance)
                    .toArray();
            double error = Math.max(error(first), Math.max(error(total), error(shapley)));
            shares.add(new Shares(mean(first), mean(total), mean(shapley), error));
        }
        return shares;
    }

    private Sums sums(int samples, long seed, int scrambling) {
        PickFreeze joint = new PickFreeze(subject.inputs(), subject.correlations(), seed, scrambling);
        SplittableRandom random = new SplittableRandom(seed * SCRAMBLINGS + scrambling);
        Sums sums = new Sums(count);
        int column = Math.min(COLUMN, samples);
        for (int first = 0; first < samples; first += column) {
            add(joint.block(first, column), random, sums);
        }
        return sums;
    }

    private void add(PickFreeze.Block block, SplittableRandom random, Sums sums) {
        for (int i = 0; i < count; i++) {
            List<Integer> leading = moved(i, 0);
            double[] whole = figure(block.keeping(leading, count));
            sums.first[i] += halfSquares(whole, figure(block.keeping(leading, 1)));
            List<Integer> trailing = moved(i, count - 1);
            sums.total[i] +=
                    halfSquares(figure(block.keeping(trailing, count)), figure(block.keeping(trailing, count - 1)));
        }
        List<Integer> order = new ArrayList<>(inOrder);
        // A shuffle of our own: that of the library may change between versions.
        for (int i = count - 1; i > 0; i--) {
            Collections.swap(order, i, random.nextInt(i + 1));
        }
        sums.variance += shapley(block, order, sums) / 2;
        Collections.reverse(order);
        sums.variance += shapley(block, order, sums) / 2;
    }

    // Half of what each input takes away as one after the other is kept; and all that there was to take.
    private double shapley(PickFreeze.Block block, List<Integer> order, Sums sums) {
        double[] whole = figure(block.keeping(order, count));
        double all = halfSquares(whole, figure(block.keeping(order, 0)));
        double open = all;
        for (int kept = 1; kept <= count; kept++) {
            double left = kept == count ? 0 : halfSquares(whole, figure(block.keeping(order, kept)));
            sums.shapley[order.get(kept - 1)] += (open - left) / 2;
            open = left;
        }
        return all;
    }

    private List<Integer> moved(int input, int place) {
        List<Integer> order = new ArrayList<>(inOrder);
        order.remove((Integer) input);
        order.add(place, input);
        return order;
    }

    private double[] figure(SampleBatch draw) {
        return Arrays.stream(subject.figure().apply(draw)).map(scale).toArray();
    }

    private static double halfSquares(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += (a[i] - b[i]) * (a[i] - b[i]) / 2;
        }
        return sum;
    }

    private static double mean(double[] values) {
        return Arrays.stream(values).average().orElseThrow();
    }

    private static double error(double[] values) {
        double mean = mean(values);
        double squares = Arrays.stream(values)
                .map(value -> (value - mean) * (value - mean))
                .sum();
        return Math.sqrt(squares / (values.length - 1) / values.length);
    }
}
