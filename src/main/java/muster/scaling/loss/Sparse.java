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
