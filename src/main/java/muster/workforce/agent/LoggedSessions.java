package muster.workforce.agent;

import java.util.Optional;
import muster.diagnostic.Problems;
import muster.document.In;
import muster.document.Inline;
import muster.document.Range;
import muster.document.When;
import muster.trace.Chain;
import muster.trace.Figure;
import muster.uncertainty.Input;

/**
 * Sums over logged sessions. What is stated of work, time and spending is of all of them together.
 *
 * <pre>
 * of a session = sum / sessions      hit = cached / read
 * </pre>
 *
 * @param sessions how many there are
 * @param steps their steps, calls of the model
 * @param read tokens of the context before each step, cached or not
 * @param cached those of them that a cache held
 * @param newlyRead those that it did not; without it read less cached
 * @param written tokens that the model wrote
 * @param workingTime how long agents were at work, tools included
 * @param prefill how much of what was computed was not known before
 * @param work the work that was done for it
 */
@When(key = "sessions")
public record LoggedSessions(
        @In("1") Input sessions,
        @In("1") Optional<Input> steps,
        @In("token") Input read,
        @In(value = "token", range = Range.NON_NEGATIVE) Input cached,
        @In("token") Optional<Input> newlyRead,
        @In("token") Input written,
        @In("h") Optional<Input> workingTime,
        Optional<Prefill> prefill,
        @Inline AgentWork work)
        implements AgentSet {

    /**
     * How much of what was computed was not known before, over the steps of which a log tells it.
     *
     * @param computed tokens that were computed anew
     * @param fresh those of them that no earlier step had read or written
     */
    public record Prefill(
            @In("token") Input computed, @In("token") Input fresh) {}

    @Override
    public SessionTokens tokens(Chain chain) {
        Figure count = chain.input(sessions, "");
        Figure all = chain.input(read, "");
        Figure held = chain.input(cached, "");
        Figure computed = newlyRead.map(stated -> chain.input(stated, "")).orElseGet(() -> all.minus(held));
        SessionTokens session = new SessionTokens(
                        Optional.of(count),
                        all.over(count),
                        held.over(all),
                        computed.over(count),
                        chain.input(written, "").over(count))
                .recorded();
        steps.ifPresent(total -> perStep(chain.input(total, "").over(count), session));
        workingTime.ifPresent(time -> session.written()
                .over(chain.input(time, "").over(count).as(AgentFigures.SESSION_TIME, "", "h"))
                .as(AgentFigures.SESSION_SPEED, "", "token/s"));
        prefill.ifPresent(known -> chain.input(known.computed(), "")
                .over(chain.input(known.fresh(), ""))
                .as(AgentFigures.PREFILL_AMPLIFICATION, "", "1"));
        return session;
    }

    private static void perStep(Figure stepsOfASession, SessionTokens session) {
        Figure steps = stepsOfASession.as(AgentFigures.SESSION_STEPS, "", "1");
        session.read().over(steps).as(AgentFigures.STEP_READ, "", "token");
        session.fresh().over(steps).as(AgentFigures.STEP_NEW, "", "token");
        session.written().over(steps).as(AgentFigures.STEP_WRITTEN, "", "token");
    }

    @Override
    public void check(Problems problems) {
        notAbove(cached, read, problems);
        newlyRead.ifPresent(some -> notAbove(some, read, problems));
        prefill.ifPresent(known -> notAbove(known.fresh(), known.computed(), problems));
        steps.ifPresent(total -> notAbove(sessions, total, problems));
        work.check(problems);
    }

    private static void notAbove(Input part, Input whole, Problems problems) {
        if (part.central() > whole.central()) {
            problems.error(
                    "out-of-range",
                    part.place(),
                    "%s, %s, is above %s, %s".formatted(part.name(), part.value(), whole.name(), whole.value()));
        }
    }
}
