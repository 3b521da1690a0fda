package muster.inference.replica;

import muster.inference.step.Deployment;
import muster.inference.step.ModelFormats;
import muster.inference.step.RequestTokens;
import muster.inference.step.Sharding;
import muster.model.Shape;

/**
 * What a deployment holds in the memory of a chip: its part of the weights, and the KV cache of its sequences at their full
 * length.
 *
 * <pre>
 * weights = (attention a/t + dense f/t + experts f/(ep mt) + 2 embeddings/t)/stages
 * cache   = B * bytes of a sequence * share of a chip
 * </pre>
 *
 * <p>with a and f bytes per parameter. A stage holds its layers of the sequences of all stages, so stages do not divide the
 * cache.
 *
 * @param shape the model
 * @param formats its number formats
 * @param usableBytes what can be filled, per chip
 */
public record MemoryFootprint(Shape shape, ModelFormats formats, double usableBytes) {

    /** Bytes of all weights of one replica, held once. */
    public double modelBytes() {
        return weightBytes(Deployment.tensor(1, 1));
    }

    /** Bytes of weights on each chip. */
    public double weightBytes(Deployment deployment) {
        double routed = shape.routedParameters();
        double attention = shape.attention().parameters(shape.layers(), shape.width());
        double dense = shape.feedForward().parameters(shape.layers(), shape.width()) - routed;
        double embeddings = shape.embedding() * (shape.tiedEmbeddings() ? 1 : 2) + shape.layerEmbeddings();
        double shared = attention * formats.attention().weightBytes()
                + dense * formats.feedForward().weightBytes()
                + embeddings * formats.wide().weightBytes();
        double spread = routed * formats.feedForward().weightBytes();
        return (shared / deployment.tensor() + spread / deployment.expert() / deployment.expertTensor())
                / deployment.stages();
    }

    /**
     * The largest batch that fits, 0 where the weights alone do not.
     *
     * @param deployment how the replica is parallelised; its own batch does not count
     * @param domainChips chips of a scale-up domain
     * @param context the lengths of requests
     */
    public double largestBatch(Deployment deployment, int domainChips, RequestTokens context) {
        double free = usableBytes - weightBytes(deployment);
        if (free <= 0) {
            return 0;
        }
        Sharding cut = Sharding.of(deployment, domainChips);
        double onChip = free / cut.keptBytes(shape, context.mostTokens(), formats.cacheBytes());
        return onChip < 1 ? 0 : onChip * cut.parts();
    }
}
