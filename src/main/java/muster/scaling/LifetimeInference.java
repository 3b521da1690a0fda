package muster.scaling;

import java.util.List;
import java.util.Optional;
import muster.document.In;
import muster.document.Otherwise;
import muster.document.Range;
import muster.scaling.law.ComputeOptimal;
import muster.scaling.law.LossSearch;
import muster.scaling.law.Surface;
import muster.scaling.law.TrainingFigures;
import muster.scaling.loss.LifetimeOptimum;
import muster.scaling.loss.SizingFormula;
import muster.trace.Chain;
import muster.trace.Figure;
import muster.trace.SolutionCheck;
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
 * @param outputTokens output tokens
 * @param promptTokens prompt tokens
 * @param flopPerParameterToken k_s, in FLOP per parameter and token
 * @param prices what FLOP cost; without them all cost the same
 */
public record LifetimeInference(
        @In("token") Input outputTokens,

        @Otherwise(value = "0 token", because = "only generated tokens are counted")
        @In(value = "token", range = Range.NON_NEGATIVE)
        Input promptTokens,

        @Otherwise(value = "2 FLOP/parameter/token", because = "a forward pass; Sardana et al. 2024, Eq. 3")
        @In("FLOP/parameter/token")
        Input flopPerParameterToken,

        Optional<Prices> prices) {

    /**
     * What FLOP cost.
     *
     * @param training of training
     * @param decode of decoding
     * @param prefill of prefill
     */
    public record Prices(Price training, Price decode, Price prefill) {}

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
    ComputeOptimal apply(Surface surface, Figure compute, String under) {
        Chain chain = surface.chain();
        SizingFormula<Figure> law = surface.formula();
        ComputeOptimal best = surface.best(compute, TrainingFigures.BEST);
        Figure loss = best.loss().orElseThrow().as(under + "loss", "L", "nat/token");
        Figure serving = serving(chain, law).as(TrainingFigures.SIZING_SERVED_IN_TRAINING_TOKENS, "m", "token");
        Figure perParameter = servedFlop(law, serving, best);
        Figure parameters = LossSearch.under(chain, law, loss, perParameter)
                .solved(
                        under + "parameters",
                        sample -> LifetimeOptimum.cheapest(sample.law(law), sample.of(loss), sample.of(perParameter))
                                .parameters(),
                        n -> List.of(cheapest(law, n, law.tokensFor(loss, n), serving)));
        ComputeOptimal sized = surface.sized(compute, parameters, law.tokensFor(loss, parameters), under)
                .of(loss);
        cost(law, sized, serving).over(cost(law, best, serving)).as(TrainingFigures.SIZING_COST_RATIO, "", "1");
        return sized;
    }

    // A part more of parameters is worth what it costs in training and serving, of tokens what it costs in training.
    private static SolutionCheck cheapest(SizingFormula<Figure> law, Figure n, Figure tokens, Figure serving) {
        return Surface.check(
                law.leastCost(n, tokens, service(law, serving, law.active(n).orElse(n))));
    }

    // What a parameter costs in service, in FLOP; those that a token does not activate cost nothing.
    private static Figure servedFlop(SizingFormula<Figure> law, Figure serving, ComputeOptimal best) {
        Figure perActive = law.flopPerParameterToken().times(serving);
        return law.active(best.parameters())
                .map(active -> perActive.times(active).over(best.parameters()))
                .orElse(perActive);
    }

    private static Figure service(SizingFormula<Figure> law, Figure serving, Figure active) {
        return law.flopPerParameterToken().times(serving).times(active);
    }

    private static Figure cost(SizingFormula<Figure> law, ComputeOptimal sized, Figure serving) {
        return law.flopPerToken(sized.parameters()).times(sized.tokens()).plus(service(law, serving, sized.active()));
    }

    // k_s S / k, each token at what its FLOP cost over those of training.
    private Figure serving(Chain chain, SizingFormula<Figure> law) {
        Figure perTraining = chain.input(flopPerParameterToken, "k_s").over(law.flopPerParameterToken());
        Figure written = chain.input(outputTokens, "S_out");
        Figure prompts = chain.input(promptTokens, "S_in");
        return prices.map(price -> {
                    Figure training =
                            price.training().perFlop(chain).as(TrainingFigures.SIZING_USD_PER_FLOP, "", "USD/FLOP");
                    return perTraining.times(written.times(
                                    price.decode().perFlop(chain).over(training))
                            .plus(prompts.times(price.prefill().perFlop(chain).over(training))));
                })
                .orElseGet(() -> perTraining.times(written.plus(prompts)));
    }
}
