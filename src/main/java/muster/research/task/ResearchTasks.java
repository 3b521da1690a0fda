package muster.research.task;

import muster.document.In;
import muster.document.Inline;
import muster.document.Otherwise;
import muster.document.Range;
import muster.trace.Chain;
import muster.trace.Figure;
import muster.uncertainty.Input;

/**
 * The tasks of research: a part f of them AIs can do too, and tasks stand in for one another badly (AI Futures Project, December 2025).
 *
 * <pre>
 * L = H ((1 - f)^(1 - r) + f^(1 - r) (A / H)^r)^(1 / r)     where AIs have their part to do, A / (H + A) >= f
 * L = H + A                                                 where they are fewer, so that people do some of it too
 * L / H tends to (1 - f)^((1 - r) / r) as A grows without limit
 * </pre>
 *
 * with H people and A AIs, both as heads. The work is shared out so that no one could do more elsewhere: where there are too few AIs for
 * their part all are worth the same, and at the border both lines agree. As r falls without limit the first line tends to Amdahl's law.
 *
 * @param reach which part of the tasks AIs can do
 * @param lengths how long tasks are, where AIs can do those up to some length
 * @param substitution r, how well one task stands in for another, below 0; the elasticity of substitution is 1 / (1 - r)
 */
public record ResearchTasks(
        @Inline WithinReach reach,

        @Otherwise(
                value = "lognormal",
                because = "a guess: no measured distribution of the lengths of tasks of research was found")
        TaskLengths lengths,

        @In(value = "1", range = Range.NEGATIVE)
        @Otherwise(value = "-2", because = "AI Futures Project, December 2025, for coding; its draws are -5, -2 and -1")
        Input substitution) {

    /**
     * The labour of people and AIs, in heads, not yet named.
     *
     * @param chain the run
     * @param people H, in researcher
     * @param ais A, AIs as heads of the people, in researcher
     */
    public Figure labour(Chain chain, Figure people, Figure ais) {
        Figure part = reach.part(chain, lengths).as(TaskFigures.AUTOMATED_PART, "f", "1");
        Figure exponent = chain.input(substitution, "r");
        Figure one = chain.one();
        Figure left = one.minus(part);
        if (part.central("1").value() < 1) {
            left.power(one.minus(exponent).over(exponent)).asWhereFinite(TaskFigures.LABOUR_LIMIT, "", "1");
        }
        Figure ratio = ais.over(people).as(TaskFigures.AIS_PER_HEAD, "R", "1");
        // The mean of powers of what each head does of a task of its kind, weighted by the tasks.
        Figure each = left.mean(one.over(left), ratio.over(part), exponent);
        Figure all = one.plus(ratio);
        return people.times(all.plus(each.minus(all).where(ratio.over(all), part)));
    }

    /** The labour of people with AIs without limit, over that of the people alone: {@code (1 - f)^((1 - r) / r)}, by Amdahl's law at r minus infinity. */
    public static double limit(double part, double substitution) {
        return StrictMath.pow(1 - part, Double.isInfinite(substitution) ? -1 : (1 - substitution) / substitution);
    }

    /** The part at which AIs without limit make the labour of people so many times as large; by Amdahl's law at minus infinity. */
    public static double partOf(double uplift, double substitution) {
        double power = Double.isInfinite(substitution) ? -1 : substitution / (1 - substitution);
        return 1 - StrictMath.pow(uplift, power);
    }

    /** What it rests on, in words. */
    public String words() {
        String kinds = reach.byLength() ? "; " + lengths.words() : "";
        return "tasks: %s%s; r %s".formatted(reach.words(), kinds, substitution.value());
    }
}
