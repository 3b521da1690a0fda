package muster.workforce.agent;

import java.util.Optional;
import muster.trace.Chain;
import muster.trace.Figure;

/**
 * What agents spend on human work.
 *
 * <pre>
 * tokens for a researcher-hour = tokens of a session * attempts for a success / human work of a session
 * computed                     = newly read + written
 * </pre>
 *
 * @param written tokens that are written for human work, in token/researcher-second
 * @param pricePerWritten what a written token costs, with what is read for it, in USD/token
 * @param perSlot sessions for each busy decode slot, a pure number
 * @param heldPerSlot those of them whose cache is in memory, a pure number
 */
public record AgentSpending(
        Figure written, Optional<Figure> pricePerWritten, Optional<Figure> perSlot, Optional<Figure> heldPerSlot) {

    /** Records what a set spends. */
    public static AgentSpending of(Chain chain, AgentSet set) {
        AgentWork work = set.work();
        SessionTokens told = set.tokens(chain);
        SessionTokens session = work.success()
                .flatMap(SessionSuccess::effort)
                .map(effort -> told.writing(told.written()
                        .times(effort.times(chain))
                        .as(AgentFigures.SESSION_WRITTEN_WITH_EFFORT, "", "token")))
                .orElse(told);
        Figure human = chain.input(work.humanTime(), "t");
        Figure task = session.sessions()
                .map(count -> human.over(count).as(AgentFigures.TASK, "t", "researcher-hour"))
                .orElse(human);
        Optional<Figure> attempts = work.success().map(success -> attempts(chain, success, task));
        ForWork each = new ForWork(attempts, task);
        each.of(session.read()).as(AgentFigures.READ_PER_RESEARCHER_HOUR, "", "token/researcher-hour");
        each.of(session.fresh().plus(session.written()))
                .as(AgentFigures.COMPUTED_PER_RESEARCHER_HOUR, "", "token/researcher-hour");
        Figure written =
                each.of(session.written()).as(AgentFigures.WRITTEN_PER_RESEARCHER_HOUR, "", "token/researcher-hour");
        Optional<Figure> price = work.prices().map(prices -> price(prices.ofSession(chain, session), session, each));
        Optional<Figure> perSlot =
                work.waiting().map(waiting -> waiting.sessions(chain).as(AgentFigures.SESSIONS_PER_SLOT, "", "1"));
        return new AgentSpending(
                written,
                price,
                perSlot,
                work.waiting()
                        .map(waiting -> chain.one()
                                .plus(chain.input(waiting.held(), "")
                                        .times(perSlot.orElseThrow().minus(chain.one())))));
    }

    /** Tokens or dollars of sessions for human work. */
    private record ForWork(Optional<Figure> attempts, Figure task) {
        Figure of(Figure session) {
            return attempts.map(session::times).orElse(session).over(task);
        }
    }

    private static Figure attempts(Chain chain, SessionSuccess success, Figure task) {
        Figure chance = success.chance(chain, task).as(AgentFigures.SUCCESS, "P", "1");
        success.caution(chain);
        success.retries()
                .unknown(chance.central("1").base())
                .ifPresent(words -> chain.warn(
                        "unchecked-results", success.retries().place().orElseThrow(), words));
        return success.retries().attempts(chain, chance).as(AgentFigures.ATTEMPTS, "", "1");
    }

    private static Figure price(Figure ofSession, SessionTokens session, ForWork each) {
        Figure price = ofSession.as(AgentFigures.PRICE_PER_SESSION, "", "USD");
        price.over(session.read().plus(session.written())).as(AgentFigures.BLENDED_PRICE, "", "USD/Mtoken");
        each.of(price).as(AgentFigures.PRICE_PER_RESEARCHER_HOUR, "", "USD/researcher-hour");
        return price.over(session.written());
    }
}
