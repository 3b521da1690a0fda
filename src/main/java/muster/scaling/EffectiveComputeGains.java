package muster.scaling;

import java.util.Optional;
import muster.document.In;
import muster.scaling.law.TrainingFigures;
import muster.trace.Chain;
import muster.trace.Figure;
import muster.uncertainty.Input;

/**
 * What makes a training worth more than its FLOP: multipliers on effective compute. They change the quality, and not the size.
 *
 * <pre>
 * effective compute = C 2^(ahead / doubling) g
 * </pre>
 *
 * @param algorithmicProgress better training
 * @param postTraining g, what is done with a trained model; published gains overlap and do not multiply
 */
public record EffectiveComputeGains(
        Optional<Progress> algorithmicProgress, @In("1") Optional<Input> postTraining) {

    /**
     * Progress of algorithms at a steady pace.
     *
     * @param ahead how far after the law's own models
     * @param doubling the time in which effective compute doubles; 8.4 months, 95% interval 4.5 to 14.3, by Ho et al. 2024
     */
    public record Progress(
            @In("month") Input ahead, @In("month") Input doubling) {
        private Figure factor(Chain chain) {
            return chain.number(2)
                    .power(chain.input(ahead, "").over(chain.input(doubling, "")))
                    .as(TrainingFigures.GAINS_ALGORITHMIC, "", "1");
        }
    }

    /** The effective compute; recorded. */
    Figure apply(Chain chain, Figure compute) {
        Figure better = algorithmicProgress
                .map(progress -> compute.times(progress.factor(chain)))
                .orElse(compute);
        return postTraining
                .map(gain -> better.times(chain.input(gain, "g")))
                .orElse(better)
                .as(TrainingFigures.EFFECTIVE_COMPUTE, "", "FLOP");
    }
}
