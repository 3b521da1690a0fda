package muster.model.huggingface;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import muster.model.layer.Attention.Biases;
import muster.model.layer.Attention.Grouped;
import muster.model.layer.Attention.HeadNorm;
import muster.model.layer.Mixer;

/**
 * Layers of heads in groups, as most kinds of models have them.
 *
 * @param biases which projections have biases
 * @param norm what norms of queries and keys span
 * @param sinks whether heads have sinks
 * @param gated whether the output has a gate
 * @param windows how many tokens each layer looks at
 */
record GroupedLayers(
        Function<HubConfig, Biases> biases,
        Function<HubConfig, HeadNorm> norm,
        boolean sinks,
        Predicate<HubConfig> gated,
        Windows windows)
        implements LayerReader<Mixer> {

    /** Without biases, norms, sinks, gates and windows. */
    static GroupedLayers plain() {
        return new GroupedLayers(
                config -> Biases.NONE, config -> HeadNorm.NONE, false, config -> false, Windows.none());
    }

    GroupedLayers biases(Biases all) {
        return biases(config -> all);
    }

    GroupedLayers biases(Function<HubConfig, Biases> some) {
        return new GroupedLayers(some, norm, sinks, gated, windows);
    }

    /** Biases where the file says so by a key. */
    GroupedLayers biasesBy(Biases some, boolean otherwise, String... keys) {
        return biases(config -> config.truth(otherwise, keys) ? some : Biases.NONE);
    }

    GroupedLayers norm(HeadNorm all) {
        return norm(config -> all);
    }

    GroupedLayers norm(Function<HubConfig, HeadNorm> some) {
        return new GroupedLayers(biases, some, sinks, gated, windows);
    }

    /** Norms where the file says so. */
    GroupedLayers normBy(HeadNorm some, boolean otherwise, String... keys) {
        return norm(config -> config.truth(otherwise, keys) ? some : HeadNorm.NONE);
    }

    GroupedLayers withSinks() {
        return new GroupedLayers(biases, norm, true, gated, windows);
    }

    GroupedLayers gated(boolean otherwise, String key) {
        return new GroupedLayers(biases, norm, sinks, config -> config.truth(otherwise, key), windows);
    }

    GroupedLayers windows(Windows some) {
        return new GroupedLayers(biases, norm, sinks, gated, some);
    }

    @Override
    public List<Mixer> of(HubConfig config, int layer) {
        return List.of(heads(config, config.heads(), config.kvHeads(), config.headDim(), windows.of(config, layer)));
    }

    /** A layer of these conventions with other heads. */
    Grouped heads(HubConfig config, int heads, int kvHeads, int headDim, int window) {
        return new Grouped(
                heads,
                kvHeads,
                headDim,
                biases.apply(config),
                norm.apply(config),
                sinks,
                gated.test(config),
                0,
                window,
                false,
                false,
                Optional.empty(),
                Optional.empty());
    }
}
