package muster.inference.replica;

import muster.inference.step.Deployment;
import muster.inference.step.Machine;
import muster.inference.step.RequestTokens;
import muster.inference.step.Speculation;
import muster.inference.step.TimeBreakdown;
import muster.inference.step.TimeModel;
import muster.model.Shape;
import muster.model.layer.Attention;
import muster.model.layer.FeedForward;
import muster.model.layer.Mixer;

/**
 * The model of Erdil 2025, "Inference economics of language models" (arXiv 2506.04645), section 3.5 with the sharding of its
 * notebook: matrices sharded in two dimensions over the square root of the chips, or one way; the better counts.
 *
 * <pre>
 * step = 4 L t_launch + L sum over all-reduces of all-reduce(R ranks, K nodes, V bytes) + max(bytes/(n W), flop/(n P))
 * all-reduce = least over NCCL's protocols of latency + V/R (K max(0, R/K - 1)/(f Bi) + (K - 1)/(f Bo))
 * </pre>
 *
 * <p>Every bandwidth and rate is reached in full. Activations and cache take 16 bits. Latent attention is not in the model; its
 * heads are taken as they are.
 *
 * @param shape the model
 * @param weightBytes bytes of a weight
 * @param flopPerSecond dense rate per chip at the format of the weights
 * @param machine the chip
 */
public record Erdil(Shape shape, double weightBytes, double flopPerSecond, Machine machine) implements TimeModel {
    private static final double LAUNCH_SECONDS = 4e-6;
    private static final double ACTIVATION_BYTES = 2;
    private static final double CACHE_BYTES = 2;
    private static final double LOG_2 = Math.log(2);

    // NCCL: latency of a hop inside a node, between nodes, and of a start, in seconds; and the part of the bandwidth it
    // reaches.
    private enum Protocol {
        LL(0.6e-6, 5e-6, 6.8e-6, 0.5),
        LL128(1.25e-6, 8.5e-6, 14e-6, 0.95),
        SIMPLE(28e-6, 28e-6, 0, 1);

        private final double inside;
        private final double across;
        private final double start;
        private final double reached;

        Protocol(double inside, double across, double start, double reached) {
            this.inside = inside;
            this.across = across;
            this.start = start;
            this.reached = reached;
        }

        double latency(double ranks, double nodes) {
            return 2 * ((ranks / nodes - 1) * inside + across * Math.log(nodes) / LOG_2) + start;
        }
    }

    /** The model for a model on a chip. */
    public static Erdil of(ModelOnChip setup) {
        return new Erdil(
                setup.shape(),
                setup.formats().feedForward().weightBytes(),
                setup.formats().feedForward().flopPerSecond(),
                setup.machine());
    }

    @Override
    public double decode(Deployment deployment, RequestTokens context, Speculation speculation, TimeBreakdown causes) {
        double chips = deployment.chips();
        double sequences = deployment.sequences();
        double prompt = deployment.disaggregated() ? 0 : sequences * context.computedTokens() / context.outputTokens();
        return step(
                chips,
                sequences,
                (sequences * (1 + speculation.draftTokens()) + prompt) / sequences,
                deployment.stages(),
                context.meanTokens(),
                causes);
    }

    @Override
    public double prefill(Deployment deployment, double promptTokens, TimeBreakdown causes) {
        return step(deployment.chips(), 1, promptTokens, 1, promptTokens / 2, causes);
    }

    /**
     * The time of a step, in seconds.
     *
     * @param chips chips of the replica, n; any number
     * @param sequences sequences that are generated at once; any number
     * @param tokensPerSequence tokens of each that a step takes
     * @param stages pipeline stages, each with its part of the sequences
     * @param contextTokens tokens that each sequence looks at
     * @param causes where the time goes; cleared first
     */
    public double step(
            double chips,
            double sequences,
            double tokensPerSequence,
            double stages,
            double contextTokens,
            TimeBreakdown causes) {
        double bothWays = step(chips, sequences, tokensPerSequence, stages, contextTokens, true, causes);
        double oneWay = step(chips, sequences, tokensPerSequence, stages, contextTokens, false, causes);
        return bothWays < oneWay
                ? step(chips, sequences, tokensPerSequence, stages, contextTokens, true, causes)
                : oneWay;
    }

    /** The same without where the time goes, for which the better way would be timed again. */
    double shortestStep(
            double chips,
            double sequences,
            double tokensPerSequence,
            double stages,
            double contextTokens,
            TimeBreakdown scratch) {
        return Math.min(
                step(chips, sequences, tokensPerSequence, stages, contextTokens, true, scratch),
                step(chips, sequences, tokensPerSequence, stages, contextTokens, false, scratch));
    }

    private double step(
            double chips,
            double sequences,
            double tokensPerSequence,
            double stages,
            double contextTokens,
            boolean bothWays,
            TimeBreakdown causes) {
        causes.clear();
        double tensor = chips / stages;
        double tokens = sequences * tokensPerSequence;
        double layers = shape.layers();
        causes.fixed(layers * 4 * LAUNCH_SECONDS);
        causes.collectives(
                layers * allReduces(tensor, tokens / stages, bothWays) + hops(tensor, tokens / stages, stages));
        double cache = sequences * contextTokens * shape.kvElementsPerToken() * CACHE_BYTES;
        double weights = stages * weightTraffic(tensor, tokens / stages, bothWays);
        double reading = (cache + weights) / (chips * machine.bandwidthBytesPerSecond());
        double arithmetic = tokens * flopPerToken(contextTokens) / (chips * flopPerSecond);
        if (reading >= arithmetic) {
            causes.cache(reading * cache / (cache + weights));
            causes.weights(reading * weights / (cache + weights));
        } else {
            causes.compute(arithmetic);
        }
        return causes.seconds();
    }

    /** Bytes of weights and cache, to be held by all chips. */
    public double residentBytes(double sequences, double contextTokens) {
        return shape.parameters() * weightBytes + sequences * contextTokens * shape.kvElementsPerToken() * CACHE_BYTES;
    }

    // The notebook counts the input embedding among the active parameters.
    private double flopPerToken(double contextTokens) {
        double active = shape.activeParameters() + (shape.tiedEmbeddings() ? 0 : shape.embedding());
        return 2 * active + shape.attention().decodeFlop(shape.layers(), contextTokens);
    }

    private double allReduces(double tensor, double tokens, boolean bothWays) {
        double ranks = bothWays ? Math.sqrt(tensor) : tensor;
        double nodes = Math.ceil(tensor / machine.domainChips());
        double across = bothWays ? Math.sqrt(nodes) : nodes;
        double bytes = tokens * ACTIVATION_BYTES * ranks / tensor;
        double visited = activated();
        double out = allReduce(ranks, across, bytes * shape.width())
                + allReduce(ranks, across, bytes * visited * shape.width());
        return bothWays
                ? out
                        + allReduce(ranks, across, bytes * projections())
                        + allReduce(ranks, across, bytes * visited * (matrices() - 1) * inner())
                : out;
    }

    private double allReduce(double ranks, double nodes, double bytes) {
        if (ranks <= 1) {
            return 0;
        }
        double inside = machine.linkBytesPerSecond() / 2;
        double between = machine.networkBytesPerSecond() / 2;
        double least = Double.POSITIVE_INFINITY;
        for (Protocol protocol : Protocol.values()) {
            double moved = bytes
                    / ranks
                    / protocol.reached
                    * (nodes * Math.max(0, ranks / nodes - 1) / inside + (nodes > 1 ? (nodes - 1) / between : 0));
            least = Math.min(least, protocol.latency(ranks, nodes) + moved);
        }
        return least;
    }

    // Between two chips of different nodes; only one way, so half of the time of the bytes.
    private double hops(double tensor, double tokens, double stages) {
        double bytes = tokens * shape.width() * ACTIVATION_BYTES / tensor;
        double rate = machine.networkBytesPerSecond() / 2;
        double one = Double.POSITIVE_INFINITY;
        for (Protocol protocol : Protocol.values()) {
            one = Math.min(one, protocol.across + protocol.start + bytes / 4 / (protocol.reached * rate));
        }
        return stages > 1 ? (stages - 1) * one : 0;
    }

    // Weights once, and activations as often as the sharding of a matrix makes chips read them.
    private double weightTraffic(double tensor, double tokens, boolean bothWays) {
        double width = shape.width();
        double perExpert = tokens * activated() / experts();
        double used = 1 - Math.pow(1 - activated() / experts(), tokens);
        double in = bothWays ? Math.sqrt(tensor) : tensor;
        double out = tensor / in;
        return shape.layers()
                        * (used * experts() * matrices() * traffic(width, inner(), perExpert, in, out)
                                + traffic(projections(), width, tokens, in, out)
                                + traffic(width, headWidth() * shape.attention().heads(), tokens, in, out))
                + weightBytes * shape.embedding();
    }

    // Chips that share a matrix one way each read the whole input; both ways, each reads its part of input and output.
    private double traffic(double outputs, double inputs, double tokens, double readIn, double readOut) {
        return outputs * inputs * weightBytes + (readIn * inputs + readOut * outputs) * tokens * ACTIVATION_BYTES;
    }

    private double projections() {
        return shape.attention() instanceof Attention.Grouped grouped
                ? grouped.headDim() * (grouped.heads() + 2.0 * grouped.kvHeads())
                : headWidth() * shape.attention().heads();
    }

    private double headWidth() {
        Mixer mixer = shape.attention().groups(shape.layers()).get(0).mixer();
        return mixer instanceof Attention.Grouped grouped
                ? grouped.headDim()
                : mixer instanceof Attention.Latent latent
                        ? latent.valueDim()
                        : mixer.parameters(shape.width())
                                / (4.0 * shape.width() * shape.attention().heads());
    }

    private double experts() {
        return shape.experts().map(FeedForward.Experts::experts).orElse(1);
    }

    private double activated() {
        return shape.experts().map(FeedForward.Experts::activated).orElse(1.0);
    }

    private double inner() {
        return shape.experts().map(FeedForward.Experts::width).orElseGet(() -> dense().width());
    }

    private double matrices() {
        return shape.experts().map(FeedForward.Experts::gated).orElseGet(() -> dense().gated()) ? 3 : 2;
    }

    private FeedForward.Dense dense() {
        return (FeedForward.Dense)
                shape.feedForward().groups(shape.layers()).get(0).block();
    }
}
