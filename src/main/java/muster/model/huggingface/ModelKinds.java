package muster.model.huggingface;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import muster.document.yaml.Text;
import muster.model.layer.Attention.Biases;
import muster.model.layer.Attention.HeadNorm;
import muster.model.layer.FeedForward;
import muster.model.layer.Mixer;

/**
 * The kinds of models that are known, by {@code model_type}: what each does beside what its file says. Written from the modelling code
 * of huggingface/transformers 5.18.0 and, for kinds that are not in it, from the code beside their checkpoints. What a class takes
 * for a key that is left out stands in {@code class-defaults.txt}.
 */
final class ModelKinds {
    private static final Map<String, ModelKind> ALL = all();
    // A wrapper with images or sound whose language model need not say its kind, and the kind of that.
    private static final Map<String, String> WITHIN = Map.of(
            "llava", "llama",
            "llava_next", "llama",
            "llava_next_video", "llama",
            "video_llava", "llama",
            "vipllava", "llama",
            "llava_onevision", "qwen2",
            "idefics3", "llama",
            "smolvlm", "llama",
            "mistral3", "mistral",
            "paligemma", "gemma");

    private ModelKinds() {}

    /** The names of all. */
    static Set<String> names() {
        return ALL.keySet();
    }

    /** The conventions of a kind; what its language model is called alone, as {@code gemma3_text}, is the same. */
    static Optional<ModelKind> of(String name) {
        return Optional.ofNullable(ALL.get(plain(name)));
    }

    /** The name of a kind without what marks a language model within another. */
    static String plain(String name) {
        String text = name.endsWith("_text") ? name.substring(0, name.length() - "_text".length()) : name;
        return WITHIN.getOrDefault(text, text);
    }

    private static Map<String, ModelKind> all() {
        Map<String, ModelKind> kinds = new TreeMap<>();
        plain(kinds);
        windowed(kinds);
        layerNormed(kinds);
        routed(kinds);
        latent(kinds);
        mixed(kinds);
        return Collections.unmodifiableMap(kinds);
    }

    private static void put(Map<String, ModelKind> kinds, ModelKind kind, String... names) {
        for (String name : names) {
            if (kinds.put(name, kind) != null) {
                throw new IllegalStateException("a kind is there twice: " + name);
            }
        }
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
    private static void plain(Map<String, ModelKind> kinds) {
        put(
                kinds,
                ModelKind.of(stated(), blocks().biasedBy(false, "mlp_bias")),
                "llama",
                "granite",
                "smollm3",
                "helium",
                "ernie4_5",
                "minicpm");
        put(kinds, dense(heads()), "baichuan", "exaone", "internlm2", "ministral3");
        put(kinds, dense(heads().biasesBy(Biases.ALL, true, "bias")), "internlm");
        put(kinds, dense(heads().biasesBy(Biases.QKV, false, "qkv_bias")), "internlm3");
        put(kinds, dense(heads().biasesBy(Biases.QKV, true, "attention_bias")), "seed_oss", "mimo", "glm");
        put(kinds, dense(heads().biasesBy(Biases.QKV, true, "attention_bias")).norms(4), "glm4", "glm4v");
        put(kinds, ModelKind.of(stated(), FeedForwardLayers.ungated()), "arcee");
        put(kinds, ModelKind.of(stated().norm(HeadNorm.HEAD), FeedForwardLayers.ungated()), "apertus");
        put(kinds, dense(stated().normBy(HeadNorm.HEAD, true, "use_qk_norm")), "hunyuan_v1_dense");
        put(kinds, dense(MixedLayers::chatGlm), "chatglm");
        put(kinds, ModelKind.of(heads().biases(Biases.QKV), VariedBlocks::qwen), "qwen");
        put(kinds, dense(stated()).norms(0), "olmo");
        put(kinds, dense(stated().norm(HeadNorm.ALL_HEADS)), "olmo2");
        put(kinds, ModelKind.of(MixedLayers::searched, VariedBlocks::searched), "nemotron-nas", "deci");
    }

    private static void windowed(Map<String, ModelKind> kinds) {
        put(kinds, dense(heads().windows(Windows.all())), "mistral", "ministral", "phi3", "phi4mm", "phi3_v");
        put(
                kinds,
                dense(heads().biases(Biases.QKV).windows(Windows.switched())),
                "qwen2",
                "qwen2_vl",
                "qwen2_5_vl",
                "qwen2_5_omni",
                "qwen2_audio");
        put(kinds, dense(stated().norm(HeadNorm.HEAD).windows(Windows.switched())), "qwen3", "qwen3_vl");
        put(kinds, dense(stated()), "gemma");
        put(kinds, dense(stated().windows(Windows.everySecond())).norms(4), "gemma2");
        put(
                kinds,
                dense(stated().norm(HeadNorm.HEAD).windows(Windows.allBut(6, "sliding_window_pattern")))
                        .norms(4),
                "gemma3");
        put(kinds, dense(stated().normBy(HeadNorm.ALL_HEADS, false, "use_qk_norm")).norms(1), "cohere");
        put(kinds, dense(stated().windows(Windows.allBut(4, "sliding_window_pattern"))).norms(1), "cohere2");
        put(kinds, dense(stated().norm(HeadNorm.ALL_HEADS).windows(Windows.allBut(4))), "olmo3");
        put(
                kinds,
                dense(heads().norm(HeadNorm.HEAD).windows(Windows.allBut(4, "sliding_window_pattern"))),
                "exaone4");
    }

    private static void layerNormed(Map<String, ModelKind> kinds) {
        FeedForwardLayers fourfold = FeedForwardLayers.ungated().fold(4);
        GroupedLayers biased = heads().biases(Biases.ALL);
        put(kinds, ModelKind.of(biased, fourfold.biased()).layerNorm().learns("n_positions", 0), "gpt2");
        put(kinds, ModelKind.of(MixedLayers::bigCode, fourfold.biased()).layerNorm().learns("n_positions", 0), "gpt_bigcode");
        put(kinds, ModelKind.of(biased, fourfold.biased()).layerNorm().learns("max_position_embeddings", 2), "opt");
        put(kinds, ModelKind.of(biased, fourfold.biased()).layerNorm(), "bloom");
        put(kinds, ModelKind.of(heads(), fourfold.biased()).layerNorm().norms(1), "gptj");
        put(kinds, ModelKind.of(biased, fourfold.biased()).layerNorm().norms(1), "phi");
        put(
                kinds,
                ModelKind.of(heads().biasesBy(Biases.ALL, true, "attention_bias"), fourfold.biased())
                        .layerNorm(),
                "gpt_neox");
        put(kinds, ModelKind.of(MixedLayers::falcon, fourfold.biasedBy(false, "bias")).layerNorm(), "falcon");
        put(kinds, ModelKind.of(heads(), fourfold), "mpt");
        put(kinds, dense(heads()).layerNorm(), "orion");
        put(kinds, dense(heads().biasesBy(Biases.QKV, false, "use_qkv_bias")).layerNorm(), "stablelm");
        put(
                kinds,
                ModelKind.of(
                                heads().biasesBy(Biases.ALL, true, "use_bias").windows(Windows.all()),
                                FeedForwardLayers.ungated().biasedBy(true, "use_bias"))
                        .layerNorm(),
                "starcoder2");
        put(
                kinds,
                ModelKind.of(stated(), FeedForwardLayers.ungated().biasedBy(false, "mlp_bias"))
                        .layerNorm(),
                "nemotron");
    }

    private static void routed(Map<String, ModelKind> kinds) {
        FeedForwardLayers biased = blocks().withRouterBias();
        put(kinds, dense(heads().windows(Windows.all())), "mixtral");
        put(kinds, dense(stated()), "granitemoe", "granitemoeshared", "deepseek", "ernie4_5_moe", "flex_olmo");
        put(kinds, dense(stated()).layerNorm(), "phimoe");
        put(kinds, dense(stated().norm(HeadNorm.ALL_HEADS)), "olmoe");
        put(
                kinds,
                ModelKind.of(
                        heads().biasesBy(Biases.QKV, true, "qkv_bias").windows(Windows.switched()),
                        blocks().withSharedGate()),
                "qwen2_moe");
        put(kinds, dense(stated().norm(HeadNorm.HEAD).windows(Windows.switched())), "qwen3_moe", "qwen3_vl_moe");
        put(
                kinds,
                ModelKind.of(
                        heads().biasesBy(Biases.QKV, false, "attention_bias").normBy(HeadNorm.HEAD, false, "use_qk_norm"),
                        biased),
                "glm4_moe",
                "glm4v_moe");
        put(kinds, ModelKind.of(stated().norm(HeadNorm.HEAD), biased), "dots1", "hy_v3");
        put(kinds, ModelKind.of(heads().norm(HeadNorm.HEAD), biased).norms(4), "klear");
        put(
                kinds,
                ModelKind.of(heads().normBy(HeadNorm.ALL_HEADS, false, "use_qk_norm"), blocks()
                        .routerBias(config -> config.truth(true, "use_routing_bias"))),
                "minimax_m2");
        put(
                kinds,
                ModelKind.of(
                        heads().biasesBy(Biases.QKV, false, "use_qkv_bias").normBy(HeadNorm.HEAD, false, "use_qk_norm"),
                        blocks().routerBias(config -> config.truth(false, "moe_router_enable_expert_bias"))),
                "bailing_moe",
                "bailing_moe_v2");
        put(
                kinds,
                ModelKind.of(heads().normBy(HeadNorm.HEAD, false, "use_qk_norm"), VariedBlocks::hunyuan),
                "hunyuan",
                "hunyuan_v1_moe");
        put(
                kinds,
                ModelKind.of(
                        heads().norm(HeadNorm.HEAD).windows(Windows.allBut(4, "sliding_window_pattern")), biased),
                "exaone_moe");
        put(
                kinds,
                ModelKind.of(
                        heads().biasesBy(Biases.ALL, true, "attention_bias")
                                .withSinks()
                                .windows(Windows.everySecond()),
                        blocks().biased()),
                "gpt_oss");
        // Layers without rotary positions look at all tokens, and the others at chunks.
        put(
                kinds,
                ModelKind.of(
                        heads().windows(Windows.listedOr((config, layer) ->
                                (layer + 1) % Math.max(1, config.count(4, "no_rope_layer_interval")) == 0
                                        ? 0
                                        : config.count(0, "attention_chunk_size"))),
                        blocks().shared(1)),
                "llama4");
        put(kinds, ModelKind.of(MixedLayers::dbrx, VariedBlocks::dbrx), "dbrx");
    }

    private static void latent(Map<String, ModelKind> kinds) {
        FeedForwardLayers biased = blocks().withRouterBias();
        put(
                kinds,
                ModelKind.of(
                        LatentLayers::latent,
                        blocks().routerBias(config -> config.word("topk_method")
                                .map(Text::value)
                                .filter("noaux_tc"::equals)
                                .isPresent())),
                "deepseek_v2");
        put(
                kinds,
                ModelKind.of(LatentLayers::latent, biased),
                "deepseek_v3",
                "kimi_k2",
                "kimi_k25",
                "deepseek_v32",
                "glm_moe_dsa",
                "glm4_moe_lite");
        put(kinds, dense(LatentLayers::latent), "mistral4", "minicpm3");
        put(kinds, ModelKind.of(LatentLayers::compressed, biased), "deepseek_v4", "deepseek_ref");
        put(kinds, ModelKind.of(LatentLayers::twice, VariedBlocks::longCat).norms(4), "longcat_flash");
    }

    private static void mixed(Map<String, ModelKind> kinds) {
        FeedForwardLayers biased = blocks().withRouterBias();
        LayerReader<Mixer> gated = stated().norm(HeadNorm.HEAD).gated(true, "attn_output_gate");
        LayerReader<FeedForward> gatedExperts = blocks().withSharedGate();
        put(
                kinds,
                ModelKind.of(RecurrentLayers.gatedDelta(gated), gatedExperts),
                "qwen3_next",
                "qwen3_5",
                "qwen3_5_moe");
        put(kinds, ModelKind.of(RecurrentLayers::kimi, biased), "kimi_linear", "kimi_k3");
        put(kinds, dense(RecurrentLayers::lightning), "minimax", "minimax_text_01");
        put(kinds, ModelKind.of(RecurrentLayers::nemotron, VariedBlocks::nemotron).norms(1), "nemotron_h");
        put(kinds, ModelKind.of(RecurrentLayers::mamba1, VariedBlocks::none).norms(1), "mamba", "falcon_mamba");
        put(kinds, ModelKind.of(RecurrentLayers::mamba2, VariedBlocks::none).norms(1), "mamba2");
        put(kinds, dense(RecurrentLayers::jamba), "jamba");
        put(kinds, ModelKind.of(RecurrentLayers::granite, VariedBlocks::granite), "granitemoehybrid");
        put(kinds, dense(RecurrentLayers::granite), "bamba");
        put(kinds, dense(RecurrentLayers::besides), "falcon_h1");
        put(kinds, ModelKind.of(MixedLayers::mimo, biased), "mimo_v2_flash", "mimo_v2");
        put(kinds, ModelKind.of(MixedLayers::step, biased), "step3p5", "step3p7");
        put(kinds, ModelKind.of(MixedLayers::minimax, biased), "minimax_m3", "minimax_m3_vl");
        put(kinds, ModelKind.of(MixedLayers::gemma, VariedBlocks::gemma).norms(4), "gemma3n", "gemma4");
    }
}
