package muster.uncertainty;

import muster.uncertainty.distribution.NormalScores;

/**
 * Inputs that move together: each follows the common factor of its group as far as its correlation says.
 *
 * <p>The normal scores of a member are {@code z = l f + sqrt(1 - l^2) e} with the factor f of the group, e of its own, and the
 * loading l. Two members with correlations a and b of one sign so have the rank correlation (Spearman) {@code sqrt(a b)} to
 * within 0.01, and exactly a where both say a.
 *
 * @param name the name of the group
 * @param correlation the rank correlation with a member that says the same; 1 for inputs that rise and fall as one, below 0
 *     for one that falls when the others rise; from -1 to 1 and not 0
 */
public record CorrelationGroup(String name, double correlation) {

    public CorrelationGroup {
        if (!(Math.abs(correlation) <= 1) || correlation == 0) {
            throw new IllegalArgumentException("a member of %s with the correlation %s".formatted(name, correlation));
        }
    }

    /** The weight l of the common factor in the member's normal scores. */
    public double loading() {
        return Math.signum(correlation) * Math.sqrt(NormalScores.correlation(Math.abs(correlation)));
    }
}
