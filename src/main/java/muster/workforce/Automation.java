package muster.workforce;

import muster.document.Inline;
import muster.trace.Chain;
import muster.trace.Figure;

/**
 * Which part of the tasks of research AIs can do, and the human rest.
 *
 * @param tasks the part of the tasks
 * @param rest who does the rest, and how well one task stands in for another
 */
public record Automation(@Inline AutomatedTasks tasks, RemainingTasks rest) {

    /**
     * Records {@code workforce.research_speedup}: research done in a time with AIs and humans over research done by the
     * humans alone.
     *
     * @param chain the run
     * @param work what AIs could do if all tasks were theirs, in researcher-month/month
     */
    void apply(Chain chain, Figure work) {
        Figure part = tasks.automated(chain).as(WorkforceFigures.AUTOMATED_PART, "a", "1");
        rest.speedup(chain, part, work).as(WorkforceFigures.RESEARCH_SPEEDUP, "", "1");
    }
}
