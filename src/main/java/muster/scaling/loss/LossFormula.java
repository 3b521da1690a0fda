package muster.scaling.loss;

import java.util.Optional;
import java.util.function.Function;
import muster.trace.Arithmetic;

/**
 * The formula of a loss L(N, D) over N parameters and D tokens, with its constants. It is written once, over numbers of either
 * kind: on a chain it records its steps, and in {@link LossSurface} it is searched.
 *
 * <p>A part more of something lowers the loss. How much is told as a gain, above zero:
 *
 * <pre>
 * dL/d ln N = -s g_N,  dL/d ln D = -s g_D
 * </pre>
 *
 * <p>with a scale s that both have, 1 in most laws, so that what only compares them is as short as the law allows. Derivatives
 * themselves have the sign of the calculus wherever they are told ({@link LossSurface#perLogParameters}).
 *
 * @param <N> the numbers
 */
public interface LossFormula<N extends Arithmetic<N>> {

    /** The loss, in nat per token. */
    N loss(N parameters, N tokens);

    /** g_N: what a part more of the parameters takes off the loss, over the scale. */
    N parameterGain(N parameters, N tokens);

    /** g_D: what a part more of the tokens takes off the loss, over the scale. */
    N tokenGain(N parameters, N tokens);

    /** s, above zero. */
    default N gainScale(N parameters, N tokens) {
        return parameters.number(1);
    }

    /** What a training token costs, in FLOP per token. */
    N flopPerToken(N parameters);

    /** d ln (FLOP per token) / d ln N: 1 where a token costs the same for every parameter. */
    default N flopElasticity(N parameters) {
        return parameters.number(1);
    }

    /** The parameters that a token is multiplied with, where these are not all. */
    default Optional<N> active(N parameters) {
        return Optional.empty();
    }

    /** The parameters of the model of least loss for a compute, in FLOP, where they have a closed form. */
    default Optional<N> bestParameters(N compute) {
        return Optional.empty();
    }

    /** The parameters of the model of least compute for a loss, where they have a closed form. */
    default Optional<N> cheapestParameters(N loss) {
        return Optional.empty();
    }

    /** The parameters with which so many tokens reach a loss, where they have a closed form. */
    default Optional<N> parametersFor(N loss, N tokens) {
        return Optional.empty();
    }

    /** What holds of the model of least loss for its compute. */
    default LeastLoss<N> leastLoss(N parameters, N tokens) {
        return new LeastLoss<>(
                parameterGain(parameters, tokens), flopElasticity(parameters).times(tokenGain(parameters, tokens)));
    }

    /**
     * What holds of the cheapest model of its loss when its use costs too.
     *
     * @param service what the use of the model costs, in FLOP
     */
    default LeastLoss<N> leastCost(N parameters, N tokens, N service) {
        N served = service.over(flopPerToken(parameters).times(tokens));
        return new LeastLoss<>(
                parameterGain(parameters, tokens),
                flopElasticity(parameters).plus(served).times(tokenGain(parameters, tokens)));
    }

    /**
     * The same formula over other numbers.
     *
     * @param each makes the other number of each of its constants
     */
    <M extends Arithmetic<M>> LossFormula<M> map(Function<N, M> each);
}
