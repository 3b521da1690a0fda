package muster.scaling;

import java.util.Optional;
import muster.diagnostic.Place;
import muster.document.In;
import muster.document.Otherwise;
import muster.scaling.law.ComputeOptimal;
import muster.scaling.law.CountedUnits;
import muster.scaling.law.TrainingFigures;
import muster.trace.Chain;
import muster.trace.Figure;
import muster.uncertainty.Input;
import muster.unit.NumberText;

/**
 * What keeps a training from being as large or as short as one likes.
 *
 * @param dataMovement where moving data slows a training, and where it ends it
 * @param criticalBatch the batch beyond which more at once helps little, and so the least time
 */
public record TrainingLimits(Optional<Walls> dataMovement, Optional<Batch> criticalBatch) {

    /**
     * Walls of data movement for trainings of three months on chips of the H100's time (Erdil and Schneider-Joseph 2024, arXiv
     * 2411.01137).
     *
     * @param slows the compute beyond which utilisation falls
     * @param ends the compute beyond which latency makes a training impossible
     */
    public record Walls(
            @Otherwise(
                    value = "2e28 FLOP",
                    because =
                            "Erdil and Schneider-Joseph 2024, arXiv 2411.01137: about 1e28 in the abstract, 2e28 in the post")
            @In("FLOP")
            Input slows,

            @Otherwise(
                    value = "2e31 FLOP",
                    because =
                            "Erdil and Schneider-Joseph 2024, arXiv 2411.01137: about 1e31 in the abstract, 2e31 in the post")
            @In("FLOP")
            Input ends) {
        private Figure within(Chain chain, Figure compute, Place place) {
            double flop = compute.central("FLOP").base();
            Figure most = chain.input(ends, "");
            double soft = chain.look(slows);
            if (flop > soft) {
                boolean hard = flop > most.central("FLOP").base();
                chain.warn(
                        "data-movement-binds",
                        place,
                        "training.compute is %s times the %s FLOP %s (%s)"
                                .formatted(
                                        NumberText.rounded(
                                                flop
                                                        / (hard
                                                                ? most.central("FLOP")
                                                                        .base()
                                                                : soft),
                                                3),
                                        NumberText.rounded(
                                                hard ? most.central("FLOP").base() : soft, 3),
                                        hard
                                                ? "beyond which no training of three months is possible: the model is sized for these"
                                                : "beyond which moving data slows a training of three months",
                                        "Erdil and Schneider-Joseph 2024, arXiv 2411.01137"));
            }
            return compute.min(most).as(TrainingFigures.FEASIBLE_COMPUTE, "", "FLOP");
        }
    }

    /**
     * The critical batch size and the time that it leaves.
     *
     * <pre>
     * B = x c D^e,  steps = D / B,  least time = steps * time of a step
     * </pre>
     *
     * @param stepTime the time of a step, however large its batch
     * @param coefficient c, in token
     * @param exponent e
     * @param times x, the batch over the critical one
     */
    public record Batch(
            @In("s") Input stepTime,

            @Otherwise(
                    value = "0.58 token",
                    because = "Step Law, arXiv 2503.04715: the best batch is 0.58 D^0.571 tokens")
            @In("token")
            Input coefficient,

            @Otherwise(value = "0.571", because = "Step Law, arXiv 2503.04715") @In("1")
            Input exponent,

            @Otherwise(value = "1", because = "no more than the critical batch") @In("1")
            Input times) {
        private void apply(Chain chain, ComputeOptimal sized, Optional<Figure> duration) {
            Figure batch = chain.input(times, "x")
                    .times(chain.input(coefficient, "c"))
                    .times(sized.tokens().over(CountedUnits.token(chain)).power(chain.input(exponent, "e")))
                    .as(TrainingFigures.CRITICAL_BATCH, "B", "token");
            Figure steps = sized.tokens().over(batch).as(TrainingFigures.STEPS, "", "1");
            Figure least = steps.times(chain.input(stepTime, "t")).as(TrainingFigures.LEAST_DURATION, "", "day");
            duration.filter(time ->
                            time.central("day").base() < least.central("day").base())
                    .ifPresent(time -> chain.warn(
                            "critical-batch-binds",
                            stepTime.place(),
                            "the training takes %s days at the critical batch, and training.duration is %s"
                                    .formatted(
                                            NumberText.rounded(
                                                    least.central("day").value(), 4),
                                            NumberText.rounded(
                                                    time.central("day").value(), 4))));
        }
    }

    /** The compute that the walls leave. */
    Figure within(Chain chain, Figure compute, Place place) {
        return dataMovement.map(walls -> walls.within(chain, compute, place)).orElse(compute);
    }

    /** The least time of a training; recorded. */
    void check(Chain chain, ComputeOptimal sized, Optional<Figure> duration) {
        criticalBatch.ifPresent(batch -> batch.apply(chain, sized, duration));
    }
}
