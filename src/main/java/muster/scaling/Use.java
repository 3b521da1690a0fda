package muster.scaling;

import java.util.List;
import java.util.Optional;
import muster.document.In;
import muster.document.Otherwise;
import muster.document.Range;
import muster.scaling.loss.PowerSum;
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
 * minimise  N (k D + k_s S)  at the loss of the model that is best for the training compute
 * alpha A / N^alpha = (1 + k_s S / (k D)) beta B / D^beta
 * </pre>
 *
 * <p>In dollars every token of S weighs what its FLOP cost over what those of training cost.
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
    private static final Kernel SEARCH = Kernel.each(arguments -> {
        PowerSum law = Terms.kernel(arguments);
        return Served.cheapest(law, arguments[Terms.COUNT], arguments[Terms.COUNT + 1])
                .tokens();
    });

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
    Sized apply(Chain chain, Terms terms, Figure compute, String under) {
        Sized best = terms.best(chain, compute, "training.best.");
        Figure loss = terms.loss(best.parameters(), best.tokens()).as(under + "loss", "L", "nat/token");
        Figure serving = serving(chain, terms).as("training.sizing.served_in_training_tokens", "m", "token");
        Figure tokens = chain.solved(
                under + "tokens",
                "D",
                "token",
                SEARCH,
                d -> List.of(new Check(
                        terms.parameterExponent().times(reducible(terms, loss, d)),
                        d.plus(serving).over(d).times(terms.tokenExponent()).times(terms.tokenTerm(d)))),
                terms.arguments(loss, serving));
        Figure parameters = terms.parameter()
                .times(terms.parameterCoefficient()
                        .over(reducible(terms, loss, tokens))
                        .power(chain.one().over(terms.parameterExponent())))
                .as(under + "parameters", "N", "parameter");
        parameters
                .times(tokens.plus(serving))
                .over(best.parameters().times(best.tokens().plus(serving)))
                .as("training.sizing.cost_ratio", "", "1");
        return Sized.dense(compute, parameters, tokens, Optional.of(loss));
    }

    // What the parameters must bring the loss down to: A / N^alpha.
    private static Figure reducible(Terms terms, Figure loss, Figure tokens) {
        return loss.minus(terms.irreducible()).minus(terms.tokenTerm(tokens));
    }

    // k_s S / k, each token at what its FLOP cost over those of training.
    private Figure serving(Chain chain, Terms terms) {
        Figure perTraining = chain.input(flopPerParameterToken, "k_s").over(terms.flopPerParameterToken());
        Figure written = chain.input(generated, "S_out");
        Figure prompts = chain.input(read, "S_in");
        return prices.map(price -> {
                    Figure training =
                            price.training().perFlop(chain).as("training.sizing.usd_per_flop", "", "USD/FLOP");
                    return perTraining.times(written.times(
                                    price.generating().perFlop(chain).over(training))
                            .plus(prompts.times(price.reading().perFlop(chain).over(training))));
                })
                .orElseGet(() -> perTraining.times(written.plus(prompts)));
    }
}
