package muster.model.huggingface;

import muster.model.layer.Attention.Biases;
import muster.model.layer.Attention.HeadNorm;
import muster.model.layer.Mixer;

/** Kinds of models without experts, whose layers are alike but for windows. */
final class DenseKinds {
    private DenseKinds() {}

    static void list(KindTable kinds) {
        plain(kinds);
        windowed(kinds);
        layerNormed(kinds);
    }

    private static GroupedLayers heads() {
        return GroupedLayers.plain();
    }

    private static GroupedLayers stated() {
        return heads().biasesBy(Biases.ALL, false, "attention_bias");
    }

    private static FeedForwardLayers blocks() {
        return FeedForwardLayers.plain();
    }

    private static ModelKind dense(LayerReader<Mixer> mixers) {
        return ModelKind.of(mixers, blocks());
    }

    // Like Llama.
    private static void plain(KindTable kinds) {
        kinds.put(
                ModelKind.of(stated(), blocks().biasedBy(false, "mlp_bias")),
                "llama",
                "granite",
                "smollm3",
                "helium",
                "ernie4_5",
                "minicpm");
        kinds.put(dense(heads()), "baichuan", "exaone", "internlm2", "ministral3");
        kinds.put(dense(heads().biasesBy(Biases.ALL, true, "bias")), "internlm");
        kinds.put(dense(heads().biasesBy(Biases.QKV, false, "qkv_bias")), "internlm3");
        kinds.put(dense(heads().biasesBy(Biases.QKV, true, "attention_bias")), "seed_oss", "mimo", "glm");
        kinds.put(dense(heads().biasesBy(Biases.QKV, true, "attention_bias")).norms(4), "glm4", "glm4v");
        kinds.put(ModelKind.of(stated(), FeedForwardLayers.ungated()), "arcee");
        kinds.put(ModelKind.of(stated().norm(HeadNorm.HEAD), FeedForwardLayers.ungated()), "apertus");
        kinds.put(dense(stated().normBy(HeadNorm.HEAD, true, "use_qk_norm")), "hunyuan_v1_dense");
        kinds.put(dense(MixedLayers::chatGlm), "chatglm");
        kinds.put(ModelKind.of(heads().biases(Biases.QKV), VariedBlocks::qwen), "qwen");
        kinds.put(dense(stated()).norms(0), "olmo");
        kinds.put(dense(stated().norm(HeadNorm.ALL_HEADS)), "olmo2");
        kinds.put(ModelKind.of(MixedLayers::searched, VariedBlocks::searched), "nemotron-nas", "deci");
    }

    private static void windowed(KindTable kinds) {
        kinds.put(dense(heads().windows(Windows.all())), "mistral", "ministral", "phi3", "phi4mm", "phi3_v");
        kinds.put(
                dense(heads().biases(Biases.QKV).windows(Windows.switched())),
                "qwen2",
                "qwen2_vl",
                "qwen2_5_vl",
                "qwen2_5_omni",
                "qwen2_audio");
        kinds.put(dense(stated().norm(HeadNorm.HEAD).windows(Windows.switched())), "qwen3", "qwen3_vl");
        kinds.put(dense(stated()), "gemma");
        kinds.put(dense(stated().windows(Windows.everySecond())).norms(4), "gemma2");
        kinds.put(
                dense(stated().norm(HeadNorm.HEAD).windows(Windows.allBut(6, "sliding_window_pattern")))
                        .norms(4),
                "gemma3");
        kinds.put(
                dense(stated().normBy(HeadNorm.ALL_HEADS, false, "use_qk_norm")).norms(1), "cohere");
        kinds.put(
                dense(stated().windows(Windows.allBut(4, "sliding_window_pattern")))
                        .norms(1),
                "cohere2");
        kinds.put(dense(stated().norm(HeadNorm.ALL_HEADS).windows(Windows.allBut(4))), "olmo3");
        kinds.put(dense(heads().norm(HeadNorm.HEAD).windows(Windows.allBut(4, "sliding_window_pattern"))), "exaone4");
    }

    private static void layerNormed(KindTable kinds) {
        FeedForwardLayers fourfold = FeedForwardLayers.ungated().fold(4);
        GroupedLayers biased = heads().biases(Biases.ALL);
        kinds.put(ModelKind.of(biased, fourfold.biased()).layerNorm().learns("n_positions", 0), "gpt2");
        kinds.put(
                ModelKind.of(MixedLayers::bigCode, fourfold.biased())
                        .layerNorm()
                        .learns("n_positions", 0),
                "gpt_bigcode");
        kinds.put(ModelKind.of(biased, fourfold.biased()).layerNorm().learns("max_position_embeddings", 2), "opt");
        kinds.put(ModelKind.of(biased, fourfold.biased()).layerNorm(), "bloom");
        kinds.put(ModelKind.of(heads(), fourfold.biased()).layerNorm().norms(1), "gptj");
        kinds.put(ModelKind.of(biased, fourfold.biased()).layerNorm().norms(1), "phi");
        kinds.put(
                ModelKind.of(heads().biasesBy(Biases.ALL, true, "attention_bias"), fourfold.biased())
                        .layerNorm(),
                "gpt_neox");
        kinds.put(
                ModelKind.of(MixedLayers::falcon, fourfold.biasedBy(false, "bias"))
                        .layerNorm(),
                "falcon");
        kinds.put(ModelKind.of(heads(), fourfold), "mpt");
        kinds.put(dense(heads()).layerNorm(), "orion");
        kinds.put(dense(heads().biasesBy(Biases.QKV, false, "use_qkv_bias")).layerNorm(), "stablelm");
        kinds.put(
                ModelKind.of(
                                heads().biasesBy(Biases.ALL, true, "use_bias").windows(Windows.all()),
                                FeedForwardLayers.ungated().biasedBy(true, "use_bias"))
                        .layerNorm(),
                "starcoder2");
        kinds.put(
                ModelKind.of(stated(), FeedForwardLayers.ungated().biasedBy(false, "mlp_bias"))
                        .layerNorm(),
                "nemotron");
    }
}
