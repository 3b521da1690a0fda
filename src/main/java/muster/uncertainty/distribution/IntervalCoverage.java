package muster.uncertainty.distribution;

import org.apache.commons.statistics.distribution.NormalDistribution;

/** How wide a central interval of a normal distribution is. */
final class IntervalCoverage {
    private IntervalCoverage() {}

    /** Half the width in standard deviations: 1.645 for 90%, from the 5th to the 95th percentile. */
    static double deviations(double coverage) {
        return NormalDistribution.of(0, 1).inverseCumulativeProbability((1 + coverage) / 2);
    }
}
