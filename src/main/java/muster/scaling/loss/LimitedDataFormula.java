package muster.scaling.loss;

import java.util.function.Function;
import muster.trace.Arithmetic;

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
 * @param law the loss without repetition
 * @param uniqueTokens U
 * @param tokenReuse R_D, repetitions until a token has given most of its worth
 * @param parameterReuse R_N, the same of parameters
 * @param filledParameters V, the parameters that the unique tokens fill
 * @param <N> the numbers
 */
public record LimitedDataFormula<N extends Arithmetic<N>>(
        ChinchillaFormula<N> law, N uniqueTokens, N tokenReuse, N parameterReuse, N filledParameters)
        implements LossFormula<N> {

    /** The formula for a number of unique tokens, which fill the parameters that the law calls best for them. */
    public static <N extends Arithmetic<N>> LimitedDataFormula<N> of(
            ChinchillaFormula<N> law, N uniqueTokens, N tokenReuse, N parameterReuse) {
        PowerTerms<N> terms = law.terms();
        N balance = law.balance();
        N filled = terms.parameter()
                .times(balance)
                .times(uniqueTokens
                        .over(terms.token())
                        .times(balance)
                        .power(terms.tokenExponent().over(terms.parameterExponent())))
                .as("training.law.filled_parameters", "V", "parameter");
        return new LimitedDataFormula<>(law, uniqueTokens, tokenReuse, parameterReuse, filled);
    }

    /** D': the fresh tokens that would be worth as much. */
    public N worthOfTokens(N tokens) {
        return worth(tokens, uniqueTokens, tokenReuse);
    }

    /** N': the parameters that would be worth as much. */
    public N worthOfParameters(N parameters) {
        return worth(parameters, filledParameters, parameterReuse);
    }

    private N worth(N whole, N unique, N reuse) {
        N one = whole.number(1);
        N left = one.minus(one.over(again(whole, unique, reuse)));
        return whole.min(unique).plus(unique.times(reuse).times(left));
    }

    // exp((W/U - 1) / R) where W is above U, else 1
    private N again(N whole, N unique, N reuse) {
        return whole.over(unique)
                .minus(whole.number(1))
                .max(whole.number(0))
                .over(reuse)
                .exp();
    }

    @Override
    public N loss(N parameters, N tokens) {
        return law.loss(worthOfParameters(parameters), worthOfTokens(tokens));
    }

    @Override
    public N parameterGain(N parameters, N tokens) {
        N worth = worthOfParameters(parameters);
        return law.terms()
                .parameterGain(worth)
                .times(parameters)
                .over(again(parameters, filledParameters, parameterReuse).times(worth));
    }

    @Override
    public N tokenGain(N parameters, N tokens) {
        N worth = worthOfTokens(tokens);
        return law.terms()
                .tokenGain(worth)
                .times(tokens)
                .over(again(tokens, uniqueTokens, tokenReuse).times(worth));
    }

    @Override
    public N flopPerToken(N parameters) {
        return law.flopPerToken(parameters);
    }

    @Override
    public <M extends Arithmetic<M>> LimitedDataFormula<M> map(Function<N, M> each) {
        return new LimitedDataFormula<>(
                law.map(each),
                each.apply(uniqueTokens),
                each.apply(tokenReuse),
                each.apply(parameterReuse),
                each.apply(filledParameters));
    }
}
