package muster.sensitivity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import muster.uncertainty.Input;
import muster.uncertainty.distribution.Distribution;
import muster.uncertainty.sampling.GivenSamples;
import muster.uncertainty.sampling.PickFreeze;

/**
 * What would have to be true for a figure to reach a value at least.
 *
 * @param chance the part of the samples in which it does
 * @param needs for each input, which value would do with all others at their central values
 */
public record Threshold(double chance, List<Need> needs) {
    // From one in a million to all but one in a million, at even steps of the logit, so that tails are searched too.
    private static final int POINTS = 1025;
    private static final double LOGIT = 14;
    private static final int ROUNDS = 40;

    /**
     * The value of an input at which the figure crosses.
     *
     * @param input the input
     * @param value the value, in base units; nothing where none between the millionth and its opposite does
     * @param atLeast whether the figure grows with the input there, so that a larger one would do too
     * @param probability the probability that the input does not exceed it
     * @param nearest the figure nearest to the value that the input can bring about
     */
    public record Need(Input input, OptionalDouble value, boolean atLeast, double probability, double nearest) {}

    public Threshold {
        needs = List.copyOf(needs);
    }

    /**
     * What would have to be true.
     *
     * @param subject the figure and its uncertain inputs
     * @param target the value to reach, in the unit of the figure
     * @param samples how many samples tell the chance
     * @param seed their seed
     */
    public static Threshold of(Subject subject, double target, int samples, long seed) {
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < subject.inputs().size(); i++) {
            order.add(i);
        }
        double[] figure = subject.figure()
                .apply(new PickFreeze(subject.inputs(), subject.correlations(), seed, 0)
                        .block(0, samples)
                        .keeping(order, order.size()));
        double chance = Arrays.stream(figure).filter(value -> value >= target).count() / (double) samples;
        List<Need> needs = new ArrayList<>();
        subject.inputs().forEach(input -> needs.add(need(subject, input, target)));
        return new Threshold(chance, needs);
    }

    private static Need need(Subject subject, Input input, double target) {
        double[] probabilities = new double[POINTS];
        for (int i = 0; i < POINTS; i++) {
            probabilities[i] = 1 / (1 + Math.exp(LOGIT * (1 - 2.0 * i / (POINTS - 1))));
        }
        double[] figure = figures(subject, input, probabilities);
        double nearest = figure[0];
        int crossing = -1;
        for (int i = 0; i < POINTS; i++) {
            if (Math.abs(figure[i] - target) < Math.abs(nearest - target)) {
                nearest = figure[i];
            }
            boolean crosses =
                    i > 0 && (figure[i - 1] - target) * (figure[i] - target) <= 0 && figure[i - 1] != figure[i];
            // Of several crossings the one that asks least: nearest to the median.
            if (crosses && (crossing < 0 || Math.abs(2 * i - POINTS) < Math.abs(2 * crossing - POINTS))) {
                crossing = i;
            }
        }
        if (crossing < 0) {
            return new Need(input, OptionalDouble.empty(), false, Double.NaN, nearest);
        }
        double probability = between(subject, input, target, probabilities[crossing - 1], probabilities[crossing]);
        double value = input.value().distribution().quantile(probability);
        return new Need(input, OptionalDouble.of(value), figure[crossing] > figure[crossing - 1], probability, target);
    }

    private static double between(Subject subject, Input input, double target, double low, double high) {
        double[] ends = figures(subject, input, new double[] {low, high});
        boolean rises = ends[1] > ends[0];
        double below = low;
        double above = high;
        for (int i = 0; i < ROUNDS; i++) {
            double middle = (below + above) / 2;
            if (figures(subject, input, new double[] {middle})[0] < target == rises) {
                below = middle;
            } else {
                above = middle;
            }
        }
        return (below + above) / 2;
    }

    private static double[] figures(Subject subject, Input moved, double[] probabilities) {
        Map<String, double[]> columns = new HashMap<>();
        for (Input input : subject.inputs()) {
            Distribution distribution = input.value().distribution();
            double[] column = new double[probabilities.length];
            Arrays.setAll(
                    column,
                    i -> input.equals(moved) ? distribution.quantile(probabilities[i]) : distribution.central());
            columns.put(input.name(), column);
        }
        return subject.figure()
                .apply(new GivenSamples(probabilities.length, columns))
                .clone();
    }
}
