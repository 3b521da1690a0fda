package muster.model.huggingface;

import muster.model.layer.Attention.Biases;
import muster.model.layer.Attention.HeadNorm;

/** A kind of model that is not known, by the keys that most kinds have: rough, since what a file does not write is not counted. */
final class RoughCount {
    private RoughCount() {}

    /** The conventions of most models of late: gated blocks, heads in groups or latent ones by their keys. */
    static ModelKind of(HubConfig config) {
        GroupedLayers heads = GroupedLayers.plain()
                .biasesBy(Biases.ALL, false, "attention_bias")
                .normBy(HeadNorm.HEAD, false, "use_qk_norm")
                .windows(Windows.listedOr(Windows.none()));
        return config.has("kv_lora_rank", "qk_rope_head_dim")
                ? ModelKind.of(LatentLayers::latent, FeedForwardLayers.plain())
                : ModelKind.of(heads, FeedForwardLayers.plain());
    }
}
