package muster.workforce.agent;

import java.util.Map;
import java.util.Optional;
import muster.catalog.Dated;
import muster.catalog.EntryKind;
import muster.diagnostic.Problems;
import muster.document.CatalogEntry;
import muster.document.Choice;
import muster.trace.Chain;
import muster.unit.CalendarPeriod;

/**
 * What agents spend on pieces of work. A set in the catalog was measured or stated by someone; a scenario names it by id and may
 * change single keys, or states one whole.
 *
 * <p>Three numbers of tokens are told apart, which lie up to 300 times from each other: those that the model reads, which is the
 * context before each step, cached or not; those of them that are computed anew; and those that it writes.
 */
@Choice
@CatalogEntry("agent-set/v1")
public sealed interface AgentSet extends Dated permits GrowingContext, LoggedSessions, TokenRatio {

    /** Sets in the catalog. */
    EntryKind<AgentSet> KIND = new EntryKind<>("agent-set/v1", "agent-sets", AgentSet.class);

    /** What a session spends, of all that its kind tells of it recorded. */
    SessionTokens tokens(Chain chain);

    /** The work that is done for it. */
    AgentWork work();

    /** Reports what no single value shows. */
    void check(Problems problems);

    @Override
    default Optional<String> whose() {
        return Optional.empty();
    }

    @Override
    default Map<String, CalendarPeriod> dates() {
        return work().asOf().map(when -> Map.of("measured", when)).orElse(Map.of());
    }
}
