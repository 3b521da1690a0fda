package muster.model.huggingface;

import java.util.List;
import java.util.Optional;
import muster.document.yaml.Text;
import muster.model.layer.FeedForward;
import muster.model.layer.FeedForward.Dense;
import muster.model.layer.FeedForward.Experts;

/** Feed-forward layers that are not all alike, or that stand elsewhere in the file. */
final class VariedBlocks {
    private static final FeedForwardLayers PLAIN = FeedForwardLayers.plain();

    private VariedBlocks() {}

    /** Models of states alone. */
    static List<FeedForward> none(HubConfig config, int layer) {
        return List.of();
    }

    /** Nemotron-H: in the layers whose letter is a dash or E. */
    static List<FeedForward> nemotron(HubConfig config, int layer) {
        FeedForwardLayers blocks =
                FeedForwardLayers.ungated().biasedBy(false, "mlp_bias").withRouterBias();
        return switch (RecurrentLayers.letter(config, layer)) {
            case '-' -> List.of(blocks.dense(config, layer));
            case 'E' -> List.of(blocks.experts(config, layer, config.count(HubConfig.EXPERTS)));
            default -> List.of();
        };
    }

    /** Models of a search over architectures: each layer has a width of its own, or none. */
    static List<FeedForward> searched(HubConfig config, int layer) {
        List<HubConfig> blocks = config.parts("block_configs");
        return layer >= blocks.size()
                ? List.of()
                : blocks.get(layer)
                        .part("ffn")
                        .filter(part -> !part.truth(false, "no_op") && !part.truth(false, "replace_with_linear"))
                        .<List<FeedForward>>map(part -> List.of(new Dense(multiple(config, part), true, false)))
                        .orElse(List.of());
    }

    // Two thirds of a multiple of the width, up to the next 256.
    private static int multiple(HubConfig config, HubConfig part) {
        double times = part.word("ffn_mult")
                .map(Text::value)
                .filter(word -> word.matches("\\d{1,6}(\\.\\d{1,15})?"))
                .map(Double::valueOf)
                .orElse(0.0);
        int width = (int) (2 * times * config.width() / 3);
        return (width + 255) / 256 * 256;
    }

    /** Gemma 4: twice as wide where the cache is shared, or experts beside a dense block. */
    static List<FeedForward> gemma(HubConfig config, int layer) {
        int width = config.at(layer, HubConfig.INNER).orElseGet(() -> config.count(HubConfig.INNER));
        int shared = config.count(0, "num_kv_shared_layers");
        boolean wide = config.truth(false, "use_double_wide_mlp")
                && shared > 0
                && layer >= config.count(HubConfig.LAYERS) - shared;
        if (!config.truth(false, "enable_moe_block")) {
            return List.of(new Dense(wide ? 2 * width : width, true, false));
        }
        return List.of(new Experts(
                config.count(HubConfig.EXPERTS),
                config.count(HubConfig.ACTIVE),
                config.count("moe_intermediate_size", "expert_intermediate_size"),
                1,
                0,
                0,
                true,
                false,
                false,
                false,
                width,
                0,
                0));
    }

    /** LongCat-Flash: two dense blocks beside the experts of a layer. */
    static List<FeedForward> longCat(HubConfig config, int layer) {
        return List.of(new Experts(
                config.count(HubConfig.EXPERTS),
                config.count(HubConfig.ACTIVE),
                config.count("expert_ffn_hidden_size"),
                2,
                0,
                0,
                true,
                false,
                true,
                false,
                config.count("ffn_hidden_size"),
                0,
                config.count(0, "zero_expert_num")));
    }

    /** DBRX: in a part of the file. */
    static List<FeedForward> dbrx(HubConfig config, int layer) {
        Optional<HubConfig> part = config.part("ffn_config");
        return part.isEmpty()
                ? PLAIN.of(config, layer)
                : List.of(new Experts(
                        part.get().count("moe_num_experts"),
                        part.get().count("moe_top_k"),
                        part.get().count("ffn_hidden_size"),
                        0,
                        0,
                        0,
                        true,
                        false,
                        false,
                        false));
    }

    /** Granite 4: without experts its block is what is shared else. */
    static List<FeedForward> granite(HubConfig config, int layer) {
        return config.count(0, HubConfig.EXPERTS) > 0
                ? PLAIN.of(config, layer)
                : List.of(new Dense(config.count("shared_intermediate_size", "intermediate_size"), true, false));
    }

    /** Hunyuan: a single expert is a dense layer. */
    static List<FeedForward> hunyuan(HubConfig config, int layer) {
        return config.at(layer, HubConfig.EXPERTS).orElse(0) > 1
                ? PLAIN.of(config, layer)
                : List.of(PLAIN.dense(config, layer));
    }

    /** Qwen: its key counts both halves of the gated pair. */
    static List<FeedForward> qwen(HubConfig config, int layer) {
        return List.of(new Dense(config.count(HubConfig.INNER) / 2, true, false));
    }
}
