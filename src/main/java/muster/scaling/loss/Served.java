package muster.scaling.loss;

import muster.numeric.Roots;

/**
 * The cheapest model of a loss when its use counts too (Sardana et al. 2024, arXiv 2401.00448, Eqs. 3 and 6).
 *
 * <pre>
 * minimise  N (k D + k_s S)  with  L(N, D) = l
 * alpha A / N^alpha = (1 + k_s S / (k D)) beta B / D^beta
 * </pre>
 *
 * <p>In FLOP k_s is 2 and S the tokens served. In dollars S is weighted: the dollars of a served FLOP over those of a trained
 * one, each at its own price and utilisation.
 */
public final class Served {
    private Served() {}

    /**
     * The model of least cost.
     *
     * @param law the loss
     * @param loss l, in nat per token
     * @param servedPerTraining k_s S / k: what is served, in training tokens of the same cost
     */
    public static Optimum cheapest(PowerSum law, double loss, double servedPerTraining) {
        double least = StrictMath.log(law.cheapest(loss).tokens());
        double tokens = StrictMath.exp(Roots.between(
                logTokens -> imbalance(law, loss, servedPerTraining, StrictMath.exp(logTokens)),
                least,
                least + LossLaw.MOST));
        return new Optimum(law.parametersFor(loss, tokens), tokens, loss);
    }

    // The elasticity of the parameters less that which the cost asks for; falls in the tokens.
    private static double imbalance(PowerSum law, double loss, double served, double tokens) {
        double tokenTerm = law.tokenTerm(tokens);
        double parameterTerm = loss - law.irreducible() - tokenTerm;
        return law.parameterExponent() * parameterTerm - (1 + served / tokens) * law.tokenExponent() * tokenTerm;
    }
}
