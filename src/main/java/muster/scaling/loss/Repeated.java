package muster.scaling.loss;

/**
 * A loss under limited data (Muennighoff et al. 2023, arXiv 2305.16264): tokens seen again, and parameters beyond what the unique
 * tokens can fill, are worth less.
 *
 * <pre>
 * D' = U + U R_D (1 - exp(-(D/U - 1) / R_D))  where D is above U, else D
 * N' = V + V R_N (1 - exp(-(N/V - 1) / R_N))  where N is above V, else N
 * L = E + A / N'^alpha + B / D'^beta,  V = G (U G)^(beta/alpha)
 * </pre>
 *
 * @param law the loss without repetition; V is the size that it calls best for U tokens
 * @param uniqueTokens U
 * @param tokenReuse R_D, repetitions until a token has given most of its worth
 * @param parameterReuse R_N, the same of parameters
 */
public record Repeated(PowerSum law, double uniqueTokens, double tokenReuse, double parameterReuse) implements LossLaw {

    /** V: the parameters that the unique tokens fill. */
    public double filledParameters() {
        double balance = law.balance();
        return balance * StrictMath.pow(uniqueTokens * balance, law.tokenExponent() / law.parameterExponent());
    }

    /** D': the fresh tokens that would be worth as much. */
    public double worthOfTokens(double tokens) {
        return worth(tokens, uniqueTokens, tokenReuse);
    }

    /** N': the parameters that would be worth as much. */
    public double worthOfParameters(double parameters) {
        return worth(parameters, filledParameters(), parameterReuse);
    }

    private static double worth(double whole, double unique, double reuse) {
        double again = Math.max(whole / unique - 1, 0);
        return Math.min(whole, unique) - unique * reuse * StrictMath.expm1(-again / reuse);
    }

    // d ln worth / d ln whole
    private static double elasticity(double whole, double unique, double reuse) {
        double again = Math.max(whole / unique - 1, 0);
        return whole * StrictMath.exp(-again / reuse) / worth(whole, unique, reuse);
    }

    @Override
    public double loss(double parameters, double tokens) {
        return law.loss(worthOfParameters(parameters), worthOfTokens(tokens));
    }

    @Override
    public double perLogParameters(double parameters, double tokens) {
        return law.perLogParameters(worthOfParameters(parameters), tokens)
                * elasticity(parameters, filledParameters(), parameterReuse);
    }

    @Override
    public double perLogTokens(double parameters, double tokens) {
        return law.perLogTokens(parameters, worthOfTokens(tokens)) * elasticity(tokens, uniqueTokens, tokenReuse);
    }

    @Override
    public double flopPerToken(double parameters) {
        return law.flopPerToken(parameters);
    }

    @Override
    public double flopElasticity(double parameters) {
        return law.flopElasticity(parameters);
    }
}
