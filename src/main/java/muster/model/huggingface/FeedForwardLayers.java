package muster.model.huggingface;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import muster.model.layer.FeedForward;
import muster.model.layer.FeedForward.Dense;
import muster.model.layer.FeedForward.Experts;

/**
 * Dense layers and experts, as most kinds of models have them: by the widths, the number of experts and the layers that have them
 * in the file. No experts, or a number of them that is 0, makes a layer dense.
 *
 * @param gated whether blocks have three matrices
 * @param fold how many times the width of the model a block is that has no width of its own; 0 where it must have one
 * @param biases whether matrices have biases
 * @param routerBias whether routers have one
 * @param sharedGate whether shared experts have a gate
 * @param shared shared experts that the kind has without saying so
 */
record FeedForwardLayers(
        boolean gated,
        int fold,
        Predicate<HubConfig> biases,
        Predicate<HubConfig> routerBias,
        boolean sharedGate,
        int shared)
        implements LayerReader<FeedForward> {
    private static final String[] EXPERT_WIDTH = {"moe_intermediate_size", "expert_ffn_hidden_size"};
    private static final String[] SHARED_WIDTH = {
        "shared_expert_intermediate_size",
        "moe_shared_expert_intermediate_size",
        "shared_intermediate_size",
        "share_expert_dim"
    };
    private static final String[] DENSE_WIDTH = {"intermediate_size_mlp", "dense_intermediate_size"};

    /** Three matrices a block, without biases. */
    static FeedForwardLayers plain() {
        return new FeedForwardLayers(true, 0, config -> false, config -> false, false, 0);
    }

    /** Two matrices a block. */
    static FeedForwardLayers ungated() {
        return new FeedForwardLayers(false, 0, config -> false, config -> false, false, 0);
    }

    /** So many times the width of the model, unless the file says otherwise. */
    FeedForwardLayers fold(int times) {
        return new FeedForwardLayers(gated, times, biases, routerBias, sharedGate, shared);
    }

    FeedForwardLayers biased() {
        return new FeedForwardLayers(gated, fold, config -> true, routerBias, sharedGate, shared);
    }

    FeedForwardLayers biasedBy(boolean otherwise, String... keys) {
        return new FeedForwardLayers(
                gated, fold, config -> config.truth(otherwise, keys), routerBias, sharedGate, shared);
    }

    FeedForwardLayers withRouterBias() {
        return routerBias(config -> true);
    }

    FeedForwardLayers routerBias(Predicate<HubConfig> some) {
        return new FeedForwardLayers(gated, fold, biases, some, sharedGate, shared);
    }

    FeedForwardLayers withSharedGate() {
        return new FeedForwardLayers(gated, fold, biases, routerBias, true, shared);
    }

    FeedForwardLayers shared(int experts) {
        return new FeedForwardLayers(gated, fold, biases, routerBias, sharedGate, experts);
    }

    @Override
    public List<FeedForward> of(HubConfig config, int layer) {
        int experts = config.at(layer, HubConfig.EXPERTS).orElse(0);
        return List.of(
                experts > 0 && RoutedLayers.has(config, layer)
                        ? experts(config, layer, experts)
                        : dense(config, layer));
    }

    /** A block without experts. */
    FeedForward dense(HubConfig config, int layer) {
        int width = config.optional(DENSE_WIDTH)
                .or(() -> config.at(layer, HubConfig.INNER))
                .orElseGet(() -> folded(config));
        return new Dense(width, gated, biases.test(config));
    }

    private int folded(HubConfig config) {
        return fold == 0 ? config.count(HubConfig.INNER) : config.count(fold, "expansion_ratio") * config.width();
    }

    /** A block of so many experts. */
    FeedForward experts(HubConfig config, int layer, int experts) {
        int width = config.at(layer, EXPERT_WIDTH)
                .orElseGet(() -> config.at(layer, HubConfig.INNER).orElseGet(() -> config.count(HubConfig.INNER)));
        int others = config.at(layer, HubConfig.SHARED).orElse(shared);
        Optional<Integer> wide = config.optional(SHARED_WIDTH).filter(size -> size > 0);
        return new Experts(
                experts,
                config.at(layer, HubConfig.ACTIVE).orElseGet(() -> config.count(HubConfig.ACTIVE)),
                width,
                wide.isPresent() ? Math.max(1, others) : others,
                0,
                0,
                gated,
                biases.test(config),
                routerBias.test(config),
                sharedGate,
                wide.filter(size -> size != width).orElse(0),
                config.count(0, "routed_expert_hidden_size", "moe_latent_size"),
                config.count(0, "zero_expert_num"));
    }
}
