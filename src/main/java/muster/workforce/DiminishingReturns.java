package muster.workforce;

import muster.document.In;
import muster.document.Otherwise;
import muster.document.Range;
import muster.trace.Chain;
import muster.trace.Figure;
import muster.uncertainty.Input;

/**
 * How much less the next parallel researcher adds. Acts on heads, never on researcher-months.
 *
 * <pre>
 * effective researchers = r (P / r)^lambda
 * </pre>
 *
 * with parallel researchers P and a team of r researchers who do not yet stand in each other's way.
 *
 * @param exponent lambda, the power of the number of researchers that counts
 * @param reference r, the size of a team in which nobody stands in another's way
 */
public record DiminishingReturns(
        @In(value = "1", range = Range.FRACTION) Input exponent,

        @In(value = "researcher", plain = "1")
        @Otherwise(value = "1", because = "one researcher stands in nobody's way")
        Input reference) {

    Figure effective(Chain chain, Figure researchers) {
        Figure team = chain.input(reference, "");
        return team.times(researchers.over(team).power(chain.input(exponent, "lambda")))
                .as(WorkforceFigures.EFFECTIVE_RESEARCHERS, "P_eff", "researcher");
    }
}
