package muster.uncertainty.distribution;

import org.apache.commons.statistics.distribution.TDistribution;

/**
 * Student's t distribution, shifted and stretched: what few measurements say of a mean.
 *
 * @param degrees its degrees of freedom, above 0
 * @param location its median, in base units
 * @param scale its scale, in base units, above 0
 * @param central the value that stands for the whole
 */
public record StudentT(double degrees, double location, double scale, double central) implements Distribution {

    /** The one whose central part of the stated coverage reaches from low to high. */
    public static StudentT ofInterval(double low, double high, double coverage, double degrees) {
        double location = (low + high) / 2;
        double deviations = TDistribution.of(degrees).inverseCumulativeProbability((1 + coverage) / 2);
        return new StudentT(degrees, location, (high - location) / deviations, location);
    }

    @Override
    public double quantile(double probability) {
        return location + scale * TDistribution.of(degrees).inverseCumulativeProbability(probability);
    }

    @Override
    public double quantileNear(double probability, double guess) {
        return QuantileSearch.near(this, probability, guess);
    }

    @Override
    public double cumulative(double value) {
        return TDistribution.of(degrees).cumulativeProbability((value - location) / scale);
    }

    @Override
    public double density(double value) {
        return TDistribution.of(degrees).density((value - location) / scale) / scale;
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
