package muster.uncertainty.distribution;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * One of several values, each with its probability.
 *
 * @param values the values, rising, in base units
 * @param cumulative for each the probability that it is not exceeded
 */
public record Discrete(List<Double> values, List<Double> cumulative) implements Distribution {

    public Discrete {
        values = List.copyOf(values);
        cumulative = List.copyOf(cumulative);
    }

    /**
     * The one of values in any order.
     *
     * @param values at least one
     * @param weights one for each, above 0; their sum need not be 1
     */
    public static Discrete of(List<Double> values, List<Double> weights) {
        List<Integer> order = IntStream.range(0, values.size())
                .boxed()
                .sorted(Comparator.comparing(values::get))
                .toList();
        List<Double> sorted = new ArrayList<>();
        List<Double> weighed = new ArrayList<>();
        order.forEach(i -> {
            sorted.add(values.get(i));
            weighed.add(weights.get(i));
        });
        return new Discrete(sorted, AlternativeWeights.cumulative(weighed));
    }

    @Override
    public double quantile(double probability) {
        return values.get(AlternativeWeights.chosen(cumulative, probability));
    }

    @Override
    public double cumulative(double value) {
        double probability = 0;
        for (int i = 0; i < values.size() && values.get(i) <= value; i++) {
            probability = cumulative.get(i);
        }
        return probability;
    }

    @Override
    public double density(double value) {
        return values.contains(value) ? Double.POSITIVE_INFINITY : 0;
    }

    @Override
    public double central() {
        return quantile(0.5);
    }

    @Override
    public double least() {
        return values.get(0);
    }

    @Override
    public double greatest() {
        return values.get(values.size() - 1);
    }
}
