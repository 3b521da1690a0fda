package muster.research.task;

import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import muster.document.Choice;
import muster.document.In;
import muster.document.Otherwise;
import muster.document.Range;
import muster.document.When;
import muster.numeric.NormalSum;
import muster.trace.Chain;
import muster.trace.Figure;
import muster.uncertainty.Input;
import muster.unit.NumberText;

/**
 * How long the tasks of research are, weighted by the work in them: a part of the work lies in tasks up to each length. No measured
 * distribution was found, so one is assumed.
 */
@Choice
public sealed interface TaskLengths permits TaskLengths.Lognormal, TaskLengths.Kinds {

    /** The part of the work in tasks up to a length, not yet named. */
    Figure upTo(Chain chain, Figure longest);

    /**
     * The part that is done where success is {@code 1 / (1 + (t / H)^k)}, not yet named.
     *
     * @param half H, the length of which one in two is done
     * @param steepness k
     */
    Figure logistic(Chain chain, Figure half, Figure steepness);

    /** The part that is done where success is {@code 2^(-t / H)}, not yet named. */
    Figure constantHazard(Chain chain, Figure half);

    /** What they are, in words. */
    String words();

    /**
     * Lengths whose logarithm is normal, ln m the mean and s the deviation.
     *
     * <pre>
     * up to H          Phi(ln(H / m) / s)
     * logistic         Pr(k s Z + L &lt;= k ln(H / m)),   L logistic
     * constant hazard  Pr(s Z + G &lt;= ln(H / (m ln 2))),   G of the distribution function e^-e^-x
     * </pre>
     *
     * <p>The last two are the mean of the success over all lengths: a task is done where it is shorter than a threshold, which has the
     * distribution of success.
     *
     * @param median m, the length up to which half of the work lies
     * @param logSigma s; ln 10 has a sixth of the work in tasks of a tenth of the median, and a sixth in those of ten times
     */
    @When(key = "median", word = "lognormal")
    record Lognormal(
            @In("h")
            @Otherwise(
                    value = "40 h",
                    because =
                            "a guess: no measured distribution of the lengths of tasks of research was found, and 8 to 160 h are as good")
            Input median,

            @In("1")
            @Otherwise(
                    value = "2.302585092994046",
                    because = "a guess: tasks of ten times and of a tenth of the median are one deviation off, ln 10")
            Input logSigma)
            implements TaskLengths {

        @Override
        public Figure upTo(Chain chain, Figure longest) {
            return over(chain, longest).below(NormalSum.NORMAL, spread(chain));
        }

        @Override
        public Figure logistic(Chain chain, Figure half, Figure steepness) {
            return steepness.times(over(chain, half)).below(NormalSum.LOGISTIC, steepness.times(spread(chain)));
        }

        @Override
        public Figure constantHazard(Chain chain, Figure half) {
            return over(chain, half.over(chain.number(2).log())).below(NormalSum.GUMBEL, spread(chain));
        }

        private Figure over(Chain chain, Figure length) {
            return length.over(chain.input(median, "m")).log();
        }

        private Figure spread(Chain chain) {
            return chain.input(logSigma, "s");
        }

        @Override
        public String words() {
            return "lengths of tasks lognormal about %s, of deviation %s in ln%s"
                    .formatted(
                            median.value(),
                            NumberText.rounded(logSigma.central(), 3),
                            median.source()
                                    .filter(source -> source.id().equals("default"))
                                    .map(guess -> ", a guess")
                                    .orElse(""));
        }
    }

    /**
     * Kinds of tasks of one length each.
     *
     * @param kinds kinds of tasks by name; what is left of the work, AIs cannot do
     */
    @When(key = "kinds")
    record Kinds(Map<String, Kind> kinds) implements TaskLengths {
        private static final double ROUNDING = 1e-9;

        /**
         * A kind of task.
         *
         * @param length how long it takes a human
         * @param part its part of the work of research
         */
        public record Kind(
                @In("h") Input length,
                @In(value = "1", range = Range.FRACTION) Input part) {}

        public Kinds {
            double sum = kinds.values().stream()
                    .mapToDouble(kind -> kind.part().value().distribution().greatest())
                    .sum();
            if (sum > 1 + ROUNDING) {
                throw new IllegalArgumentException("the kinds of tasks can come to %s%% of the work, more than a whole"
                        .formatted(NumberText.rounded(100 * sum, 3)));
            }
        }

        @Override
        public Figure upTo(Chain chain, Figure longest) {
            return sum(kind -> chain.input(kind.part(), "").where(longest, chain.input(kind.length(), "t")));
        }

        @Override
        public Figure logistic(Chain chain, Figure half, Figure steepness) {
            return done(chain, half, longer -> chain.one().plus(longer.power(steepness)));
        }

        @Override
        public Figure constantHazard(Chain chain, Figure half) {
            return done(chain, half, longer -> chain.number(2).power(longer));
        }

        // By one over the success at a length over the horizon.
        private Figure done(Chain chain, Figure half, UnaryOperator<Figure> attempts) {
            return sum(kind -> chain.input(kind.part(), "")
                    .over(attempts.apply(chain.input(kind.length(), "t").over(half))));
        }

        private Figure sum(Function<Kind, Figure> done) {
            return kinds.values().stream()
                    .map(done)
                    .reduce(Figure::plus)
                    .orElseThrow(() -> new IllegalStateException("no kinds of tasks"));
        }

        @Override
        public String words() {
            return "%s kinds of tasks".formatted(kinds.size());
        }
    }
}
