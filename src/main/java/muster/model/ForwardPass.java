package muster.model;

import muster.trace.Chain;
import muster.trace.Figure;
import muster.uncertainty.Source;
import muster.uncertainty.Tier;
import muster.unit.Quantity;

/**
 * What a token costs that a model decodes or prefills: two FLOP for each parameter that it is multiplied with, without
 * attention.
 */
public final class ForwardPass {
    private static final Quantity TWO = Quantity.of(2, "FLOP/parameter/token");
    private static final Source MULTIPLY_ADD = Source.of(
            "default",
            "a multiply and an add per parameter in a forward pass; Kaplan et al. 2020, arXiv 2001.08361, section 2.1",
            Tier.DEFINITION);

    private ForwardPass() {}

    /**
     * FLOP per token, recorded as {@code inference.flop_per_token}.
     *
     * @param chain the run
     * @param active the parameters that a token is multiplied with
     */
    public static Figure flopPerToken(Chain chain, Figure active) {
        return chain.constant(ModelFigures.FLOP_PER_PARAMETER_TOKEN, "k_infer", TWO, MULTIPLY_ADD)
                .times(active)
                .as(ModelFigures.FLOP_PER_TOKEN, "f", "FLOP/token");
    }
}
