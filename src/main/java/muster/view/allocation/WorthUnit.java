package muster.view.allocation;

import muster.allocation.problem.Situation;

/** What the worth of a plan counts in. */
public final class WorthUnit {
    private WorthUnit() {}

    /** In words: researcher-months, or under a law of research months of its laboratory's. */
    public static String words(Situation situation) {
        return situation.research().isPresent() ? "months of the laboratory's research" : "researcher-months";
    }
}
