package muster.uncertainty.sampling;

import muster.uncertainty.CorrelationGroup;
import muster.uncertainty.distribution.NormalScores;
import muster.uncertainty.distribution.Probabilities;

/**
 * The probabilities of a member of a {@link CorrelationGroup}, by a Gaussian copula with one factor.
 *
 * @param factor the factor of the group
 * @param own what the member does by itself
 * @param loading the weight of the factor, from -1 to 1
 */
record OneFactorCopula(Probabilities factor, Probabilities own, double loading) implements Probabilities {
    @Override
    public void fill(double[] column, long first) {
        if (Math.abs(loading) == 1) {
            factor.fill(column, first);
            for (int i = 0; loading < 0 && i < column.length; i++) {
                column[i] = 1 - column[i];
            }
            return;
        }
        double[] common = NormalScores.of(factor, column.length, first);
        double[] alone = NormalScores.of(own, column.length, first);
        double rest = Math.sqrt(1 - loading * loading);
        for (int i = 0; i < column.length; i++) {
            column[i] = NormalScores.probability(loading * common[i] + rest * alone[i]);
        }
    }
}
