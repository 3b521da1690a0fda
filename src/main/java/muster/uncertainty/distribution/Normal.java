package muster.uncertainty.distribution;

import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * A normal distribution.
 *
 * @param mean its mean and median, in base units
 * @param deviation its standard deviation, in base units, above 0
 * @param central the value that stands for the whole
 */
public record Normal(double mean, double deviation, double central) implements Distribution {

    /** The one whose central part of the stated coverage reaches from low to high. */
    public static Normal ofInterval(double low, double high, double coverage) {
        double mean = (low + high) / 2;
        return new Normal(mean, (high - mean) / IntervalCoverage.deviations(coverage), mean);
    }

    @Override
    public double quantile(double probability) {
        return NormalDistribution.of(mean, deviation).inverseCumulativeProbability(probability);
    }

    @Override
    public double cumulative(double value) {
        return NormalDistribution.of(mean, deviation).cumulativeProbability(value);
    }

    @Override
    public double density(double value) {
        return NormalDistribution.of(mean, deviation).density(value);
    }

    @Override
    public double least() {
        return Double.NEGATIVE_INFINITY;
    }

    @Override
    public double greatest() {
        return Double.POSITIVE_INFINITY;
    }
}
