package muster.research.course;

import java.util.OptionalDouble;
import muster.research.production.Production;

/**
 * Leader, rival and thief month by month.
 *
 * <pre>
 * fleet         F(t) = F(0) g^t
 * software      ln S by the law of software, from the rate of research
 * level         E = F(t) / F_leader(0) * S, effective training compute over the leader's at the start
 * rate          X = law(c F, labour(n F S, v)) / the leader's at the start
 * </pre>
 *
 * <p>S makes training worth more and lets the same chips run more agents; the speed of one agent stays. A rival that is behind by a
 * lead has the chips and the software that it had that many months ago at its present pace, which its own research then carries on. A
 * thief has the leader's model of the day of the theft, and goes on with a fleet of its own.
 *
 * @param research the law of research
 * @param start where the leader stands
 * @param software how software gets better
 * @param growth ln g, growth of every fleet, in 1/month
 * @param horizon how far is looked, in months
 */
record Course(Production research, Start start, SoftwareLaw software, double growth, int horizon) {
    private static final int CORRECTIONS = 8;
    private static final double ROUNDING = 1e-12;

    /**
     * The leader at the start, in ratios to the laboratory of the law.
     *
     * @param compute compute for experiments
     * @param heads agents
     * @param speed their speed
     * @param rate its rate of research by the law, asked for once
     */
    record Start(double compute, double heads, double speed, double rate) {
        static Start of(Production research, double compute, double heads, double speed) {
            return new Start(compute, heads, speed, research.rate(compute, heads, speed));
        }
    }

    /**
     * One party on one day.
     *
     * @param level ln E
     * @param software ln S
     * @param fleet ln of its fleet, over the leader's at the start
     */
    record State(double level, double software, double fleet) {}

    /** The leader at the start. */
    State leader() {
        return new State(0, 0, 0);
    }

    /**
     * A rival at the start.
     *
     * @param lead how long it needs at its present pace to where the leader stands, in months
     */
    State rival(double lead) {
        double software = -this.software.pace() * lead;
        double fleet = -growth * lead;
        return new State(software + fleet, software, fleet);
    }

    /**
     * A thief on the day of the theft.
     *
     * @param from the leader on that day
     * @param fleet its fleet over the leader's of that day
     */
    State thief(State from, double fleet) {
        return new State(from.level(), from.software(), from.fleet() + StrictMath.log(fleet));
    }

    /** A party some months later, at most one. */
    State after(State party, double months) {
        // The fleet of the middle of the step stands for all of it.
        double fleet = party.fleet() + growth * months / 2;
        double better = software.after(party.software(), s -> rate(fleet, s), months) - party.software();
        return new State(
                party.level() + growth * months + better, party.software() + better, party.fleet() + growth * months);
    }

    /**
     * The rate of research, over the leader's at the start.
     *
     * @param fleet ln of the fleet over the leader's at the start
     * @param software ln S
     */
    double rate(double fleet, double software) {
        double chips = StrictMath.exp(fleet);
        double at =
                research.rate(start.compute() * chips, start.heads() * chips * StrictMath.exp(software), start.speed());
        return at / start.rate();
    }

    /**
     * When a party reaches a level, in months from its state; nothing where that is beyond a time.
     *
     * @param party where it stands
     * @param level ln E
     * @param most how far is looked, in months
     */
    OptionalDouble reaches(State party, double level, double most) {
        State now = party;
        double time = 0;
        while (now.level() < level) {
            double step = Math.min(1, most - time);
            if (!(step > 0)) {
                return OptionalDouble.empty();
            }
            State next = after(now, step);
            if (next.level() >= level) {
                return OptionalDouble.of(time + within(now, level, step, next.level()));
            }
            now = next;
            time += step;
        }
        return OptionalDouble.of(time);
    }

    // When within a step, by false position: levels are nearly straight in ln E within a month.
    private double within(State now, double level, double step, double end) {
        double upper = step;
        double above = end - level;
        double at = step;
        for (int i = 0; i < CORRECTIONS && above > ROUNDING; i++) {
            at = upper * (level - now.level()) / (level - now.level() + above);
            double off = after(now, at).level() - level;
            if (off < 0) {
                return at - off * (upper - at) / (above - off);
            }
            upper = at;
            above = off;
        }
        return at;
    }

    /** A party at a time, month by month and then the rest. */
    State at(State party, double months) {
        State now = party;
        int whole = (int) Math.floor(months);
        for (int i = 0; i < whole; i++) {
            now = after(now, 1);
        }
        return months > whole ? after(now, months - whole) : now;
    }
}
