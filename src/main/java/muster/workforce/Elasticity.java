package muster.workforce;

import java.util.Optional;
import muster.diagnostic.Place;
import muster.document.In;
import muster.document.Otherwise;
import muster.document.Range;
import muster.trace.Chain;
import muster.trace.Figure;
import muster.uncertainty.Input;
import muster.unit.NumberText;

/**
 * What more training of a model is worth in inference: how FLOP per researcher-second fall as its training compute C grows, from
 * where the exchange rate was stated, C_ref.
 *
 * <pre>
 * FLOP per researcher-second = stated / (a^e b^d)
 * a = min(max(C / C_ref, 1), 10^range),  b = max(min(C / C_ref, 1), 10^-range)
 * </pre>
 *
 * <p>The two ways are two trades (Villalobos and Atkinson 2023, Epoch, Trading off compute in training and inference). An order of
 * magnitude of training less costs one to two orders of inference: d is 1 to 2 below the reference. An order of inference less
 * costs one to two orders of training: an order of training more saves half an order to one, and e is 0.5 to 1 above it. One
 * number for both is a power law, which no measurement shows; where it leaves what was seen on the side of the model, that is
 * warned of. Trading was seen over two to three orders of magnitude; what lies further counts as if it lay there, and is warned of.
 * Below the reference that is too much research, above it too little.
 *
 * <p>Fixed tokens per researcher-second are e = d = -0.5 for models that are sized by a law of compute, where parameters grow as
 * its square root.
 *
 * @param elasticity e, how many orders of magnitude FLOP per researcher-second fall for an order of training compute more; without
 *     it tokens per researcher-second are fixed
 * @param elasticityBelow d, how many they rise for an order less than the exchange rate's model has; without it as many as they fall
 *     for one more
 * @param elasticityRange over how many orders of magnitude of training compute, either way, that holds
 */
public record Elasticity(
        @In(value = "1", range = Range.ANY) Optional<Input> elasticity,
        @In(value = "1", range = Range.ANY) Optional<Input> elasticityBelow,

        @In("1")
        @Otherwise(
                value = "3",
                because =
                        "the widest of the two to three orders of magnitude over which trading was seen; Villalobos and Atkinson 2023")
        Input elasticityRange) {

    private static final double ROUNDING = 1e-9;

    /** The orders of magnitude of inference that an order of training was seen to be worth. */
    private enum Seen {
        ABOVE(0.5, 1),
        BELOW(1, 2);

        private final double least;
        private final double most;

        Seen(double least, double most) {
            this.least = least;
            this.most = most;
        }

        boolean holds(double exponent) {
            return exponent >= least && exponent <= most;
        }
    }

    /** The same without an exponent, so that tokens per researcher-second are fixed. */
    Elasticity none() {
        return new Elasticity(Optional.empty(), Optional.empty(), elasticityRange);
    }

    /** Whether better models are worth anything: an exponent is there, and one of them is above zero. */
    public boolean rewards() {
        return elasticity
                .filter(above -> above.central() > 0
                        || elasticityBelow.filter(below -> below.central() > 0).isPresent())
                .isPresent();
    }

    /**
     * What it says, in a line; nothing where no elasticity is there.
     *
     * @param reference the training compute of the model for which the exchange rate was stated
     */
    public Optional<String> words(Input reference) {
        return elasticity.map(above ->
                "FLOP per researcher-second fall by %s orders of magnitude for each of training above %s and rise by %s for each below, over %s either way"
                        .formatted(
                                above.value(),
                                reference.value(),
                                elasticityBelow.orElse(above).value(),
                                elasticityRange.value()));
    }

    /**
     * By what FLOP per researcher-second fall, a pure number.
     *
     * @param chain the run
     * @param compute the training compute of the model, in FLOP
     * @param reference that of the model for which the exchange rate was stated, in FLOP
     */
    Figure gain(Chain chain, Figure compute, Figure reference) {
        Figure above = chain.input(stated(), "e");
        Figure ratio = compute.over(reference).as(WorkforceFigures.TRAINING_OVER_REFERENCE, "c", "1");
        Figure most = chain.number(10).power(chain.input(elasticityRange, "r"));
        if (elasticityBelow.isEmpty()) {
            return ratio.max(chain.one().over(most)).min(most).power(above);
        }
        Figure more = ratio.max(chain.one()).min(most).power(above);
        Figure less = ratio.min(chain.one()).max(chain.one().over(most)).power(chain.input(elasticityBelow.get(), "d"));
        return more.times(less);
    }

    /**
     * Warns where a model lies further from the reference than trading was seen, and where one number stands for both ways and is
     * not what was seen on its side.
     *
     * @param chain where warnings go
     * @param model the model, in words
     * @param compute its training compute at the central values, in FLOP
     * @param reference that of the model for which the exchange rate was stated, in FLOP
     */
    public void check(Chain chain, String model, double compute, double reference) {
        double orders = Math.log10(compute / reference);
        double range = elasticityRange.central();
        String where =
                "the training compute of %s, %s FLOP, is %s orders of magnitude %s that of the exchange rate's model, %s FLOP"
                        .formatted(
                                model,
                                NumberText.rounded(compute, 3),
                                NumberText.rounded(Math.abs(orders), 3),
                                orders < 0 ? "below" : "above",
                                NumberText.rounded(reference, 3));
        if (Math.abs(orders) > range + ROUNDING) {
            chain.warn("beyond-elasticity-range", place(), beyond(where, orders, range));
        }
        Seen seen = orders < 0 ? Seen.BELOW : Seen.ABOVE;
        double exponent = stated().central();
        if (elasticityBelow.isEmpty() && Math.abs(orders) > ROUNDING && exponent > 0 && !seen.holds(exponent)) {
            chain.warn("one-elasticity", place(), oneWay(where, seen, exponent));
        }
    }

    private static String beyond(String where, double orders, double range) {
        return "%s, further than the %s orders over which training was seen to be traded for inference: it counts as if it lay %s orders %s, which is too %s research if anything. Maybe an exchange rate with a nearer reference?"
                .formatted(
                        where,
                        NumberText.rounded(range, 3),
                        NumberText.rounded(range, 3),
                        orders < 0 ? "below" : "above",
                        orders < 0 ? "much" : "little");
    }

    private static String oneWay(String where, Seen seen, double exponent) {
        return "%s, where an order of training was seen to be worth %s to %s of inference, and workforce.elasticity makes it %s both ways. Maybe %s?"
                .formatted(
                        where,
                        NumberText.exact(seen.least),
                        NumberText.exact(seen.most),
                        NumberText.rounded(exponent, 3),
                        seen == Seen.BELOW
                                ? "workforce.elasticity_below: 1.5"
                                : "workforce.elasticity: 0.75, and workforce.elasticity_below for the other way");
    }

    private Place place() {
        return stated().place();
    }

    private Input stated() {
        return elasticity.orElseThrow(() -> new IllegalStateException("an exchange rate without an elasticity"));
    }
}
