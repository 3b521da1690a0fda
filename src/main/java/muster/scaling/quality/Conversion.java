package muster.scaling.quality;

/**
 * Effective parameters over those of the model when its weights are quantized to few bits after a training in 16 (Kumar et al.
 * 2024, arXiv 2411.04330, Eq. 2): the loss that the rounding adds, as a size of the loss law of the same paper, so that no two
 * laws meet.
 *
 * <pre>
 * added loss = C_T D^d / N^n exp(-P / p)
 * A / N_eff^a = A / N^a + added loss,  so  N_eff / N = (1 + added loss N^a / A)^(-1/a)
 * </pre>
 *
 * <p>The more tokens a model of a size was trained on, the more it loses. Weights alone were rounded (GPTQ); nothing is said of
 * activations and cache.
 *
 * @param lossCoefficient C_T, in nat
 * @param tokenExponent d
 * @param sizeExponent n
 * @param bits p
 * @param parameterCoefficient A of the loss law, in nat
 * @param parameterExponent a of the loss law
 */
public record Conversion(
        double lossCoefficient,
        double tokenExponent,
        double sizeExponent,
        double bits,
        double parameterCoefficient,
        double parameterExponent) {

    /**
     * The loss that is added, in nat per token.
     *
     * @param parameters N
     * @param tokens D
     * @param precision P, bits of a weight
     */
    public double addedLoss(double parameters, double tokens, double precision) {
        return lossCoefficient
                * StrictMath.exp(tokenExponent * StrictMath.log(tokens)
                        - sizeExponent * StrictMath.log(parameters)
                        - precision / bits);
    }

    /** N_eff / N, above 0 and below 1. */
    public double effectiveParameters(double parameters, double tokens, double precision) {
        double relative = addedLoss(parameters, tokens, precision)
                * StrictMath.pow(parameters, parameterExponent)
                / parameterCoefficient;
        return StrictMath.exp(-StrictMath.log1p(relative) / parameterExponent);
    }
}
