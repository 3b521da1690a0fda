package muster.model.huggingface;

import java.util.List;
import java.util.Optional;
import muster.document.yaml.Text;
import muster.model.layer.Attention.Latent;
import muster.model.layer.CompressedAttention;
import muster.model.layer.Mixer;
import muster.model.layer.TokenIndex;

/** Layers that look at one compressed vector for each token, as those of DeepSeek. */
final class LatentLayers {
    // Runs of fewer tokens overlap, and an index chooses among them.
    private static final int LONG_RUN = 128;

    private LatentLayers() {}

    /** A latent layer, with an index where the file has one. */
    static List<Mixer> latent(HubConfig config, int layer) {
        return List.of(latent(config, config.truth(false, "mla_use_output_gate"), index(config, layer)));
    }

    /** Two to a layer (LongCat-Flash). */
    static List<Mixer> twice(HubConfig config, int layer) {
        Mixer one = latent(config, false, Optional.empty());
        return List.of(one, one);
    }

    private static Latent latent(HubConfig config, boolean gated, Optional<TokenIndex> index) {
        int heads = config.heads();
        return new Latent(
                heads,
                config.count(0, "q_lora_rank"),
                config.count("kv_lora_rank"),
                config.count("qk_rope_head_dim"),
                config.count("qk_nope_head_dim"),
                config.optional("v_head_dim").orElseGet(() -> config.width() / Math.max(1, heads)),
                gated,
                index);
    }

    // A layer may take the choice of an earlier one (GLM-5.2), and then runs no scorer.
    private static Optional<TokenIndex> index(HubConfig config, int layer) {
        List<Text> types = config.words("indexer_types");
        boolean own = layer >= types.size() || types.get(layer).value().equals("full");
        return config.optional("index_topk")
                .map(top -> new TokenIndex(
                        own ? config.count("index_n_heads") : 0,
                        own ? config.count("index_head_dim") : 0,
                        top,
                        0,
                        true));
    }

    /** A window and a compressed memory (DeepSeek V4), by the length of the runs of each layer. */
    static List<Mixer> compressed(HubConfig config, int layer) {
        int run = config.at(layer, "compress_ratios").orElse(0);
        return List.of(new CompressedAttention(
                config.heads(),
                config.count(HubConfig.HEAD_DIM),
                config.count("q_lora_rank"),
                config.count("o_groups"),
                config.count("o_lora_rank"),
                config.count("sliding_window"),
                run,
                run > 0 && run < LONG_RUN ? index(config, layer) : Optional.empty()));
    }
}
