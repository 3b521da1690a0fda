package muster.scaling.loss;

import muster.trace.Arithmetic;

/**
 * Two sides that are equal where no other split of the cost between parameters and tokens is better:
 *
 * <pre>
 * g_N = (d ln F/d ln N + s / (F D)) g_D
 * </pre>
 *
 * <p>with the gains of a {@link LossFormula}, F FLOP per training token, and s what the use of the model costs, in FLOP; 0 where
 * only training costs.
 *
 * @param ofParameters what a part more of the parameters brings
 * @param ofTokens what the tokens would bring for the same cost
 * @param <N> the numbers
 */
public record LeastLoss<N extends Arithmetic<N>>(N ofParameters, N ofTokens) {

    /** What the tokens would bring more: above zero where there are too many parameters, and zero where the split is best. */
    public N excess() {
        return ofTokens.minus(ofParameters);
    }
}
