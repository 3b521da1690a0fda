package muster.uncertainty.distribution;

import org.apache.commons.statistics.distribution.LogNormalDistribution;

/**
 * A lognormal distribution: the logarithm is normal.
 *
 * @param mu the mean of the natural logarithm of the value in base units
 * @param sigma the standard deviation of that logarithm, above 0
 * @param central the value that stands for the whole
 */
public record LogNormal(double mu, double sigma, double central) implements Distribution {

    /** The one whose central part of the stated coverage reaches from low to high, both above 0. */
    public static LogNormal ofInterval(double low, double high, double coverage) {
        double mu = (Math.log(low) + Math.log(high)) / 2;
        return new LogNormal(mu, (Math.log(high) - mu) / IntervalCoverage.deviations(coverage), Math.exp(mu));
    }

    /** The one of a mean and a standard deviation of the value itself, both above 0. */
    public static LogNormal ofMean(double mean, double deviation) {
        double variance = Math.log1p(deviation / mean * (deviation / mean));
        double mu = Math.log(mean) - variance / 2;
        return new LogNormal(mu, Math.sqrt(variance), Math.exp(mu));
    }

    @Override
    public double quantile(double probability) {
        return LogNormalDistribution.of(mu, sigma).inverseCumulativeProbability(probability);
    }

    @Override
    public double cumulative(double value) {
        return LogNormalDistribution.of(mu, sigma).cumulativeProbability(value);
    }

    @Override
    public double density(double value) {
        return LogNormalDistribution.of(mu, sigma).density(value);
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
