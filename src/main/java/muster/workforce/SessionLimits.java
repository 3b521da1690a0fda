package muster.workforce;

import java.util.Optional;
import muster.trace.Chain;
import muster.trace.Figure;
import muster.uncertainty.Source;
import muster.uncertainty.Tier;
import muster.unit.NumberText;
import muster.unit.Quantity;
import muster.workforce.agent.AgentFigures;
import muster.workforce.agent.AgentSpending;
import muster.workforce.agent.AgentWork;

/**
 * How many sessions run at once: as many as the decode slots of the fleet keep going, as its memory holds, or as the budget pays for.
 *
 * @param chain the run
 * @param spending what the sessions spend
 * @param work what they do
 * @param supply what the fleet serves
 */
record SessionLimits(Chain chain, AgentSpending spending, AgentWork work, WorkforceSupply supply) {
    private static final double ROUNDING = 1e-9;
    private static final double SMALLEST = 1e-6;
    private static final Source NOTHING_BELOW =
            Source.of("definition", "fewer sessions than this are none", Tier.DEFINITION);

    /** What of the supply is used, with what binds recorded. */
    WorkforceSupply used() {
        Optional<Figure> memory = memory();
        Optional<Figure> price = price();
        if (memory.isEmpty() && price.isEmpty() && spending.perSlot().isEmpty()) {
            return supply;
        }
        Figure time = sessions(supply.streams()).as(AgentFigures.SESSIONS_BY_TIME, "", "stream");
        Figure least = price.map(memory.map(time::min).orElse(time)::min)
                .orElseGet(() -> memory.map(time::min).orElse(time))
                .as(AgentFigures.RUNNING, "", "stream");
        warn(time, memory, "memory holds");
        warn(time, price, "the budget pays for");
        return memory.isEmpty() && price.isEmpty()
                ? supply
                : supply.part(least.over(time).where(time, some()).as(AgentFigures.RUNNING_PART, "", "1"));
    }

    // Of no sessions there is no part, as where a draw serves nothing.
    private Figure some() {
        return chain.constant(AgentFigures.SOME, "", Quantity.of(SMALLEST, "stream"), NOTHING_BELOW);
    }

    // Those that generate and those that wait with their cache held.
    private Optional<Figure> memory() {
        return supply.inMemory()
                .map(held -> sessions(spending.heldPerSlot().map(held::over).orElse(held))
                        .as(AgentFigures.SESSIONS_BY_MEMORY, "", "stream"));
    }

    private Optional<Figure> price() {
        return work.budget()
                .flatMap(budget -> spending.pricePerWritten()
                        .map(price -> sessions(chain.input(budget, "").over(price.times(supply.serialSpeed())))
                                .as(AgentFigures.SESSIONS_BY_PRICE, "", "stream")));
    }

    private Figure sessions(Figure slots) {
        return spending.perSlot().map(slots::times).orElse(slots);
    }

    private void warn(Figure time, Optional<Figure> limit, String words) {
        double most = time.central("stream").base();
        limit.map(figure -> figure.central("stream").base())
                .filter(found -> found < most * (1 - ROUNDING))
                .ifPresent(found -> chain.warn(
                        "sessions-bound",
                        work.humanTime().place(),
                        "%s %s sessions, and the decode slots would keep %s going: throughput is counted for as many as there are"
                                .formatted(words, NumberText.rounded(found, 3), NumberText.rounded(most, 3))));
    }
}
