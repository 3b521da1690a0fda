package muster.uncertainty;

import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * The probabilities of a member of a {@link Group}, by a Gaussian copula with one factor.
 *
 * @param factor the factor of the group
 * @param own what the member does by itself
 * @param loading the weight of the factor, from -1 to 1
 */
record Following(Probabilities factor, Probabilities own, double loading) implements Probabilities {
    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);
    private static final QuantileTable SCORES = new QuantileTable(new Normal(0, 1, 0));
    private static final double LEAST = 0x1p-53;

    @Override
    public double at(long sample) {
        double common = factor.at(sample);
        if (Math.abs(loading) == 1) {
            return loading > 0 ? common : 1 - common;
        }
        double score = loading * SCORES.at(common) + Math.sqrt(1 - loading * loading) * SCORES.at(own.at(sample));
        return Math.max(LEAST, Math.min(1 - LEAST, NORMAL.cumulativeProbability(score)));
    }
}
