package muster.uncertainty.distribution;

import org.apache.commons.statistics.distribution.GammaDistribution;

/**
 * A gamma distribution: above zero, with a lighter upper tail than the lognormal.
 *
 * @param shape its shape, above 0: the square of mean over standard deviation
 * @param scale its scale, in base units, above 0: the mean over the shape
 * @param central the value that stands for the whole
 */
public record Gamma(double shape, double scale, double central) implements Distribution {

    /** The one of a mean and a standard deviation, both above 0. */
    public static Gamma ofMean(double mean, double deviation) {
        double shape = mean * mean / (deviation * deviation);
        double scale = mean / shape;
        return new Gamma(shape, scale, GammaDistribution.of(shape, scale).inverseCumulativeProbability(0.5));
    }

    @Override
    public double quantile(double probability) {
        return GammaDistribution.of(shape, scale).inverseCumulativeProbability(probability);
    }

    @Override
    public double quantileNear(double probability, double guess) {
        return QuantileSearch.near(this, probability, guess);
    }

    @Override
    public double cumulative(double value) {
        return GammaDistribution.of(shape, scale).cumulativeProbability(value);
    }

    @Override
    public double density(double value) {
        return GammaDistribution.of(shape, scale).density(value);
    }

    @Override
    public double least() {
        return 0;
    }

    @Override
    public double greatest() {
        return Double.POSITIVE_INFINITY;
    }
}
