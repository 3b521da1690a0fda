package muster.sensitivity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import muster.uncertainty.Input;
import muster.uncertainty.sampling.PickFreeze;
import muster.uncertainty.sampling.SampleBatch;

/**
 * What moves a figure.
 *
 * @param drivers the inputs that move it, the largest share first
 * @param still the inputs that are part of its making and move it nowhere, as those that cancel
 * @param logarithmic whether variance is that of the logarithm of the figure, as for one that is above zero in all samples
 */
public record Sensitivity(List<Driver> drivers, List<Input> still, boolean logarithmic) {
    // What rounding leaves of an input that cancels.
    private static final double NOTHING = 1e-9;
    private static final int RANKED = 1 << 14;

    public Sensitivity {
        drivers = List.copyOf(drivers);
        still = List.copyOf(still);
    }

    /**
     * The analysis of a figure.
     *
     * @param subject figure and uncertain inputs
     * @param samples how many pairs of samples, at least 8
     * @param seed the seed
     */
    public static Sensitivity of(Subject subject, int samples, long seed) {
        if (subject.inputs().isEmpty()) {
            return new Sensitivity(List.of(), List.of(), false);
        }
        List<Integer> order =
                IntStream.range(0, subject.inputs().size()).boxed().toList();
        SampleBatch draw = new PickFreeze(subject.inputs(), subject.correlations(), seed, 0)
                .block(0, Math.min(samples, RANKED))
                .keeping(order, order.size());
        double[] figure = subject.figure().apply(draw).clone();
        boolean logarithmic = Arrays.stream(figure).allMatch(value -> value > 0);
        DoubleUnaryOperator scale = logarithmic ? Math::log : DoubleUnaryOperator.identity();
        List<Tornado.Swing> swings = Tornado.of(subject);
        List<Indices.Shares> shares = Indices.of(subject, scale, samples, seed);
        List<Driver> drivers = new ArrayList<>();
        List<Input> still = new ArrayList<>();
        for (int i : order) {
            Input input = subject.inputs().get(i);
            Tornado.Swing swing = swings.get(i);
            double rank = Ranks.correlation(draw.of(input), figure);
            Indices.Shares own = shares.get(i);
            if (moves(swing) || own.total() > NOTHING) {
                drivers.add(new Driver(
                        input, swing.low(), swing.high(), own.first(), own.total(), own.shapley(), own.error(), rank));
            } else {
                still.add(input);
            }
        }
        drivers.sort(Comparator.comparingDouble(Driver::share).reversed());
        return new Sensitivity(drivers, still, logarithmic);
    }

    private static boolean moves(Tornado.Swing swing) {
        double largest = Math.max(Math.abs(swing.high()), Math.abs(swing.low()));
        return Math.abs(swing.high() - swing.low()) > NOTHING * largest;
    }
}
