package muster.workforce;

import muster.document.Choice;
import muster.document.In;
import muster.document.Range;
import muster.trace.Chain;
import muster.trace.Figure;
import muster.uncertainty.Input;

/** Who does the tasks that are not automated, and how well one task stands in for another. */
@Choice(by = "method")
public sealed interface RemainingTasks permits RemainingTasks.Amdahl, RemainingTasks.Ces {

    /**
     * Research done in a time with AIs and humans over research done by the humans alone, not yet named.
     *
     * @param chain the run
     * @param part a, the part of the work that AIs can do
     * @param work what AIs could do if all tasks were theirs, in researcher-month/month
     */
    Figure speedup(Chain chain, Figure part, Figure work);

    /** The work of AIs over the work of the humans. */
    private static Figure ratio(Chain chain, Input humans, Figure work) {
        return work.over(chain.input(humans, "").times(Supervision.pace(chain)))
                .as(WorkforceFigures.AUTOMATION_RATIO, "R", "1");
    }

    /**
     * Every task must be done (Amdahl's law).
     *
     * <pre>
     * speed-up = 1 / ((1 - a) + a / R)
     * </pre>
     *
     * with R the work of AIs over the work of the humans, who do the rest and nothing else.
     *
     * @param humans how many humans there are
     */
    record Amdahl(@In(value = "researcher", plain = "1") Input humans) implements RemainingTasks {
        @Override
        public Figure speedup(Chain chain, Figure part, Figure work) {
            Figure one = chain.one();
            return one.over(one.minus(part).plus(part.over(ratio(chain, humans, work))));
        }
    }

    /**
     * Tasks stand in for each other with constant elasticity (Davidson 2023, A compute-centric framework of takeoff speeds):
     * humans spread over the tasks that are left and AIs over theirs.
     *
     * <pre>
     * speed-up = ((1 - a) (1 / (1 - a))^rho + a (R / a)^rho)^(1 / rho)
     * </pre>
     *
     * As R grows without limit this tends to (1 - a)^((1 - rho) / rho) for rho below 0, and as rho falls without limit to
     * Amdahl's law of a fleet that keeps pace.
     *
     * @param humans how many humans there are
     * @param rho below 1 and not 0; the elasticity of substitution is 1 / (1 - rho)
     */
    record Ces(
            @In(value = "researcher", plain = "1") Input humans,
            @In(value = "1", range = Range.ANY) Input rho) implements RemainingTasks {
        @Override
        public Figure speedup(Chain chain, Figure part, Figure work) {
            Figure one = chain.one();
            Figure exponent = chain.input(rho, "rho");
            // Taken from the lesser of the two terms, so that no power of a far one overflows.
            Figure humans = one.over(one.minus(part));
            Figure ais = ratio(chain, this.humans, work).over(part);
            Figure lesser = humans.min(ais);
            Figure mean = one.minus(part)
                    .times(humans.over(lesser).power(exponent))
                    .plus(part.times(ais.over(lesser).power(exponent)));
            return lesser.times(mean.power(one.over(exponent)));
        }
    }
}
