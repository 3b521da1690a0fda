package muster.model.huggingface;

import muster.document.yaml.Text;
import muster.model.layer.Attention.Biases;
import muster.model.layer.Attention.HeadNorm;
import muster.model.layer.FeedForward;
import muster.model.layer.Mixer;

/** Kinds of models with experts, and those whose layers differ in more than a window. */
final class RoutedKinds {
    private RoutedKinds() {}

    static void list(KindTable kinds) {
        routed(kinds);
        latent(kinds);
        mixed(kinds);
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

    private static void routed(KindTable kinds) {
        FeedForwardLayers biased = blocks().withRouterBias();
        kinds.put(dense(heads().windows(Windows.all())), "mixtral");
        kinds.put(dense(stated()), "granitemoe", "granitemoeshared", "deepseek", "ernie4_5_moe", "flex_olmo");
        kinds.put(dense(stated()).layerNorm(), "phimoe");
        kinds.put(dense(stated().norm(HeadNorm.ALL_HEADS)), "olmoe");
        kinds.put(
                ModelKind.of(
                        heads().biasesBy(Biases.QKV, true, "qkv_bias").windows(Windows.switched()),
                        blocks().withSharedGate()),
                "qwen2_moe");
        kinds.put(dense(stated().norm(HeadNorm.HEAD).windows(Windows.switched())), "qwen3_moe", "qwen3_vl_moe");
        kinds.put(
                ModelKind.of(
                        heads().biasesBy(Biases.QKV, false, "attention_bias")
                                .normBy(HeadNorm.HEAD, false, "use_qk_norm"),
                        biased),
                "glm4_moe",
                "glm4v_moe");
        kinds.put(ModelKind.of(stated().norm(HeadNorm.HEAD), biased), "dots1", "hy_v3");
        kinds.put(ModelKind.of(heads().norm(HeadNorm.HEAD), biased).norms(4), "klear");
        kinds.put(
                ModelKind.of(
                        heads().normBy(HeadNorm.ALL_HEADS, false, "use_qk_norm"),
                        blocks().routerBias(config -> config.truth(true, "use_routing_bias"))),
                "minimax_m2");
        kinds.put(
                ModelKind.of(
                        heads().biasesBy(Biases.QKV, false, "use_qkv_bias").normBy(HeadNorm.HEAD, false, "use_qk_norm"),
                        blocks().routerBias(config -> config.truth(false, "moe_router_enable_expert_bias"))),
                "bailing_moe",
                "bailing_moe_v2");
        kinds.put(
                ModelKind.of(heads().normBy(HeadNorm.HEAD, false, "use_qk_norm"), VariedBlocks::hunyuan),
                "hunyuan",
                "hunyuan_v1_moe");
        kinds.put(
                ModelKind.of(heads().norm(HeadNorm.HEAD).windows(Windows.allBut(4, "sliding_window_pattern")), biased),
                "exaone_moe");
        kinds.put(
                ModelKind.of(
                        heads().biasesBy(Biases.ALL, true, "attention_bias")
                                .withSinks()
                                .windows(Windows.everySecond()),
                        blocks().biased()),
                "gpt_oss");
        // Layers without rotary positions look at all tokens, and the others at chunks.
        kinds.put(
                ModelKind.of(
                        heads().windows(Windows.listedOr((config, layer) ->
                                (layer + 1) % Math.max(1, config.count(4, "no_rope_layer_interval")) == 0
                                        ? 0
                                        : config.count(0, "attention_chunk_size"))),
                        blocks().shared(1)),
                "llama4");
        kinds.put(ModelKind.of(MixedLayers::dbrx, VariedBlocks::dbrx), "dbrx");
    }

    private static void latent(KindTable kinds) {
        FeedForwardLayers biased = blocks().withRouterBias();
        kinds.put(
                ModelKind.of(
                        LatentLayers::latent,
                        blocks().routerBias(config -> config.word("topk_method")
                                .map(Text::value)
                                .filter("noaux_tc"::equals)
                                .isPresent())),
                "deepseek_v2");
        kinds.put(
                ModelKind.of(LatentLayers::latent, biased),
                "deepseek_v3",
                "kimi_k2",
                "kimi_k25",
                "deepseek_v32",
                "glm_moe_dsa",
                "glm4_moe_lite");
        kinds.put(dense(LatentLayers::latent), "mistral4", "minicpm3");
        kinds.put(ModelKind.of(LatentLayers::compressed, biased), "deepseek_v4", "deepseek_ref");
        kinds.put(ModelKind.of(LatentLayers::twice, VariedBlocks::longCat).norms(4), "longcat_flash");
    }

    private static void mixed(KindTable kinds) {
        FeedForwardLayers biased = blocks().withRouterBias();
        LayerReader<Mixer> gated = stated().norm(HeadNorm.HEAD).gated(true, "attn_output_gate");
        LayerReader<FeedForward> gatedExperts = blocks().withSharedGate();
        kinds.put(
                ModelKind.of(RecurrentLayers.gatedDelta(gated), gatedExperts), "qwen3_next", "qwen3_5", "qwen3_5_moe");
        kinds.put(ModelKind.of(RecurrentLayers::kimi, biased), "kimi_linear", "kimi_k3");
        kinds.put(dense(RecurrentLayers::lightning), "minimax", "minimax_text_01");
        kinds.put(
                ModelKind.of(RecurrentLayers::nemotron, VariedBlocks::nemotron).norms(1), "nemotron_h");
        kinds.put(ModelKind.of(RecurrentLayers::mamba1, VariedBlocks::none).norms(1), "mamba", "falcon_mamba");
        kinds.put(ModelKind.of(RecurrentLayers::mamba2, VariedBlocks::none).norms(1), "mamba2");
        kinds.put(dense(RecurrentLayers::jamba), "jamba");
        kinds.put(ModelKind.of(RecurrentLayers::granite, VariedBlocks::granite), "granitemoehybrid");
        kinds.put(dense(RecurrentLayers::granite), "bamba");
        kinds.put(dense(RecurrentLayers::besides), "falcon_h1");
        kinds.put(ModelKind.of(MixedLayers::mimo, biased), "mimo_v2_flash", "mimo_v2");
        kinds.put(ModelKind.of(MixedLayers::step, biased), "step3p5", "step3p7");
        kinds.put(ModelKind.of(MixedLayers::minimax, biased), "minimax_m3", "minimax_m3_vl");
        kinds.put(ModelKind.of(MixedLayers::gemma, VariedBlocks::gemma).norms(4), "gemma3n", "gemma4");
    }
}
