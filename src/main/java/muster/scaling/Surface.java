package muster.scaling;

import java.util.List;
import java.util.Optional;
import muster.scaling.loss.LossLaw;
import muster.trace.Chain;
import muster.trace.Check;
import muster.trace.Figure;
import muster.trace.Kernel;

/** A loss over parameters and tokens on a chain, so that questions of size are put to every law that tells one alike. */
public interface Surface {

    /** The chain that it is on. */
    Chain chain();

    /** The loss, in nat per token. */
    Figure loss(Figure parameters, Figure tokens);

    /** The tokens with which a model reaches a loss; infinite where no amount is enough. */
    Figure tokensFor(Figure loss, Figure parameters);

    /** By how much the loss falls for a part more of the parameters, -dL/d ln N, but for a factor that both have. */
    Figure perLogParameters(Figure parameters, Figure tokens);

    /** By how much it falls for a part more of the tokens, -dL/d ln D, but for the same factor. */
    Figure perLogTokens(Figure parameters, Figure tokens);

    /** k, in FLOP per parameter that a token is multiplied with, and token. */
    Figure flopPerParameterToken();

    /** What a training token costs, in FLOP per token. */
    Figure flopPerToken(Figure parameters);

    /** d ln (FLOP per token) / d ln N. */
    default Figure flopElasticity(Figure parameters) {
        return chain().one();
    }

    /** The parameters that a token is multiplied with, where these are not all. */
    default Optional<Figure> active(Figure parameters) {
        return Optional.empty();
    }

    /** The figures that a search is given: its own, in the order in which {@link #at} reads them, and others after them. */
    Figure[] arguments(Figure... others);

    /** The loss in one sample. */
    LossLaw at(double[] arguments);

    /** The parameters and tokens of least loss for a compute; recorded, but for the loss. */
    default Sized optimum(Figure compute, String under) {
        int last = arguments().length;
        Figure parameters = chain().solved(
                        under + "parameters",
                        "N",
                        "parameter",
                        Kernel.each(of -> at(of).optimum(of[last]).parameters()),
                        n -> {
                            Figure tokens = compute.over(flopPerToken(n));
                            return List.of(new Check(
                                    perLogParameters(n, tokens),
                                    flopElasticity(n).times(perLogTokens(n, tokens))));
                        },
                        arguments(compute));
        return sized(compute, parameters, compute.over(flopPerToken(parameters)), under);
    }

    /** The model of least loss for a compute; recorded. */
    default Sized best(Figure compute, String under) {
        Sized best = optimum(compute, under);
        return best.of(loss(best.parameters(), best.tokens()).as(under + "loss", "L", "nat/token"));
    }

    /** A model with its active parameters and its tokens recorded. */
    default Sized sized(Figure compute, Figure parameters, Figure tokens, String under) {
        Figure active = active(parameters)
                .map(part -> part.as(under + "active_parameters", "n", "parameter"))
                .orElse(parameters);
        return new Sized(compute, parameters, active, tokens.as(under + "tokens", "D", "token"), Optional.empty());
    }
}
