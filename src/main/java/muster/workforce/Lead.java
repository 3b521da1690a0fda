package muster.workforce;

import java.util.Map;
import java.util.Optional;
import muster.document.In;
import muster.document.Otherwise;
import muster.document.Range;
import muster.trace.Chain;
import muster.trace.Figure;
import muster.uncertainty.Input;

/**
 * The section {@code lead:} of a scenario: how much research a leader gets done before others catch up, when it slows its
 * work on capabilities and turns the fleet to research.
 *
 * <p>A lead is spent by not moving: rivals need the {@code duration} to reach where the leader stands, and the leader uses
 * that up at the rate at which it falls behind its own full pace. Until {@code after} it keeps full pace and the lead; then
 * come the stages of {@code slowing}, in their order; what is left of the lead is a full pause. The part of the fleet that
 * does research is the part of the pace that is given up, so that every month of lead buys a month of the whole fleet,
 * early or late.
 *
 * <pre>
 * full pause   X' = X (1 - leaked) / (rivals' speed-up * rivals' pace)
 * research        = W F (s g)^after * the sum over stages of q (s g m)^begins * integral from 0 to lasts of (s g m)^t dt
 * </pre>
 *
 * with researcher-months per month W, monthly survival s, monthly growth of the fleet g, of productivity m, a factor F on
 * productivity, and the part q of the fleet that a stage gives to research. The integral is
 * {@code ((s g m)^T - 1) / ln(s g m)}. Theft ends the lead at once, so a figure with s is an expected value.
 *
 * @param duration X, the time that rivals at their present pace need to reach where the leader stands
 * @param after how long the leader keeps full pace, and its lead, before it slows; theft and growth run meanwhile
 * @param slowing stages of slower work on capabilities, by name; the full pause follows them
 * @param productivity how the work of the same fleet grows while the leader is slow
 * @param monthlySurvival s, the probability that nothing is stolen within a month
 * @param leakage how the lead shrinks by what rivals learn
 * @param rivalsPace the pace of rivals, of their present one; below 1 where all slow down together
 * @param fleetGrowth how the fleet grows meanwhile: factors by name, which are multiplied
 */
public record Lead(
        @In("month") Input duration,

        @In(value = "month", range = Range.NON_NEGATIVE)
        @Otherwise(value = "0 month", because = "the leader slows at once")
        Input after,

        Optional<Map<String, Stage>> slowing,
        Optional<Productivity> productivity,
        @In(value = "1", range = Range.FRACTION) Optional<Input> monthlySurvival,
        Optional<Leakage> leakage,
        @In("1") Optional<Input> rivalsPace,
        Optional<Map<String, FleetGrowth>> fleetGrowth) {

    /**
     * A time of slower work on capabilities.
     *
     * @param pace the pace of the work on capabilities, of full pace; the rest of the fleet does research
     * @param lasts how long, unless the lead ends before
     */
    public record Stage(
            @In(value = "1", range = Range.PART) Input pace,
            @In("month") Input lasts) {}

    /**
     * Growth by a constant factor in equal times.
     *
     * @param factor what is there after the time, over what was there before
     * @param every the time
     */
    public record Growth(@In("1") Input factor, @In("month") Input every) {

        /** The factor of one month, not yet named. */
        Figure monthly(Chain chain, Figure month) {
            return chain.input(factor, "").power(month.over(chain.input(every, "")));
        }
    }

    /** Whether the fleet is to grow as it has grown until now. */
    public boolean growsAsBefore() {
        return fleetGrowth.stream()
                .flatMap(factors -> factors.values().stream())
                .anyMatch(FleetGrowth.AsBefore.class::isInstance);
    }

    /** Records what the lead is worth, and its course month by month. */
    void apply(Chain chain, Figure workRate, Optional<Figure> countedGrowth) {
        LeadCourse course = new LeadCourse(chain, this, countedGrowth);
        course.worth(workRate);
        LeadCurves.of(course, this).mark(workRate);
    }
}
