package muster.scaling.loss;

/**
 * The joint law of Kaplan et al. 2020 (arXiv 2001.08361, Eq. 1.5, Table 2), where the shorter of parameters and tokens bounds
 * the loss.
 *
 * <pre>
 * L = ((N_c / N)^(alpha_N / alpha_D) + D_c / D)^alpha_D
 * </pre>
 *
 * @param parameterScale N_c, in parameters outside the embedding
 * @param parameterExponent alpha_N
 * @param tokenScale D_c
 * @param tokenExponent alpha_D
 * @param flopPerParameterToken k, in FLOP per parameter and token
 */
public record Bounded(
        double parameterScale,
        double parameterExponent,
        double tokenScale,
        double tokenExponent,
        double flopPerParameterToken)
        implements LossLaw {

    /** What the power alpha_D is taken of: a sum of powers, so its optimum is in closed form. */
    public PowerSum inside() {
        double ratio = parameterExponent / tokenExponent;
        return new PowerSum(0, StrictMath.pow(parameterScale, ratio), ratio, tokenScale, 1, flopPerParameterToken);
    }

    @Override
    public double loss(double parameters, double tokens) {
        return StrictMath.pow(inside().loss(parameters, tokens), tokenExponent);
    }

    @Override
    public double perLogParameters(double parameters, double tokens) {
        return outer(parameters, tokens) * inside().perLogParameters(parameters, tokens);
    }

    @Override
    public double perLogTokens(double parameters, double tokens) {
        return outer(parameters, tokens) * inside().perLogTokens(parameters, tokens);
    }

    private double outer(double parameters, double tokens) {
        return tokenExponent * loss(parameters, tokens) / inside().loss(parameters, tokens);
    }

    @Override
    public double flopPerToken(double parameters) {
        return flopPerParameterToken * parameters;
    }

    @Override
    public double flopElasticity(double parameters) {
        return 1;
    }

    @Override
    public Optimum optimum(double flop) {
        Optimum best = inside().optimum(flop);
        return new Optimum(best.parameters(), best.tokens(), StrictMath.pow(best.loss(), tokenExponent));
    }
}
