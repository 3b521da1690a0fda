package muster.scaling.loss;

/**
 * The supervised law of Busbridge et al. 2025 (arXiv 2502.08606, Eq. 1): a sum of powers to a power, with the exact arithmetic
 * of a token in the place of 6 N.
 *
 * <pre>
 * L = E + (A / N^alpha + B / D^beta)^gamma,  N outside the embedding
 * FLOP per training token = 6 N (1 + c_1 N^(-1/3) + c_2 N^(-2/3))                 (App. H, Eq. 69)
 * </pre>
 *
 * @param irreducible E, in nat per token
 * @param sum what the power is taken of, with E of its own zero
 * @param outerExponent gamma
 * @param attentionFlop c_1
 * @param embeddingFlop c_2
 */
public record Tempered(
        double irreducible, PowerSum sum, double outerExponent, double attentionFlop, double embeddingFlop)
        implements LossLaw {

    @Override
    public double loss(double parameters, double tokens) {
        return irreducible + StrictMath.pow(sum.loss(parameters, tokens), outerExponent);
    }

    @Override
    public double perLogParameters(double parameters, double tokens) {
        return outer(parameters, tokens) * sum.perLogParameters(parameters, tokens);
    }

    @Override
    public double perLogTokens(double parameters, double tokens) {
        return outer(parameters, tokens) * sum.perLogTokens(parameters, tokens);
    }

    private double outer(double parameters, double tokens) {
        return outerExponent * StrictMath.pow(sum.loss(parameters, tokens), outerExponent - 1);
    }

    @Override
    public double flopPerToken(double parameters) {
        double root = StrictMath.cbrt(parameters);
        return sum.flopPerToken(parameters) * (1 + attentionFlop / root + embeddingFlop / (root * root));
    }

    @Override
    public double flopElasticity(double parameters) {
        double root = StrictMath.cbrt(parameters);
        double attention = attentionFlop / root;
        double embedding = embeddingFlop / (root * root);
        return (1 + attention * 2 / 3 + embedding / 3) / (1 + attention + embedding);
    }
}
