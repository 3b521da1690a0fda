package muster.uncertainty.distribution;

import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * A distribution through a median and two quantiles: on each side of the median the value, or its logarithm, is normal with
 * a deviation of that side.
 *
 * <pre>
 * value = m + s z  or  m exp(s z),  s = below where z is below 0, else above,  z standard normal
 * </pre>
 *
 * Where both sides are as wide it is the normal or lognormal distribution. The quantile function is continuous and rises
 * everywhere; the density jumps at the median. So each quantile of a published 5/50/95 is met, whatever its skew, and no
 * value of a positive quantity is below zero.
 *
 * @param central the median m, in base units
 * @param below the deviation below the median: of the logarithm, or in base units; above 0
 * @param above the deviation above the median, likewise
 * @param logarithmic whether the logarithm is normal and not the value
 */
public record TwoPiece(double central, double below, double above, boolean logarithmic) implements Distribution {
    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

    /**
     * The one whose central part of the stated coverage reaches from low to high, with the median between; of logarithms
     * where low is above 0.
     */
    public static TwoPiece through(double low, double median, double high, double coverage) {
        double deviations = IntervalCoverage.deviations(coverage);
        return low > 0
                ? new TwoPiece(median, Math.log(median / low) / deviations, Math.log(high / median) / deviations, true)
                : new TwoPiece(median, (median - low) / deviations, (high - median) / deviations, false);
    }

    @Override
    public double quantile(double probability) {
        double score = NORMAL.inverseCumulativeProbability(probability);
        double rise = score * (score < 0 ? below : above);
        return logarithmic ? central * Math.exp(rise) : central + rise;
    }

    @Override
    public double cumulative(double value) {
        if (logarithmic && value <= 0) {
            return 0;
        }
        return NORMAL.cumulativeProbability(score(value));
    }

    @Override
    public double density(double value) {
        if (logarithmic && value <= 0) {
            return 0;
        }
        return NORMAL.density(score(value)) / (deviation(value) * (logarithmic ? value : 1));
    }

    private double score(double value) {
        return (logarithmic ? Math.log(value / central) : value - central) / deviation(value);
    }

    private double deviation(double value) {
        return value < central ? below : above;
    }

    @Override
    public double least() {
        return logarithmic ? 0 : Double.NEGATIVE_INFINITY;
    }

    @Override
    public double greatest() {
        return Double.POSITIVE_INFINITY;
    }
}
