package muster.workforce;

import java.util.Optional;
import muster.trace.Chain;
import muster.trace.Figure;
import muster.uncertainty.Source;
import muster.uncertainty.sampling.SampleBatch;
import muster.unit.NumberText;
import muster.workforce.agent.AgentFigures;
import muster.workforce.agent.AgentSet;
import muster.workforce.agent.AgentSpending;

/**
 * An exchange rate that follows from what agents spend.
 *
 * <pre>
 * tokens per researcher-second = written tokens of a session * attempts / human work of a session
 * streams per researcher       = sessions per researcher / sessions for each decode slot
 * sessions                     = the least of what decode slots, memory and the budget allow
 * </pre>
 *
 * <p>A session that waits for its tools takes no decode slot and stays in memory. Where memory or the budget allows fewer sessions than
 * the decode slots would keep going, throughput falls with them; that fewer sequences would be generated faster is not counted.
 *
 * @param set what agents spend
 * @param reference the model whose sessions these are, where it is known
 */
record AgentRate(AgentSet set, Optional<ResearcherRate.Reference> reference) implements TokenRate {

    @Override
    public Spent spend(Chain chain, WorkforceSupply supply) {
        AgentSpending spending = AgentSpending.of(chain, set);
        Figure tokens =
                spending.written().as(WorkforceFigures.TOKENS_PER_RESEARCHER_SECOND, "x", "token/researcher-second");
        Figure each = chain.input(set.work().sessionsPerResearcher(), "");
        Figure streams =
                spending.perSlot().map(each::over).orElse(each).as(WorkforceFigures.STREAMS, "s", "stream/researcher");
        WorkforceSupply used = new SessionLimits(chain, spending, set.work(), supply).used();
        spending.pricePerWritten()
                .flatMap(price -> used.rentPerToken().map(price::over))
                .ifPresent(ratio -> ratio.asWhereFinite(AgentFigures.PRICE_OVER_RENT, "", "1"));
        return new Spent(used, tokens, streams);
    }

    @Override
    public double centralTokens() {
        return AgentSpending.of(new Chain(SampleBatch.central()), set)
                .written()
                .central("token/researcher-second")
                .base();
    }

    @Override
    public ResearcherRate.Counts counts() {
        return ResearcherRate.Counts.WRITTEN;
    }

    @Override
    public String stated() {
        return NumberText.rounded(centralTokens(), 3) + " token/researcher-second";
    }

    @Override
    public String words() {
        return "%s of agents, by what their sessions spend on %s of human work"
                .formatted(stated(), set.work().humanTime().value());
    }

    @Override
    public Optional<Source> source() {
        return set.work().humanTime().source();
    }
}
