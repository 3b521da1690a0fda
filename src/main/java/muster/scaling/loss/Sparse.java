package muster.scaling.loss;

/**
 * A mixture of experts by its sparsity (Abnar et al. 2025, arXiv 2501.12370): S is the part of the experts that a token does not
 * visit, N counts all parameters, and a token costs {@code k (1 - S) N}.
 *
 * <pre>
 * L = e + a / N^alpha + b / D^beta + c / (1-S)^lambda + d / ((1-S)^delta N^gamma)
 * </pre>
 *
 * @param sum e, a, alpha, b, beta and k
 * @param sparsity S
 * @param sparsityCoefficient c, in nat per token
 * @param sparsityExponent lambda
 * @param mixedCoefficient d, in nat per token
 * @param mixedSparsityExponent delta
 * @param mixedParameterExponent gamma
 */
public record Sparse(
        PowerSum sum,
        double sparsity,
        double sparsityCoefficient,
        double sparsityExponent,
        double mixedCoefficient,
        double mixedSparsityExponent,
        double mixedParameterExponent)
        implements LossLaw {

    private double mixed(double parameters) {
        return mixedCoefficient
                / (StrictMath.pow(1 - sparsity, mixedSparsityExponent)
                        * StrictMath.pow(parameters, mixedParameterExponent));
    }

    /**
     * The parameters from which a mixture of this sparsity has a lower loss than a dense model of as many in all, after the same
     * tokens. Experts that a token does not visit cannot make a model better, so the law does not hold beyond.
     *
     * <pre>
     * c + d / N^gamma = c / (1-S)^lambda + d / ((1-S)^delta N^gamma)
     * N = (d (1/(1-S)^delta - 1) / (c (1 - 1/(1-S)^lambda)))^(1/gamma)
     * </pre>
     *
     * <p>As S goes to 0 that is where dL/dS = 0, {@code (d delta / (-c lambda))^(1/gamma)}. No bound, infinity, where the law has no
     * such place: of a dense model, and where lambda is 0 or more.
     */
    public double holdsTo() {
        double better = sparsityCoefficient * (1 - StrictMath.pow(1 - sparsity, -sparsityExponent));
        double worse = mixedCoefficient * (StrictMath.pow(1 - sparsity, -mixedSparsityExponent) - 1);
        return better > 0
                ? StrictMath.pow(Math.max(0, worse / better), 1 / mixedParameterExponent)
                : Double.POSITIVE_INFINITY;
    }

    @Override
    public double loss(double parameters, double tokens) {
        return sum.loss(parameters, tokens)
                + sparsityCoefficient / StrictMath.pow(1 - sparsity, sparsityExponent)
                + mixed(parameters);
    }

    @Override
    public double perLogParameters(double parameters, double tokens) {
        return sum.perLogParameters(parameters, tokens) - mixedParameterExponent * mixed(parameters);
    }

    @Override
    public double perLogTokens(double parameters, double tokens) {
        return sum.perLogTokens(parameters, tokens);
    }

    @Override
    public double flopPerToken(double parameters) {
        return sum.flopPerToken(parameters * (1 - sparsity));
    }

    @Override
    public double flopElasticity(double parameters) {
        return 1;
    }
}
