package muster.scaling.loss;

import java.util.Optional;
import java.util.function.Function;
import muster.trace.Arithmetic;

/**
 * The parametric loss of Hoffmann et al. 2022 (arXiv 2203.15556, Eqs. 2 and 4), with every answer in closed form.
 *
 * <pre>
 * L = E + A / N^alpha + B / D^beta,  C = k N D
 * N = G (C/k)^(beta/(alpha+beta)),  G = (alpha A / (beta B))^(1/(alpha+beta))
 * </pre>
 *
 * @param terms E, A, alpha, B and beta
 * @param flopPerParameterToken k, in FLOP per parameter and token
 * @param <N> the numbers
 */
public record ChinchillaFormula<N extends Arithmetic<N>>(PowerTerms<N> terms, N flopPerParameterToken)
        implements SizingFormula<N> {

    @Override
    public N loss(N parameters, N tokens) {
        return terms.loss(parameters, tokens);
    }

    @Override
    public N parameterGain(N parameters, N tokens) {
        return terms.parameterGain(parameters);
    }

    @Override
    public N tokenGain(N parameters, N tokens) {
        return terms.tokenGain(tokens);
    }

    @Override
    public N flopPerToken(N parameters) {
        return flopPerParameterToken.times(parameters);
    }

    /** The tokens that a compute pays for: C / (k N). */
    public N tokens(N compute, N parameters) {
        return compute.over(flopPerToken(parameters));
    }

    @Override
    public N tokensFor(N loss, N parameters) {
        return terms.tokensOf(terms.leftToTokens(loss, parameters));
    }

    @Override
    public Optional<N> parametersFor(N loss, N tokens) {
        return Optional.of(terms.parametersOf(terms.leftToParameters(loss, tokens)));
    }

    /** G of Eq. 4, which makes the gains of the optimum equal. */
    public N balance() {
        N alpha = terms.parameterExponent();
        N beta = terms.tokenExponent();
        return alpha.times(terms.parameterCoefficient())
                .over(beta.times(terms.tokenCoefficient()))
                .power(alpha.number(1).over(alpha.plus(beta)))
                .as("training.law.balance", "G", "1");
    }

    /** The power of the compute with which the best model grows: beta / (alpha + beta). */
    public N sizeExponent() {
        return terms.tokenExponent().over(terms.parameterExponent().plus(terms.tokenExponent()));
    }

    @Override
    public Optional<N> bestParameters(N compute) {
        N balance = balance();
        N exponent = sizeExponent().as("training.law.size_exponent", "a", "1");
        N product = compute.over(flopPerParameterToken.times(terms.parameter()).times(terms.token()))
                .as("training.law.parameter_tokens", "ND", "1");
        return Optional.of(terms.parameter().times(balance).times(product.power(exponent)));
    }

    // At the optimum the terms are as beta to alpha, so each is a fixed part of what is reducible.
    @Override
    public Optional<N> cheapestParameters(N loss) {
        return Optional.of(terms.parametersOf(sizeExponent().times(loss.minus(terms.irreducible()))));
    }

    /** The tokens with which a model is the best for its compute: (N/G)^((alpha+beta)/beta) / N. */
    public N tokensOfBest(N parameters) {
        N counted = parameters.over(terms.parameter());
        return terms.token()
                .times(counted.over(balance())
                        .power(counted.number(1).over(sizeExponent()))
                        .over(counted));
    }

    @Override
    public <M extends Arithmetic<M>> ChinchillaFormula<M> map(Function<N, M> each) {
        return new ChinchillaFormula<>(terms.map(each), each.apply(flopPerParameterToken));
    }
}
