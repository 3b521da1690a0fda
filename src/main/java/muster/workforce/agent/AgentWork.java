package muster.workforce.agent;

import java.util.Optional;
import muster.diagnostic.Problems;
import muster.document.In;
import muster.document.Otherwise;
import muster.uncertainty.Input;
import muster.unit.CalendarPeriod;

/**
 * The work that agents do for their tokens, and what limits how many there are.
 *
 * @param humanTime how long humans would work on it; of logged sessions all of them together
 * @param sessionsPerResearcher sessions that together stand for one researcher
 * @param waiting how long a session waits for its tools
 * @param success how often a session succeeds; without it always
 * @param prices what the tokens cost
 * @param budget the most that may be spent on them in an hour of the clock
 * @param asOf when it was measured or stated
 */
public record AgentWork(
        @In(value = "researcher-hour", plain = "h") Input humanTime,

        @In(value = "stream/researcher", plain = "1")
        @Otherwise(value = "1", because = "one session stands for one researcher")
        Input sessionsPerResearcher,

        Optional<ToolWaiting> waiting,
        Optional<SessionSuccess> success,
        Optional<TokenPrices> prices,
        @In("USD/h") Optional<Input> budget,
        Optional<CalendarPeriod> asOf) {

    void check(Problems problems) {
        success.ifPresent(chances -> chances.check(problems));
        budget.filter(most -> prices.isEmpty())
                .ifPresent(most -> problems.error(
                        "missing-key",
                        most.place(),
                        "%s is spent on tokens, and nothing says what they cost. Maybe prices: {cached_read: 0.5 USD/Mtoken, read: 5 USD/Mtoken, written: 25 USD/Mtoken}?"
                                .formatted(most.name())));
    }
}
