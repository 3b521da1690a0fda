package muster.uncertainty;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import muster.diagnostic.Place;
import muster.uncertainty.distribution.Uniform;
import muster.uncertainty.sampling.RankCorrelations;
import muster.uncertainty.sampling.Sampler;
import muster.uncertainty.sampling.Sampling;
import muster.unit.Unit;

/** Inputs of tests and their samples. */
public final class DrawnSamples {
    private DrawnSamples() {}

    static Input uniform(String name, Optional<CorrelationGroup> group) {
        return new Input(
                name,
                new Uncertain(new Uniform(0, 1, 0.5), Unit.ONE),
                Unit.ONE,
                Optional.empty(),
                new Place("test", 1, 1),
                group);
    }

    public static Input uniform(String name) {
        return uniform(name, Optional.empty());
    }

    /** The samples of inputs by name, in order. */
    static Map<String, double[]> columns(Sampling sampling, List<Input> inputs, RankCorrelations correlations) {
        Map<String, double[]> columns = new LinkedHashMap<>();
        inputs.forEach(input -> columns.put(input.name(), new double[(int) sampling.samples()]));
        int[] next = {0};
        Sampler.run(
                sampling,
                inputs,
                correlations,
                () -> draw -> {
                    inputs.forEach(input ->
                            System.arraycopy(draw.of(input), 0, columns.get(input.name()), next[0], draw.size()));
                    next[0] += draw.size();
                    return Map.of();
                },
                done -> {});
        return columns;
    }

    /** Spearman's: the correlation of the places in the order. */
    static double rankCorrelation(double[] a, double[] b) {
        double[] first = ranks(a);
        double[] second = ranks(b);
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += first[i] * second[i];
        }
        return 12 * sum / a.length;
    }

    private static double[] ranks(double[] values) {
        double[] ranks = new double[values.length];
        int[] order = IntStream.range(0, values.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> values[i]))
                .mapToInt(i -> i)
                .toArray();
        for (int i = 0; i < order.length; i++) {
            ranks[order[i]] = (i + 0.5) / order.length - 0.5;
        }
        return ranks;
    }
}
