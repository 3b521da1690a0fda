package muster.scaling;

import java.util.Arrays;
import muster.scaling.loss.LossLaw;
import muster.scaling.loss.PowerSum;
import muster.trace.Chain;
import muster.trace.Figure;

/**
 * A sum of powers as figures: {@code E + A / N^alpha + B / D^beta} under {@code C = k N D}.
 *
 * @param chain the run
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
        Chain chain,
        Figure irreducible,
        Figure parameterCoefficient,
        Figure parameterExponent,
        Figure tokenCoefficient,
        Figure tokenExponent,
        Figure flopPerParameterToken,
        Figure parameter,
        Figure token)
        implements Surface {

    /** A / N^alpha. */
    Figure parameterTerm(Figure parameters) {
        return parameterCoefficient.over(parameters.over(parameter).power(parameterExponent));
    }

    /** B / D^beta. */
    Figure tokenTerm(Figure tokens) {
        return tokenCoefficient.over(tokens.over(token).power(tokenExponent));
    }

    @Override
    public Figure loss(Figure parameters, Figure tokens) {
        return irreducible.plus(parameterTerm(parameters)).plus(tokenTerm(tokens));
    }

    @Override
    public Figure tokensFor(Figure loss, Figure parameters) {
        return tokensOf(loss.minus(irreducible).minus(parameterTerm(parameters)));
    }

    /** The tokens whose term is so much; infinite where nothing is left for it, since no amount is enough. */
    Figure tokensOf(Figure term) {
        Figure nothing = Counted.nat(chain).times(0);
        return token.times(
                tokenCoefficient.over(term.max(nothing)).power(chain.one().over(tokenExponent)));
    }

    @Override
    public Figure perLogParameters(Figure parameters, Figure tokens) {
        return parameterExponent.times(parameterTerm(parameters));
    }

    @Override
    public Figure perLogTokens(Figure parameters, Figure tokens) {
        return tokenExponent.times(tokenTerm(tokens));
    }

    @Override
    public Figure flopPerToken(Figure parameters) {
        return flopPerParameterToken.times(parameters);
    }

    /** The tokens that a compute pays for: C / (k N). */
    Figure tokens(Figure compute, Figure parameters) {
        return compute.over(flopPerParameterToken.times(parameters));
    }

    /** G, which makes the optimum's elasticities equal; recorded. */
    Figure balance() {
        return parameterExponent
                .times(parameterCoefficient)
                .over(tokenExponent.times(tokenCoefficient))
                .power(chain.one().over(parameterExponent.plus(tokenExponent)))
                .as("training.law.balance", "G", "1");
    }

    /** The parameters and tokens of least loss in closed form (Hoffmann et al. 2022, Eq. 4). */
    @Override
    public Sized optimum(Figure compute, String under) {
        Figure balance = balance();
        Figure exponent =
                tokenExponent.over(parameterExponent.plus(tokenExponent)).as("training.law.size_exponent", "a", "1");
        Figure product = compute.over(flopPerParameterToken.times(parameter).times(token))
                .as("training.law.parameter_tokens", "ND", "1");
        Figure parameters =
                parameter.times(balance).times(product.power(exponent)).as(under + "parameters", "N", "parameter");
        return sized(compute, parameters, tokens(compute, parameters), under);
    }

    @Override
    public Figure[] arguments(Figure... others) {
        Figure[] own = {
            irreducible, parameterCoefficient, parameterExponent, tokenCoefficient, tokenExponent, flopPerParameterToken
        };
        return joined(own, others);
    }

    static Figure[] joined(Figure[] first, Figure[] then) {
        Figure[] all = Arrays.copyOf(first, first.length + then.length);
        System.arraycopy(then, 0, all, first.length, then.length);
        return all;
    }

    @Override
    public LossLaw at(double[] arguments) {
        return kernel(arguments);
    }

    /** How many of the arguments are of the sum itself. */
    static final int COUNT = 6;

    /** The loss in one sample. */
    static PowerSum kernel(double[] arguments) {
        return new PowerSum(arguments[0], arguments[1], arguments[2], arguments[3], arguments[4], arguments[5]);
    }
}
