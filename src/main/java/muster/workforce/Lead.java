package muster.workforce;

import muster.document.In;
import muster.trace.Chain;
import muster.trace.Figure;
import muster.uncertainty.Input;

/**
 * The section {@code lead:} of a scenario: how long a leader can turn its fleet to research before others catch up.
 *
 * <pre>
 * researcher-months of the lead = researcher-months per month * duration
 * </pre>
 *
 * Nothing grows, is stolen or slows down meanwhile.
 *
 * @param duration the length of the lead
 */
public record Lead(@In("month") Input duration) {

    /** Records {@code lead.researcher_months}, the work of the whole lead. */
    void apply(Chain chain, Figure workRate) {
        workRate.times(chain.input(duration, "X")).as("lead.researcher_months", "", "researcher-month");
    }
}
