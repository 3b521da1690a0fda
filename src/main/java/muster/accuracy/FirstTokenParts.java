package muster.accuracy;

import muster.accuracy.measurement.FactorPaths;
import muster.inference.calibration.FirstTokenFactors;

/**
 * What a time to first token under load is made of.
 *
 * @param waitSeconds waiting and the steps of the prompt, in s
 * @param promptTokens tokens of the prompt
 * @param layers layers that it runs outside of a captured graph
 * @param stepSeconds the time of a step while others are generated, in s
 * @param handovers 1 where prefill runs on other chips, else 0
 */
record FirstTokenParts(double waitSeconds, double promptTokens, double layers, double stepSeconds, double handovers) {

    /** What the software takes, in s. */
    static double[] factors(FirstTokenFactors factors) {
        return new double[] {
            FactorPaths.value(factors.request()),
            FactorPaths.value(factors.promptToken()),
            FactorPaths.value(factors.layer()),
            FactorPaths.value(factors.steps()),
            FactorPaths.value(factors.handover())
        };
    }

    /** The same after another wait. */
    FirstTokenParts after(double seconds) {
        return new FirstTokenParts(seconds, promptTokens, layers, stepSeconds, handovers);
    }

    /** All of it with what the software takes, in the order of {@link FirstTokenFactors}, in s. */
    double with(double[] factors) {
        return waitSeconds
                + factors[0]
                + factors[1] * promptTokens
                + factors[2] * layers
                + factors[3] * stepSeconds
                + factors[4] * handovers;
    }
}
