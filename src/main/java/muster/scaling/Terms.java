package muster.scaling;

import java.util.Arrays;
import java.util.Optional;
import muster.scaling.loss.PowerSum;
import muster.trace.Chain;
import muster.trace.Figure;

/**
 * A sum of powers as figures: {@code E + A / N^alpha + B / D^beta} under {@code C = k N D}.
 *
 * @param irreducible E
 * @param parameterCoefficient A, in nat per token
 * @param parameterExponent alpha
 * @param tokenCoefficient B, in nat per token
 * @param tokenExponent beta
 * @param flopPerParameterToken k
 * @param parameter one parameter
 * @param token one token
 */
record Terms(
        Figure irreducible,
        Figure parameterCoefficient,
        Figure parameterExponent,
        Figure tokenCoefficient,
        Figure tokenExponent,
        Figure flopPerParameterToken,
        Figure parameter,
        Figure token) {

    /** A / N^alpha. */
    Figure parameterTerm(Figure parameters) {
        return parameterCoefficient.over(parameters.over(parameter).power(parameterExponent));
    }

    /** B / D^beta. */
    Figure tokenTerm(Figure tokens) {
        return tokenCoefficient.over(tokens.over(token).power(tokenExponent));
    }

    Figure loss(Figure parameters, Figure tokens) {
        return irreducible.plus(parameterTerm(parameters)).plus(tokenTerm(tokens));
    }

    /** The tokens that a compute pays for: C / (k N). */
    Figure tokens(Figure compute, Figure parameters) {
        return compute.over(flopPerParameterToken.times(parameters));
    }

    /** G, which makes the optimum's elasticities equal; recorded. */
    Figure balance(Chain chain) {
        return parameterExponent
                .times(parameterCoefficient)
                .over(tokenExponent.times(tokenCoefficient))
                .power(chain.one().over(parameterExponent.plus(tokenExponent)))
                .as("training.law.balance", "G", "1");
    }

    /** The parameters and tokens of least loss (Hoffmann et al. 2022, Eq. 4); the loss is the caller's. */
    Sized best(Chain chain, Figure compute, String under) {
        Figure balance = balance(chain);
        Figure exponent =
                tokenExponent.over(parameterExponent.plus(tokenExponent)).as("training.law.size_exponent", "a", "1");
        Figure product = compute.over(flopPerParameterToken.times(parameter).times(token))
                .as("training.law.parameter_tokens", "ND", "1");
        Figure parameters =
                parameter.times(balance).times(product.power(exponent)).as(under + "parameters", "N", "parameter");
        Figure tokens = tokens(compute, parameters).as(under + "tokens", "D", "token");
        return Sized.dense(compute, parameters, tokens, Optional.empty());
    }

    /** The figures that a search is given, in the order in which {@link #kernel} reads them. */
    Figure[] arguments(Figure... others) {
        Figure[] own = {
            irreducible, parameterCoefficient, parameterExponent, tokenCoefficient, tokenExponent, flopPerParameterToken
        };
        Figure[] all = Arrays.copyOf(own, own.length + others.length);
        System.arraycopy(others, 0, all, own.length, others.length);
        return all;
    }

    /** How many of the arguments are of the sum itself. */
    static final int COUNT = 6;

    /** The loss in one sample. */
    static PowerSum kernel(double[] arguments) {
        return new PowerSum(arguments[0], arguments[1], arguments[2], arguments[3], arguments[4], arguments[5]);
    }
}
