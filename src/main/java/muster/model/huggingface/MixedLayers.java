package muster.model.huggingface;

import java.util.List;
import java.util.Optional;
import muster.document.yaml.Text;
import muster.model.layer.Attention.Biases;
import muster.model.layer.Attention.Grouped;
import muster.model.layer.Attention.HeadNorm;
import muster.model.layer.Mixer;
import muster.model.layer.TokenIndex;

/** Layers of heads in groups that are not all alike: other heads with a window, caches that are shared, blocks that are chosen. */
final class MixedLayers {
    private static final String GROUPS = "num_key_value_heads";

    private MixedLayers() {}

    /** Falcon: one key and value head for all, unless it is of the new form. */
    static List<Mixer> falcon(HubConfig config, int layer) {
        int heads = config.heads();
        boolean all = config.truth(false, "new_decoder_architecture") || !config.truth(true, "multi_query");
        return List.of(GroupedLayers.plain()
                .biasesBy(Biases.ALL, false, "bias")
                .heads(config, heads, all ? config.kvHeads() : 1, config.headDim(), 0));
    }

    /** GPT-BigCode: one key and value head for all. */
    static List<Mixer> bigCode(HubConfig config, int layer) {
        int heads = config.heads();
        int kvHeads = config.truth(true, "multi_query") ? 1 : heads;
        return List.of(GroupedLayers.plain().biases(Biases.ALL).heads(config, heads, kvHeads, config.headDim(), 0));
    }

    /** ChatGLM: its groups have a key of their own. */
    static List<Mixer> chatGlm(HubConfig config, int layer) {
        int heads = config.heads();
        int kvHeads = config.truth(false, "multi_query_attention") ? config.count("multi_query_group_num") : heads;
        return List.of(GroupedLayers.plain()
                .biasesBy(Biases.QKV, false, "add_qkv_bias")
                .heads(config, heads, kvHeads, config.headDim(), 0));
    }

    /** DBRX: they stand in a part of the file. */
    static List<Mixer> dbrx(HubConfig config, int layer) {
        int heads = config.heads();
        int kvHeads = config.part("attn_config")
                .map(part -> part.count(heads, "kv_n_heads"))
                .orElse(heads);
        return List.of(GroupedLayers.plain().heads(config, heads, kvHeads, config.headDim(), 0));
    }

    /** Gemma 3n and 4: full layers with other heads, caches that the last layers share, values that are keys. */
    static List<Mixer> gemma(HubConfig config, int layer) {
        List<Text> types = config.words("layer_types");
        boolean full = layer < types.size()
                ? Windows.FULL.contains(types.get(layer).value())
                : (layer + 1) % Math.max(1, config.count(5, "sliding_window_pattern")) == 0;
        boolean keysAreValues = full && config.truth(false, "attention_k_eq_v");
        int kvHeads = config.kvHeads();
        int first = config.count(HubConfig.LAYERS) - config.count(0, "num_kv_shared_layers");
        return List.of(new Grouped(
                config.heads(),
                keysAreValues ? config.count(kvHeads, "num_global_key_value_heads") : kvHeads,
                full ? config.count(config.headDim(), "global_head_dim") : config.headDim(),
                Biases.NONE,
                HeadNorm.HEAD,
                false,
                false,
                0,
                full ? 0 : config.count("sliding_window"),
                layer >= first,
                keysAreValues,
                Optional.empty(),
                Optional.empty()));
    }

    /** MiMo V2: layers with a window have other heads and sinks, and values are narrower than keys. */
    static List<Mixer> mimo(HubConfig config, int layer) {
        boolean window = config.at(layer, "hybrid_layer_pattern").orElse(0) == 1;
        String of = window ? "swa_" : "";
        int heads = config.count(config.heads(), of + "num_attention_heads");
        return List.of(new Grouped(
                heads,
                config.count(config.kvHeads(), of + GROUPS),
                config.count(config.headDim(), of + "head_dim"),
                Biases.NONE,
                HeadNorm.NONE,
                config.truth(window, window ? "add_swa_attention_sink_bias" : "add_full_attention_sink_bias"),
                false,
                config.count(config.headDim(), of + "v_head_dim"),
                window ? config.count("sliding_window", "sliding_window_size") : 0,
                false,
                false,
                Optional.empty(),
                Optional.empty()));
    }

    /** Step 3.5 and 3.7: layers with a window have more heads; groups are the same. */
    static List<Mixer> step(HubConfig config, int layer) {
        int window = Windows.listedOr(Windows.none()).of(config, layer);
        int heads = window == 0
                ? config.heads()
                : config.part("attention_other_setting")
                        .flatMap(other -> other.optional("num_attention_heads"))
                        .orElseGet(() -> config.count(config.heads(), "num_sliding_attention_heads"));
        int kvHeads = config.count(config.heads(), "num_attention_groups", GROUPS);
        return List.of(
                GroupedLayers.plain().norm(HeadNorm.HEAD).heads(config, heads, kvHeads, config.headDim(), window));
    }

    /** MiniMax M3: most layers choose blocks of tokens. */
    static List<Mixer> minimax(HubConfig config, int layer) {
        Optional<TokenIndex> index = config.part("sparse_attention_config")
                .filter(sparse -> sparse.at(layer, "sparse_attention_freq").orElse(1) > 0)
                .map(MixedLayers::blocks);
        return List.of(new Grouped(
                config.heads(),
                config.kvHeads(),
                config.headDim(),
                Biases.NONE,
                HeadNorm.HEAD,
                false,
                config.truth(false, "attention_output_gate"),
                0,
                0,
                false,
                false,
                index,
                Optional.empty()));
    }

    private static TokenIndex blocks(HubConfig sparse) {
        int block = sparse.count("sparse_block_size");
        return new TokenIndex(
                sparse.count("sparse_num_index_heads"),
                sparse.count("sparse_index_dim"),
                block * sparse.count("sparse_topk_blocks"),
                block * sparse.count(0, "sparse_local_block"),
                false);
    }

    /** Models of a search over architectures (Nemotron Super and Ultra of Llama): each layer has groups of its own, or no heads. */
    static List<Mixer> searched(HubConfig config, int layer) {
        List<HubConfig> blocks = config.parts("block_configs");
        if (layer >= blocks.size()) {
            return List.of();
        }
        Optional<HubConfig> attention = blocks.get(layer).part("attention");
        int heads = config.heads();
        return attention
                .filter(part -> !part.truth(false, "no_op") && !part.truth(false, "replace_with_linear"))
                .<List<Mixer>>map(part -> List.of(GroupedLayers.plain()
                        .heads(
                                config,
                                heads,
                                heads / Math.max(1, part.count("n_heads_in_group")),
                                config.headDim(),
                                0)))
                .orElse(List.of());
    }
}
