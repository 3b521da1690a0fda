package muster.inference.replica;

import muster.inference.step.Deployment;
import muster.inference.step.RequestTokens;
import muster.inference.step.Speculation;
import muster.inference.step.TimeBreakdown;
import muster.inference.step.TimeModel;
import muster.model.Shape;

/**
 * Bounds of whole steps on the same inputs: no operators, no links.
 *
 * @param setup the model on the chip
 * @param rule which bound
 */
public record RooflineBound(ModelOnChip setup, Rule rule) implements TimeModel {
    private static final double REDUCE_HOP_SECONDS = 2e-6;
    private static final double REDUCE_START_SECONDS = 6e-6;

    /** The bounds. */
    public enum Rule {
        /**
         * Erdil 2025, section 2.2: {@code 4 L (2 us max(sqrt n - 1, 0) + 6 us) + max(w N/(n W), 2 N B/(n P))}; four all-reduces
         * a layer.
         */
        ERDIL_SIMPLE,
        /**
         * "How to scale your model" (jax-ml/scaling-book), chapter on inference: {@code B cache/(n W) + max(2 B N/(n P),
         * w N/(n W))}.
         */
        SCALING_BOOK,
        /** Arithmetic alone: {@code 2 N B/(n P)}. */
        FLOP_RULE
    }

    @Override
    public double decode(Deployment deployment, RequestTokens context, Speculation speculation, TimeBreakdown causes) {
        double sequences = deployment.batch() * deployment.data();
        double prompt = deployment.disaggregated() ? 0 : sequences * context.computedTokens() / context.outputTokens();
        return step(
                (double) deployment.tensor() * deployment.data(),
                sequences,
                sequences * (1 + speculation.draftTokens()) + prompt,
                context.meanTokens(),
                causes);
    }

    @Override
    public double prefill(Deployment deployment, double promptTokens, TimeBreakdown causes) {
        return step((double) deployment.tensor() * deployment.data(), 0, promptTokens, promptTokens, causes);
    }

    /**
     * The bound of the scaling book on a step, in seconds.
     *
     * @param cacheBytes of all sequences
     * @param weightBytes of the model
     * @param flop of all sequences, without attention
     * @param bytesPerSecond memory bandwidth of all chips
     * @param flopPerSecond dense rate of all chips
     */
    public static double scalingBook(
            double cacheBytes, double weightBytes, double flop, double bytesPerSecond, double flopPerSecond) {
        return cacheBytes / bytesPerSecond + Math.max(flop / flopPerSecond, weightBytes / bytesPerSecond);
    }

    /**
     * The time of a step, in seconds.
     *
     * @param chips chips that share the weights, n
     * @param sequences whose cache is read, B
     * @param tokens that are multiplied with the active parameters
     * @param contextTokens tokens that each sequence looks at
     * @param causes where the time goes; cleared first
     */
    public double step(double chips, double sequences, double tokens, double contextTokens, TimeBreakdown causes) {
        causes.clear();
        Shape shape = setup.shape();
        double bandwidth = chips * setup.machine().bandwidthBytesPerSecond();
        double arithmetic = 2
                * tokens
                * shape.activeParameters()
                / (chips * setup.formats().feedForward().flopPerSecond());
        double weights = rule == Rule.FLOP_RULE ? 0 : setup.memory().modelBytes() / bandwidth;
        if (arithmetic >= weights) {
            causes.compute(arithmetic);
        } else {
            causes.weights(weights);
        }
        if (rule == Rule.SCALING_BOOK) {
            causes.cache(sequences
                    * shape.kvElements(contextTokens)
                    * setup.formats().cacheBytes()
                    / bandwidth);
        }
        if (rule == Rule.ERDIL_SIMPLE) {
            double reduce = REDUCE_HOP_SECONDS * Math.max(Math.sqrt(chips) - 1, 0) + REDUCE_START_SECONDS;
            causes.collectives(4.0 * shape.layers() * reduce);
        }
        return causes.seconds();
    }
}
