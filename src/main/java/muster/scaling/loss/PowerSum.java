package muster.scaling.loss;

/**
 * The parametric loss of Hoffmann et al. 2022 (arXiv 2203.15556, Eqs. 2 and 4), with every answer in closed form.
 *
 * <pre>
 * L = E + A / N^alpha + B / D^beta,  C = k N D
 * N = G (C/k)^(beta/(alpha+beta)),  G = (alpha A / (beta B))^(1/(alpha+beta))
 * </pre>
 *
 * @param irreducible E, in nat per token
 * @param parameterCoefficient A, in nat per token
 * @param parameterExponent alpha
 * @param tokenCoefficient B, in nat per token
 * @param tokenExponent beta
 * @param flopPerParameterToken k, in FLOP per parameter and token
 */
public record PowerSum(
        double irreducible,
        double parameterCoefficient,
        double parameterExponent,
        double tokenCoefficient,
        double tokenExponent,
        double flopPerParameterToken)
        implements LossLaw {

    /** The same terms without what is irreducible. */
    public PowerSum without() {
        return new PowerSum(
                0, parameterCoefficient, parameterExponent, tokenCoefficient, tokenExponent, flopPerParameterToken);
    }

    /** A / N^alpha, in nat per token. */
    public double parameterTerm(double parameters) {
        return parameterCoefficient * StrictMath.pow(parameters, -parameterExponent);
    }

    /** B / D^beta, in nat per token. */
    public double tokenTerm(double tokens) {
        return tokenCoefficient * StrictMath.pow(tokens, -tokenExponent);
    }

    /** G of Eq. 4: the parameters of the best model over the power of the compute. */
    public double balance() {
        return StrictMath.pow(
                parameterExponent * parameterCoefficient / (tokenExponent * tokenCoefficient),
                1 / (parameterExponent + tokenExponent));
    }

    /** The power of the compute with which the best model grows: beta / (alpha + beta). */
    public double sizeExponent() {
        return tokenExponent / (parameterExponent + tokenExponent);
    }

    @Override
    public double loss(double parameters, double tokens) {
        return irreducible + parameterTerm(parameters) + tokenTerm(tokens);
    }

    @Override
    public double perLogParameters(double parameters, double tokens) {
        return -parameterExponent * parameterTerm(parameters);
    }

    @Override
    public double perLogTokens(double parameters, double tokens) {
        return -tokenExponent * tokenTerm(tokens);
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
        double parameters = balance() * StrictMath.pow(flop / flopPerParameterToken, sizeExponent());
        double tokens = flop / flopPerToken(parameters);
        return new Optimum(parameters, tokens, loss(parameters, tokens));
    }

    @Override
    public double tokensFor(double loss, double parameters) {
        return StrictMath.pow((loss - irreducible - parameterTerm(parameters)) / tokenCoefficient, -1 / tokenExponent);
    }

    @Override
    public double parametersFor(double loss, double tokens) {
        return StrictMath.pow((loss - irreducible - tokenTerm(tokens)) / parameterCoefficient, -1 / parameterExponent);
    }

    /** The model whose training compute is best spent on so many parameters: C = k (N/G)^((alpha+beta)/beta). */
    public Optimum ofSize(double parameters) {
        double tokens = StrictMath.pow(parameters / balance(), 1 / sizeExponent()) / parameters;
        return new Optimum(parameters, tokens, loss(parameters, tokens));
    }

    @Override
    public Optimum cheapest(double loss) {
        // At the optimum the terms are as beta to alpha, so each is a fixed part of what is reducible.
        double part = tokenExponent / (parameterExponent + tokenExponent);
        double parameters = StrictMath.pow(part * (loss - irreducible) / parameterCoefficient, -1 / parameterExponent);
        return ofSize(parameters);
    }
}
