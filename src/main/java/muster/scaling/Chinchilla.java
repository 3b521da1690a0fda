package muster.scaling;

import java.util.Optional;
import muster.document.In;
import muster.document.Range;
import muster.trace.Chain;
import muster.trace.Figure;
import muster.uncertainty.Input;
import muster.uncertainty.Source;
import muster.uncertainty.Tier;
import muster.unit.Quantity;

/**
 * The parametric loss of Hoffmann et al. 2022 and its optimum under a training compute C = k N D.
 *
 * <pre>
 * L(N, D) = E + A / N^alpha + B / D^beta                                       (Eq. 2)
 * N = G (C/k)^(beta/(alpha+beta)),  D = C / (k N)                              (Eq. 4)
 * G = (alpha A / (beta B))^(1/(alpha+beta))
 * </pre>
 *
 * N counts single parameters and D single tokens, so powers are of pure numbers. Losses of different constant sets are not
 * comparable: they belong to different texts and tokenizers.
 *
 * @param irreducibleLoss E, in nat per token
 * @param parameterCoefficient A, in nat per token
 * @param parameterExponent alpha
 * @param tokenCoefficient B, in nat per token
 * @param tokenExponent beta
 * @param flopPerParameterToken k, in FLOP per parameter and token
 * @param domain the models of the fit
 */
public record Chinchilla(
        @In(value = "nat/token", range = Range.NON_NEGATIVE) Input irreducibleLoss,
        @In("nat/token") Input parameterCoefficient,
        @In("1") Input parameterExponent,
        @In("nat/token") Input tokenCoefficient,
        @In("1") Input tokenExponent,
        @In("FLOP/parameter/token") Input flopPerParameterToken,
        Optional<Domain> domain)
        implements Law {
    private static final Source COUNTED =
            Source.of("definition", "the law counts single parameters and single tokens", Tier.DEFINITION);

    @Override
    public Sized apply(Chain chain, Figure compute) {
        Figure a = chain.input(parameterCoefficient, "A");
        Figure b = chain.input(tokenCoefficient, "B");
        Figure alpha = chain.input(parameterExponent, "alpha");
        Figure beta = chain.input(tokenExponent, "beta");
        Figure k = chain.input(flopPerParameterToken, "k");
        Figure one = chain.one();
        Figure parameter = chain.constant("training.law.parameter", "", Quantity.of(1, "parameter"), COUNTED);
        Figure token = chain.constant("training.law.token", "", Quantity.of(1, "token"), COUNTED);

        Figure balance = alpha.times(a)
                .over(beta.times(b))
                .power(one.over(alpha.plus(beta)))
                .as("training.law.balance", "G", "1");
        Figure exponent = beta.over(alpha.plus(beta)).as("training.law.size_exponent", "a", "1");
        Figure product = compute.over(k.times(parameter).times(token)).as("training.law.parameter_tokens", "ND", "1");
        Figure parameters =
                parameter.times(balance).times(product.power(exponent)).as("model.parameters", "N", "parameter");
        Figure tokens = compute.over(k.times(parameters)).as("model.tokens", "D", "token");
        chain.input(irreducibleLoss, "E")
                .plus(a.over(parameters.over(parameter).power(alpha)))
                .plus(b.over(tokens.over(token).power(beta)))
                .as("model.loss", "L", "nat/token");
        return new Sized(compute, parameters, tokens);
    }
}
