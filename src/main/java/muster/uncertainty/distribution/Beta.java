package muster.uncertainty.distribution;

import org.apache.commons.statistics.distribution.BetaDistribution;

/**
 * A beta distribution between zero and one.
 *
 * @param alpha its first shape
 * @param beta its second shape
 * @param central the value that stands for the whole
 */
public record Beta(double alpha, double beta, double central) implements Distribution {

    /**
     * The one of a mean and a standard deviation.
     *
     * @param mean above 0 and below 1
     * @param deviation above 0, its square below {@code mean (1 - mean)}
     */
    public static Beta ofMean(double mean, double deviation) {
        double weight = mean * (1 - mean) / (deviation * deviation) - 1;
        double alpha = mean * weight;
        double beta = (1 - mean) * weight;
        return new Beta(alpha, beta, BetaDistribution.of(alpha, beta).inverseCumulativeProbability(0.5));
    }

    @Override
    public double quantile(double probability) {
        return BetaDistribution.of(alpha, beta).inverseCumulativeProbability(probability);
    }

    @Override
    public double quantileNear(double probability, double guess) {
        return QuantileSearch.near(this, probability, guess);
    }

    @Override
    public double cumulative(double value) {
        return BetaDistribution.of(alpha, beta).cumulativeProbability(value);
    }

    @Override
    public double density(double value) {
        return BetaDistribution.of(alpha, beta).density(value);
    }

    @Override
    public double least() {
        return 0;
    }

    @Override
    public double greatest() {
        return 1;
    }
}
