package muster.published;

import muster.document.Choice;
import muster.document.In;
import muster.document.When;
import muster.uncertainty.Input;
import muster.unit.Quantity;

/** What came of replaying a figure: a figure of ours and a verdict, or why there is none. */
@Choice
public sealed interface ReplayFinding permits ReplayFinding.Computed, ReplayFinding.NotComputable {

    /** Why, in one line. */
    String reason();

    /**
     * A figure that Muster computes.
     *
     * @param value the number that the words state, in its unit
     * @param tolerance how far ours may be off, as a part of the printed value
     * @param computedBy how Muster computes it
     * @param verdict what we found
     * @param reason why, in one line
     */
    @When(key = "computed_by")
    record Computed(
            Quantity value,
            @In("1") Input tolerance,
            FigureComputation computedBy,
            ReplayVerdict verdict,
            String reason)
            implements ReplayFinding {}

    /**
     * A figure that Muster does not compute.
     *
     * @param notComputable why it does not, in one line
     */
    @When(key = "not_computable")
    record NotComputable(String notComputable) implements ReplayFinding {
        @Override
        public String reason() {
            return notComputable;
        }
    }
}
