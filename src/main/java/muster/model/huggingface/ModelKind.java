package muster.model.huggingface;

import java.util.Optional;
import muster.model.layer.FeedForward;
import muster.model.layer.Mixer;

/**
 * What a kind of model does that its file does not write.
 *
 * @param mixers how its layers look at tokens
 * @param blocks what a token passes through alone in them
 * @param norms norm vectors of a layer
 * @param normBiases whether norms have biases
 * @param positions the key of the positions that are learned, where any are
 * @param morePositions positions beyond that
 */
record ModelKind(
        LayerReader<Mixer> mixers,
        LayerReader<FeedForward> blocks,
        int norms,
        boolean normBiases,
        Optional<String> positions,
        int morePositions) {

    /** With two norms a layer, without biases and learned positions. */
    static ModelKind of(LayerReader<Mixer> mixers, LayerReader<FeedForward> blocks) {
        return new ModelKind(mixers, blocks, 2, false, Optional.empty(), 0);
    }

    ModelKind norms(int perLayer) {
        return new ModelKind(mixers, blocks, perLayer, normBiases, positions, morePositions);
    }

    ModelKind layerNorm() {
        return new ModelKind(mixers, blocks, norms, true, positions, morePositions);
    }

    ModelKind learns(String key, int more) {
        return new ModelKind(mixers, blocks, norms, normBiases, Optional.of(key), more);
    }
}
