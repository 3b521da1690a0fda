package muster.scaling;

import java.util.List;
import java.util.Optional;
import muster.scaling.loss.Repeated;
import muster.trace.Chain;
import muster.trace.Check;
import muster.trace.Figure;
import muster.trace.Kernel;

/**
 * A sum of powers under limited data, as figures ({@link Repeated}).
 *
 * @param terms the loss without repetition
 * @param unique U, in token
 * @param tokenReuse R_D
 * @param parameterReuse R_N
 */
record Reuse(Terms terms, Figure unique, Figure tokenReuse, Figure parameterReuse) {
    private static final Kernel SEARCH = Kernel.each(arguments -> new Repeated(
                    Terms.kernel(arguments),
                    arguments[Terms.COUNT],
                    arguments[Terms.COUNT + 1],
                    arguments[Terms.COUNT + 2])
            .optimum(arguments[Terms.COUNT + 3])
            .parameters());

    /** The parameters and tokens of least loss for a compute. */
    Sized best(Chain chain, Figure compute, String under) {
        Figure balance = terms.balance();
        Figure filled = terms.parameter()
                .times(balance)
                .times(unique.over(terms.token())
                        .times(balance)
                        .power(terms.tokenExponent().over(terms.parameterExponent())))
                .as("training.law.filled_parameters", "V", "parameter");
        Figure parameters = chain.solved(
                under + "parameters",
                "N",
                "parameter",
                SEARCH,
                n -> List.of(balanced(chain, n, terms.tokens(compute, n), filled)),
                terms.arguments(unique, tokenReuse, parameterReuse, compute));
        Figure tokens = terms.tokens(compute, parameters).as(under + "tokens", "D", "token");
        Figure worthOfTokens =
                worth(chain, tokens, unique, tokenReuse).as("training.law.worth_of_tokens", "D'", "token");
        Figure worthOfParameters = worth(chain, parameters, filled, parameterReuse)
                .as("training.law.worth_of_parameters", "N'", "parameter");
        tokens.over(unique).as("training.law.epochs", "", "1");
        Figure loss = terms.loss(worthOfParameters, worthOfTokens).as(under + "loss", "L", "nat/token");
        return Sized.dense(compute, parameters, tokens, Optional.of(loss));
    }

    // Both terms fall alike as the compute goes to one or the other.
    private Check balanced(Chain chain, Figure n, Figure d, Figure filled) {
        Figure worthOfParameters = worth(chain, n, filled, parameterReuse);
        Figure worthOfTokens = worth(chain, d, unique, tokenReuse);
        return new Check(
                terms.parameterExponent()
                        .times(terms.parameterTerm(worthOfParameters))
                        .times(n)
                        .over(again(chain, n, filled, parameterReuse).times(worthOfParameters)),
                terms.tokenExponent()
                        .times(terms.tokenTerm(worthOfTokens))
                        .times(d)
                        .over(again(chain, d, unique, tokenReuse).times(worthOfTokens)));
    }

    private static Figure worth(Chain chain, Figure whole, Figure unique, Figure reuse) {
        Figure left = chain.one().minus(chain.one().over(again(chain, whole, unique, reuse)));
        return whole.min(unique).plus(unique.times(reuse).times(left));
    }

    // exp((W/U - 1) / R) where W is above U, else 1
    private static Figure again(Chain chain, Figure whole, Figure unique, Figure reuse) {
        return whole.over(unique)
                .minus(chain.one())
                .max(chain.number(0))
                .over(reuse)
                .exp();
    }
}
