package muster.workforce;

import java.util.Map;
import java.util.Optional;
import muster.trace.Chain;
import muster.trace.Figure;
import muster.uncertainty.Source;
import muster.uncertainty.Tier;
import muster.unit.Quantity;

/** What becomes of a lead in a run. The formulas are at {@link Lead}. */
final class LeadCourse {
    private static final String MONTH = "month";
    private static final Source MONTHLY =
            Source.of("definition", "survival and growth of a lead are told by the month of 30 days", Tier.DEFINITION);

    private final Chain chain;
    private final Lead lead;
    private final Figure month;
    private final LeadFactors factors;
    private final Optional<Figure> whileSlow;
    private final Optional<Figure> after;
    private final LeadPhases phases;
    private final Figure slow;
    private final Figure ends;

    /** Records when the lead ends, and by which factors it grows and shrinks. */
    LeadCourse(Chain chain, Lead lead, Optional<Figure> countedGrowth) {
        this.chain = chain;
        this.lead = lead;
        month = chain.constant(LeadFigures.MONTH, "", Quantity.of(1, MONTH), MONTHLY);
        factors = LeadFactors.of(chain, lead, month, countedGrowth);
        whileSlow = factors.whileSlow().map(factor -> factor.as(LeadFigures.MONTHLY_FACTOR, "b", "1"));
        boolean atOnce = chain.look(lead.after()) == 0
                && lead.after().value().distribution().certain();
        after = atOnce ? Optional.empty() : Optional.of(chain.input(lead.after(), ""));
        Figure pause = pause(chain.input(lead.duration(), "X")).as(LeadFigures.FULL_PAUSE, "X'", MONTH);
        phases = phases(pause, named(""));
        slow = phases.last().as(LeadFigures.SLOW, "", MONTH);
        ends = after.map(wait -> wait.plus(slow)).orElse(slow).as(LeadFigures.ENDS, "", MONTH);
    }

    /** One month. */
    Figure month() {
        return month;
    }

    /** How long from now until rivals stand where the leader stands. */
    Figure ends() {
        return ends;
    }

    /** Records what the lead is worth. */
    void worth(Figure workRate) {
        factors.survival().map(factors.over(ends)).ifPresent(s -> s.as(LeadFigures.NOT_STOLEN, "", "1"));
        factors.growth().map(factors.over(ends)).ifPresent(g -> g.as(LeadFigures.FLEET_AT_END, "", "1"));
        factors.rising().map(factors.over(slow)).ifPresent(m -> m.as(LeadFigures.PRODUCTIVITY_AT_END, "", "1"));
        Figure expected = phases.research(factors.survival(), named(".expected"));
        from(factors.survival(), expected).as(LeadFigures.EXPECTED_DURATION, "", MONTH);
        rate(workRate, phases.research(whileSlow, named(".research")))
                .as(LeadFigures.RESEARCHER_MONTHS, "", "researcher-month");
        Figure last = whileSlow
                .map(factors.over(slow))
                .map(grown -> rate(workRate, grown))
                .orElseGet(() -> productive(workRate));
        pause(last).as(LeadFigures.WORTH_OF_A_MONTH, "", "researcher-month/month");
    }

    private static LeadPhases.Naming named(String suffix) {
        return (name, time) -> time.as(name + suffix, "", MONTH);
    }

    /** The work that is expected from now to a time, in researcher-months, not named. */
    Figure until(Figure workRate, Figure time) {
        return research(workRate, phases.until(slowUntil(time)));
    }

    /** The work that is expected of a lead of another length, in researcher-months, not named. */
    Figure ofLength(Figure workRate, Figure length) {
        return research(workRate, phases(pause(length), LeadPhases.Naming.NONE));
    }

    /** The time of the whole fleet that goes into research from now to a time, not named. */
    Figure fleetTime(Figure time) {
        return phases.until(slowUntil(time)).research(Optional.empty(), LeadPhases.Naming.NONE);
    }

    /** The probability that nothing is stolen until a time, not named. */
    Figure notStolen(Figure time) {
        return factors.survival().map(factors.over(time.min(ends))).orElse(chain.one());
    }

    private Figure slowUntil(Figure time) {
        return after.map(wait -> LeadPhases.above(time, wait)).orElse(time);
    }

    // How long a lead lasts when the leader stands still; what it is of a month, a month of lead is of this.
    private Figure pause(Figure length) {
        Figure left = lead.leakage().map(leak -> leak.shrink(chain, length)).orElse(length);
        return lead.rivalsPace().map(pace -> left.over(chain.input(pace, ""))).orElse(left);
    }

    private LeadPhases phases(Figure pause, LeadPhases.Naming naming) {
        return LeadPhases.of(chain, lead.slowing().orElse(Map.of()), pause, month, naming);
    }

    private Figure research(Figure workRate, LeadPhases phases) {
        return rate(workRate, phases.research(whileSlow, LeadPhases.Naming.NONE));
    }

    // The work of a time of slowing, from what has become of the rate until it begins.
    private Figure rate(Figure workRate, Figure research) {
        return productive(workRate).times(from(factors.byTheClock(), research));
    }

    private Figure productive(Figure workRate) {
        return factors.atOnce().map(workRate::times).orElse(workRate);
    }

    private Figure from(Optional<Figure> monthly, Figure time) {
        return after.flatMap(wait -> monthly.map(factors.over(wait)))
                .map(start -> start.times(time))
                .orElse(time);
    }
}
