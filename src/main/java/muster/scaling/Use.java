package muster.scaling;

import java.util.List;
import java.util.Optional;
import muster.document.In;
import muster.document.Otherwise;
import muster.document.Range;
import muster.scaling.loss.LossLaw;
import muster.scaling.loss.Served;
import muster.trace.Chain;
import muster.trace.Check;
import muster.trace.Figure;
import muster.trace.Kernel;
import muster.uncertainty.Input;

/**
 * What a model serves in its life, in FLOP or in dollars.
 *
 * <pre>
 * minimise  F(N) D + k_s S n(N)  at the loss of the model that is best for the training compute
 * dL/d ln N = (d ln F/d ln N + k_s S n / (F D)) dL/d ln D
 * </pre>
 *
 * <p>with FLOP per training token F, k N in most laws, and n active parameters, which are all in most. In dollars every token of S weighs what its FLOP cost over what those of training cost.
 *
 * @param generated tokens that it generates
 * @param read tokens that it reads
 * @param flopPerParameterToken k_s, in FLOP per parameter and token
 * @param prices what FLOP cost; without them all cost the same
 */
public record Use(
        @In("token") Input generated,

        @Otherwise(value = "0 token", because = "only generated tokens are counted")
        @In(value = "token", range = Range.NON_NEGATIVE)
        Input read,

        @Otherwise(value = "2 FLOP/parameter/token", because = "a forward pass; Sardana et al. 2024, Eq. 3")
        @In("FLOP/parameter/token")
        Input flopPerParameterToken,

        Optional<Prices> prices) {

    /**
     * What FLOP cost.
     *
     * @param training of training
     * @param generating of generating tokens
     * @param reading of reading tokens
     */
    public record Prices(Price training, Price generating, Price reading) {}

    /**
     * What FLOP cost: rent over peak rate and utilisation.
     *
     * @param rent of a chip
     * @param peak its dense peak rate
     * @param utilization the part of it that is reached
     */
    public record Price(
            @In("USD/h/chip") Input rent,
            @In("FLOP/s/chip") Input peak,
            @In(value = "1", range = Range.FRACTION) Input utilization) {
        private Figure perFlop(Chain chain) {
            return chain.input(rent, "").over(chain.input(peak, "").times(chain.input(utilization, "")));
        }
    }

    /** Sizes the cheapest model at the loss that a compute allows. */
    Sized apply(Surface surface, Figure compute, String under) {
        Chain chain = surface.chain();
        Sized best = surface.best(compute, TrainingFigures.BEST);
        Figure loss = best.loss().orElseThrow().as(under + "loss", "L", "nat/token");
        Figure serving = serving(chain, surface).as(TrainingFigures.SIZING_SERVED_IN_TRAINING_TOKENS, "m", "token");
        int own = surface.arguments().length;
        Figure parameters = chain.solved(
                under + "parameters",
                "N",
                "parameter",
                Kernel.each(of -> {
                    LossLaw law = surface.at(of);
                    return Served.cheapest(law, of[own], of[own + 1]).parameters();
                }),
                n -> List.of(cheapest(surface, n, surface.tokensFor(loss, n), serving)),
                surface.arguments(loss, servedFlop(surface, serving, best)));
        Sized sized = surface.sized(compute, parameters, surface.tokensFor(loss, parameters), under)
                .of(loss);
        cost(surface, sized, serving).over(cost(surface, best, serving)).as(TrainingFigures.SIZING_COST_RATIO, "", "1");
        return sized;
    }

    // A part more of parameters is worth what it costs in training and serving, of tokens what it costs in training.
    private static Check cheapest(Surface surface, Figure n, Figure tokens, Figure serving) {
        Figure served = surface.flopPerParameterToken()
                .times(serving)
                .times(surface.active(n).orElse(n))
                .over(surface.flopPerToken(n).times(tokens));
        return new Check(
                surface.perLogParameters(n, tokens),
                surface.flopElasticity(n).plus(served).times(surface.perLogTokens(n, tokens)));
    }

    // What a parameter costs in service, in FLOP; those that a token does not visit cost nothing.
    private static Figure servedFlop(Surface surface, Figure serving, Sized best) {
        Figure perActive = surface.flopPerParameterToken().times(serving);
        return surface.active(best.parameters())
                .map(active -> perActive.times(active).over(best.parameters()))
                .orElse(perActive);
    }

    private static Figure cost(Surface surface, Sized sized, Figure serving) {
        return surface.flopPerToken(sized.parameters())
                .times(sized.tokens())
                .plus(surface.flopPerParameterToken().times(serving).times(sized.active()));
    }

    // k_s S / k, each token at what its FLOP cost over those of training.
    private Figure serving(Chain chain, Surface surface) {
        Figure perTraining = chain.input(flopPerParameterToken, "k_s").over(surface.flopPerParameterToken());
        Figure written = chain.input(generated, "S_out");
        Figure prompts = chain.input(read, "S_in");
        return prices.map(price -> {
                    Figure training =
                            price.training().perFlop(chain).as(TrainingFigures.SIZING_USD_PER_FLOP, "", "USD/FLOP");
                    return perTraining.times(written.times(
                                    price.generating().perFlop(chain).over(training))
                            .plus(prompts.times(price.reading().perFlop(chain).over(training))));
                })
                .orElseGet(() -> perTraining.times(written.plus(prompts)));
    }
}
