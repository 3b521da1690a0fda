package muster.scaling.loss;

import java.util.function.Function;
import muster.trace.Arithmetic;

/**
 * A power of the parameters and a power of the tokens over what is irreducible.
 *
 * <pre>
 * L = E + A / N^alpha + B / D^beta
 * </pre>
 *
 * @param irreducible E, in nat per token
 * @param parameterCoefficient A, in nat per token
 * @param parameterExponent alpha
 * @param tokenCoefficient B, in nat per token
 * @param tokenExponent beta
 * @param parameter one parameter, which N is counted in
 * @param token one token, which D is counted in
 * @param <N> the numbers
 */
public record PowerTerms<N extends Arithmetic<N>>(
        N irreducible,
        N parameterCoefficient,
        N parameterExponent,
        N tokenCoefficient,
        N tokenExponent,
        N parameter,
        N token) {

    /** A / N^alpha. */
    public N parameterTerm(N parameters) {
        return parameterCoefficient.over(parameters.over(parameter).power(parameterExponent));
    }

    /** B / D^beta. */
    public N tokenTerm(N tokens) {
        return tokenCoefficient.over(tokens.over(token).power(tokenExponent));
    }

    /** The loss, in nat per token. */
    public N loss(N parameters, N tokens) {
        return irreducible.plus(parameterTerm(parameters)).plus(tokenTerm(tokens));
    }

    /** What of a loss the parameters must account for after so many tokens. */
    public N leftToParameters(N loss, N tokens) {
        return loss.minus(irreducible).minus(tokenTerm(tokens));
    }

    /** What of a loss the tokens must account for with so many parameters. */
    public N leftToTokens(N loss, N parameters) {
        return loss.minus(irreducible).minus(parameterTerm(parameters));
    }

    /** The parameters whose term is so much; no number where that is below zero. */
    public N parametersOf(N term) {
        return parameterCoefficient
                .over(term)
                .power(term.number(1).over(parameterExponent))
                .times(parameter);
    }

    /** The tokens whose term is so much; infinite where nothing is left for it, since no amount is enough. */
    public N tokensOf(N term) {
        N nothing = LawUnits.nat(term).times(0);
        return token.times(
                tokenCoefficient.over(term.max(nothing)).power(term.number(1).over(tokenExponent)));
    }

    /** -d/d ln N of the parameter term: {@code alpha A / N^alpha}. */
    public N parameterGain(N parameters) {
        return parameterExponent.times(parameterTerm(parameters));
    }

    /** -d/d ln D of the token term: {@code beta B / D^beta}. */
    public N tokenGain(N tokens) {
        return tokenExponent.times(tokenTerm(tokens));
    }

    /** The same over other numbers. */
    public <M extends Arithmetic<M>> PowerTerms<M> map(Function<N, M> each) {
        return new PowerTerms<>(
                each.apply(irreducible),
                each.apply(parameterCoefficient),
                each.apply(parameterExponent),
                each.apply(tokenCoefficient),
                each.apply(tokenExponent),
                each.apply(parameter),
                each.apply(token));
    }
}
