package muster.workforce.agent;

import java.util.List;
import java.util.Optional;
import muster.diagnostic.Place;
import muster.diagnostic.Problems;
import muster.document.Choice;
import muster.document.In;
import muster.document.Range;
import muster.trace.Chain;
import muster.trace.Figure;
import muster.trace.Kernel;
import muster.trace.SolutionCheck;
import muster.uncertainty.Input;
import muster.unit.CalendarPeriod;

/**
 * How often a session succeeds at its work.
 *
 * <p>Horizons are in human working time, of a self-contained task that is graded: half of the tasks that take a human H50 succeed,
 * and 80% of those that take H80. METR's rows have H80 at 0.10 to 0.25 of H50, and a constant hazard at 0.3219.
 */
@Choice(by = "method")
public sealed interface SessionSuccess
        permits SessionSuccess.Logistic, SessionSuccess.ConstantHazard, SessionSuccess.KnownChance {

    /** Above this METR calls its measure unreliable. */
    double RELIABLE_HOURS = 16;

    /** The chance that a session succeeds, not yet named. */
    Figure chance(Chain chain, Figure task);

    /** How attempts make a success. */
    Retries retries();

    /** How much longer than usual it reasons. */
    Optional<Effort> effort();

    /** Reports what no single value shows. */
    default void check(Problems problems) {}

    /** Warns of what it rests on. */
    default void caution(Chain chain) {}

    /**
     * METR's logistic curve (Time Horizon 1.1).
     *
     * <pre>
     * P = 1 / (1 + (t/H50)^x),  (H50/H80)^x = 4     so that x = b/ln 2 with b = ln 4 / log2(H50/H80)
     * </pre>
     *
     * @param h50 the length of tasks of which half succeed
     * @param h80 the length of tasks of which 80% succeed; a draw in which it is above 99% of the other counts as that
     * @param asOf when the model with this horizon came out
     * @param retries how attempts make a success
     * @param effort how much longer than usual it reasons
     */
    record Logistic(
            @In(value = "researcher-hour", plain = "h") Input h50,
            @In(value = "researcher-hour", plain = "h") Input h80,
            CalendarPeriod asOf,
            Retries retries,
            Optional<Effort> effort)
            implements SessionSuccess {
        private static final double NEAREST = 0.99;

        @Override
        public Figure chance(Chain chain, Figure task) {
            Figure half = chain.input(h50, "H_50");
            Figure ratio = half.over(chain.input(h80, "H_80").min(half.times(NEAREST)));
            Figure slope = chain.solved(
                    AgentFigures.SUCCESS_SLOPE,
                    "",
                    "1",
                    Kernel.each(given -> Math.log(4) / Math.log(given[0])),
                    x -> List.of(new SolutionCheck(ratio.power(x), chain.number(4))),
                    ratio);
            return chain.one()
                    .over(chain.one()
                            .plus(task.over(longer(chain, half, effort)).power(slope)));
        }

        @Override
        public void check(Problems problems) {
            if (h80.central() >= h50.central()) {
                problems.error(
                        "out-of-range",
                        h80.place(),
                        "%s, %s, is not below %s, %s: fewer of the longer tasks succeed"
                                .formatted(h80.name(), h80.value(), h50.name(), h50.value()));
            }
        }

        @Override
        public void caution(Chain chain) {
            unreliable(chain, h50, asOf);
        }
    }

    /**
     * A constant hazard for each hour of the task (Ord 2025): {@code P = 2^(-t/H50)}.
     *
     * @param h50 the length of tasks of which half succeed
     * @param asOf when the model with this horizon came out
     * @param retries how attempts make a success
     * @param effort how much longer than usual it reasons
     */
    record ConstantHazard(
            @In(value = "researcher-hour", plain = "h") Input h50,
            CalendarPeriod asOf,
            Retries retries,
            Optional<Effort> effort)
            implements SessionSuccess {
        @Override
        public Figure chance(Chain chain, Figure task) {
            return chain.one().over(chain.number(2).power(task.over(longer(chain, chain.input(h50, "H_50"), effort))));
        }

        @Override
        public void caution(Chain chain) {
            unreliable(chain, h50, asOf);
        }
    }

    /**
     * A stated chance.
     *
     * @param chance the part of the sessions that succeed
     * @param retries how attempts make a success
     */
    record KnownChance(
            @In(value = "1", range = Range.FRACTION) Input chance, Retries retries) implements SessionSuccess {
        @Override
        public Figure chance(Chain chain, Figure task) {
            return chain.input(chance, "");
        }

        @Override
        public Optional<Effort> effort() {
            return Optional.empty();
        }
    }

    private static Figure longer(Chain chain, Figure half, Optional<Effort> effort) {
        return effort.map(more -> half.times(more.horizon(chain)).as(AgentFigures.HORIZON, "", "researcher-hour"))
                .orElse(half);
    }

    private static void unreliable(Chain chain, Input h50, CalendarPeriod asOf) {
        Place place = h50.place();
        if (h50.value().distribution().central() > RELIABLE_HOURS * 3600) {
            chain.warn(
                    "unreliable-horizon",
                    place,
                    "%s, %s of %s, is above the 16 h over which METR calls its own measure unreliable"
                            .formatted(h50.name(), h50.value(), asOf));
        }
    }
}
