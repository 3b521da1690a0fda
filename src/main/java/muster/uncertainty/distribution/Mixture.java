package muster.uncertainty.distribution;

import java.util.List;
import java.util.stream.DoubleStream;

/**
 * One of several distributions, each with its probability: views that exclude each other.
 *
 * @param parts the distributions
 * @param weights the probability of each; their sum is 1
 * @param central the value that stands for the whole
 */
public record Mixture(List<Distribution> parts, List<Double> weights, double central) implements Distribution {

    public Mixture {
        parts = List.copyOf(parts);
        weights = List.copyOf(weights);
    }

    /**
     * The one of parts and their weights, which stands for itself with its median.
     *
     * @param weights one for each part, above 0; their sum need not be 1
     */
    public static Mixture of(List<Distribution> parts, List<Double> weights) {
        double total = weights.stream().mapToDouble(Double::doubleValue).sum();
        List<Double> probabilities =
                weights.stream().map(weight -> weight / total).toList();
        double median = new Mixture(parts, probabilities, Double.NaN).quantile(0.5);
        return new Mixture(parts, probabilities, median);
    }

    @Override
    public double quantile(double probability) {
        // The quantile lies between those of the parts.
        double low = quantiles(probability).min().orElseThrow();
        double high = quantiles(probability).max().orElseThrow();
        return low == high ? low : QuantileSearch.between(this, probability, Math.nextDown(low), high);
    }

    private DoubleStream quantiles(double probability) {
        return parts.stream().mapToDouble(part -> part.quantile(probability));
    }

    @Override
    public double quantileNear(double probability, double guess) {
        return QuantileSearch.near(this, probability, guess);
    }

    @Override
    public double cumulative(double value) {
        double sum = 0;
        for (int i = 0; i < parts.size(); i++) {
            sum += weights.get(i) * parts.get(i).cumulative(value);
        }
        return sum;
    }

    @Override
    public double density(double value) {
        double sum = 0;
        for (int i = 0; i < parts.size(); i++) {
            sum += weights.get(i) * parts.get(i).density(value);
        }
        return sum;
    }

    @Override
    public double least() {
        return parts.stream().mapToDouble(Distribution::least).min().orElseThrow();
    }

    @Override
    public double greatest() {
        return parts.stream().mapToDouble(Distribution::greatest).max().orElseThrow();
    }
}
