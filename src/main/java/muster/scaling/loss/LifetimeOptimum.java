package muster.scaling.loss;

import muster.numeric.Roots;
import muster.trace.Real;

/**
 * The cheapest model of a loss when its use counts too (Sardana et al. 2024, arXiv 2401.00448, Eqs. 3 and 6).
 *
 * <pre>
 * minimise  F(N) D + s N  with  L(N, D) = l
 * </pre>
 *
 * <p>with F FLOP per training token, k N in most laws, and s what a parameter costs in service. In FLOP s is twice the tokens
 * served. In dollars these are weighted: the dollars of a served FLOP over those of a trained one, each at its own price and
 * utilisation. What holds at the answer is {@link LossFormula#leastCost}.
 */
public final class LifetimeOptimum {
    private LifetimeOptimum() {}

    /**
     * The model of least cost.
     *
     * @param law the loss
     * @param loss l, in nat per token
     * @param servedFlop s, what a parameter costs in service, in FLOP
     */
    public static Optimum cheapest(LossSurface law, double loss, double servedFlop) {
        double least = StrictMath.log(law.cheapest(loss).tokens());
        double tokens = StrictMath.exp(Roots.between(
                logTokens -> imbalance(law, loss, servedFlop, StrictMath.exp(logTokens)),
                least,
                least + LossSurface.MOST));
        return new Optimum(law.parametersFor(loss, tokens), tokens, loss);
    }

    private static double imbalance(LossSurface law, double loss, double servedFlop, double tokens) {
        double parameters = law.parametersFor(loss, tokens);
        return law.formula()
                .leastCost(new Real(parameters), new Real(tokens), new Real(servedFlop * parameters))
                .excess()
                .value();
    }
}
