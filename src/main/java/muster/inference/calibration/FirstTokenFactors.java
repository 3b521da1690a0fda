package muster.inference.calibration;

import java.util.Optional;
import muster.diagnostic.Place;
import muster.document.In;
import muster.uncertainty.Input;
import muster.uncertainty.Source;
import muster.uncertainty.Tier;
import muster.uncertainty.Uncertain;
import muster.uncertainty.distribution.PointMass;
import muster.unit.Unit;

/**
 * What the software that serves a model takes for a first token beside the steps of its prompt.
 *
 * <pre>
 * overhead = request + prompt token * prompt tokens + layer * layers + steps * time of a step + handover
 * </pre>
 *
 * @param request what it does for a request, as HTTP and scheduling
 * @param promptToken what it does for each token of the prompt, as taking the text apart
 * @param layer what it costs for each layer that a prompt runs step by step and not as a captured graph; short prompts run as one
 * @param steps steps that pass until the token is seen, as where requests are looked for, or tokens are sent, every few steps
 * @param handover what it takes to hand a prompt on to the chips that generate, where prefill is disaggregated
 */
public record FirstTokenFactors(
        @In("s") Input request,
        @In("s") Input promptToken,
        @In("s") Input layer,
        @In("1") Input steps,
        @In("s") Input handover) {

    // What vLLM captures at most, its default; others are alike.
    private static final double CAPTURED_TOKENS = 512;

    /** Software that was not in the fit: about what vLLM takes. */
    static final FirstTokenFactors AVERAGE = new FirstTokenFactors(
            of("request", 0.01),
            of("prompt_token", 5e-6),
            of("layer", 3e-4),
            ChipFamilyFactors.one("steps", 1),
            of("handover", 0.2));

    private static Input of(String name, double seconds) {
        Unit second = Unit.parse("s");
        return new Input(
                name,
                new Uncertain(new PointMass(seconds), second),
                second,
                Optional.of(Source.of("average", "about what vLLM takes", Tier.DEFINITION)),
                Place.argument(name));
    }

    /**
     * Seconds of a request beside steps.
     *
     * @param promptTokens tokens of its prompt
     * @param computedTokens of these, that are computed and were not found in a cache
     * @param layers layers of the model
     */
    public double seconds(double promptTokens, double computedTokens, int layers) {
        return FactorInputs.central(request)
                + FactorInputs.central(promptToken) * promptTokens
                + FactorInputs.central(layer) * layersAlone(computedTokens, layers);
    }

    /** Layers that a prompt runs outside of a captured graph: all or none. */
    public static double layersAlone(double computedTokens, int layers) {
        return computedTokens > CAPTURED_TOKENS ? layers : 0;
    }

    /** Steps until the token is seen. */
    public double hiddenSteps() {
        return FactorInputs.central(steps);
    }

    /** Seconds to hand a prompt on. */
    public double handoverSeconds() {
        return FactorInputs.central(handover);
    }
}
