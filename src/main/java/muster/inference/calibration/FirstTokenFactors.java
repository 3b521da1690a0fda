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
 * overhead = request + prompt token * prompt tokens + steps * time of a step (+ handover, where prefill is disaggregated)
 * </pre>
 *
 * @param request what it does for a request, as HTTP and scheduling
 * @param promptToken what it does for each token of the prompt, as taking the text apart
 * @param steps steps that pass until the token is seen, as where requests are looked for, or tokens are sent, every few steps
 * @param handover what it takes to hand a prompt on to the chips that generate
 */
public record FirstTokenFactors(
        @In("s") Input request, @In("s") Input promptToken, @In("1") Input steps, @In("s") Input handover) {

    /** Software that was not in the fit: about what vLLM takes. */
    static final FirstTokenFactors AVERAGE = new FirstTokenFactors(
            of("request", 0.01), of("prompt_token", 5e-6), ChipFamilyFactors.one("steps", 1), of("handover", 0.2));

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
     */
    public double seconds(double promptTokens) {
        return FactorInputs.central(request) + FactorInputs.central(promptToken) * promptTokens;
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
