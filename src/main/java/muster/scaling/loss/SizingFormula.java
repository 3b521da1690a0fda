package muster.scaling.loss;

import java.util.function.Function;
import muster.trace.Arithmetic;

/**
 * The formula of a loss that tells which tokens bring a model to a loss, so that models can be sized that are not the best for
 * their compute.
 *
 * @param <N> the numbers
 */
public interface SizingFormula<N extends Arithmetic<N>> extends LossFormula<N> {

    /** The tokens with which a model reaches a loss; infinite where no amount is enough. */
    N tokensFor(N loss, N parameters);

    /** k, in FLOP per parameter that a token is multiplied with, and token. */
    N flopPerParameterToken();

    @Override
    <M extends Arithmetic<M>> SizingFormula<M> map(Function<N, M> each);
}
