package muster.workforce;

import muster.document.Choice;
import muster.document.In;
import muster.document.Range;
import muster.document.When;
import muster.trace.Chain;
import muster.trace.Figure;
import muster.uncertainty.Input;

/** What rivals gain by what they learn of the leader's work. */
@Choice
public sealed interface Leakage permits Leakage.Lost, Leakage.Speedup {

    /** What is left of a lead, in time of a full pause, not yet named. */
    Figure shrink(Chain chain, Figure lead);

    /**
     * A part of the lead is gone at the start.
     *
     * @param lost the part of the lead
     */
    @When(key = "lost")
    record Lost(@In(value = "1", range = Range.PART) Input lost) implements Leakage {
        @Override
        public Figure shrink(Chain chain, Figure lead) {
            return lead.times(chain.one().minus(chain.input(lost, "")));
        }
    }

    /**
     * Rivals move faster.
     *
     * @param speedup how many times as fast
     */
    @When(key = "speedup")
    record Speedup(@In("1") Input speedup) implements Leakage {
        @Override
        public Figure shrink(Chain chain, Figure lead) {
            return lead.over(chain.input(speedup, ""));
        }
    }
}
