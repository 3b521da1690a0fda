package muster.model.huggingface;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.List;
import java.util.Optional;
import muster.diagnostic.Problems;
import muster.document.yaml.Document;
import muster.document.yaml.YamlReader;
import muster.format.Encoding;
import muster.model.Architecture;
import muster.model.Shape;
import muster.model.layer.Attention;
import muster.testing.Reported;
import org.junit.jupiter.api.Test;

/** Files of Hugging Face: JSON with the keys that each kind of model has, written here from its published shape. */
class HuggingFaceTest {
    private final Problems problems = new Problems();

    private Optional<Architecture> read(String json) {
        List<Document> documents = YamlReader.read("config.json", json, problems);
        return documents.isEmpty()
                ? Optional.empty()
                : HuggingFace.read(documents.get(0).root(), Optional.empty(), false, problems)
                        .map(HuggingFace.Found::model);
    }

    private Shape shape(String json) {
        Optional<Architecture> architecture = read(json);
        assertThat(Reported.messages(problems)).isEmpty();
        return architecture.flatMap(Architecture::shape).orElseThrow();
    }

    @Test
    void llama() {
        Shape shape = shape("""
                {
                  "architectures": ["LlamaForCausalLM"], "attention_bias": false, "head_dim": 128, "hidden_size": 4096,
                  "intermediate_size": 14336, "model_type": "llama", "num_attention_heads": 32, "num_hidden_layers": 32,
                  "num_key_value_heads": 8, "rope_scaling": {"factor": 8.0, "rope_type": "llama3"}, "sliding_window": null,
                  "tie_word_embeddings": false, "vocab_size": 128256
                }
                """);
        assertThat(shape.parameters()).isEqualTo(8_030_261_248.0);
        assertThat(shape.kvElementsPerToken()).isEqualTo(65_536);
    }

    @Test
    void qwen2HasBiasesAndOftenTiedEmbeddings() {
        // Qwen2.5 0.5B: 494,032,768 in its checkpoint.
        Shape shape = shape("""
                {"model_type": "qwen2", "hidden_size": 896, "intermediate_size": 4864, "num_attention_heads": 14,
                 "num_hidden_layers": 24, "num_key_value_heads": 2, "tie_word_embeddings": true, "vocab_size": 151936,
                 "use_sliding_window": false, "sliding_window": 32768}
                """);
        assertThat(shape.parameters()).isEqualTo(494_032_768.0);
        assertThat(shape.kvElements(40_000)).isEqualTo(40_000 * 24 * 2 * 2 * 64.0);
    }

    @Test
    void qwen3MoeHasNormsOfHeadsAndExperts() {
        Shape shape = shape("""
                {"model_type": "qwen3_moe", "hidden_size": 2048, "intermediate_size": 6144, "moe_intermediate_size": 768,
                 "num_attention_heads": 32, "num_hidden_layers": 48, "num_key_value_heads": 4, "head_dim": 128,
                 "num_experts": 128, "num_experts_per_tok": 8, "vocab_size": 151936, "tie_word_embeddings": false}
                """);
        assertThat(shape.parameters()).isEqualTo(30_532_122_624.0);
    }

    @Test
    void mixtral() {
        Shape shape = shape("""
                {"model_type": "mixtral", "hidden_size": 4096, "intermediate_size": 14336, "num_attention_heads": 32,
                 "num_hidden_layers": 32, "num_key_value_heads": 8, "num_local_experts": 8, "num_experts_per_tok": 2,
                 "vocab_size": 32000, "sliding_window": null}
                """);
        assertThat(shape.parameters()).isEqualTo(46_702_792_704.0);
    }

    @Test
    void deepSeekV3() {
        Shape shape = shape("""
                {"model_type": "deepseek_v3", "hidden_size": 7168, "intermediate_size": 18432, "moe_intermediate_size": 2048,
                 "first_k_dense_replace": 3, "n_routed_experts": 256, "n_shared_experts": 1, "num_experts_per_tok": 8,
                 "num_attention_heads": 128, "num_hidden_layers": 61, "num_key_value_heads": 128, "q_lora_rank": 1536,
                 "kv_lora_rank": 512, "qk_rope_head_dim": 64, "qk_nope_head_dim": 128, "v_head_dim": 128, "vocab_size": 129280}
                """);
        assertThat(shape.parameters()).isEqualTo(671_026_419_200.0);
        assertThat(shape.kvElementsPerToken()).isEqualTo(35_136);
    }

    @Test
    void deepSeekV2LiteDoesNotCompressItsQueries() {
        // 15.7e9 parameters.
        Shape shape = shape("""
                {"model_type": "deepseek_v2", "hidden_size": 2048, "intermediate_size": 10944, "moe_intermediate_size": 1408,
                 "first_k_dense_replace": 1, "n_routed_experts": 64, "n_shared_experts": 2, "num_experts_per_tok": 6,
                 "num_attention_heads": 16, "num_hidden_layers": 27, "q_lora_rank": null,
                 "kv_lora_rank": 512, "qk_rope_head_dim": 64, "qk_nope_head_dim": 128, "v_head_dim": 128, "vocab_size": 102400}
                """);
        assertThat(shape.parameters()).isCloseTo(15.7e9, withinPercentage(0.3));
    }

    @Test
    void gemma3HidesItsLanguageModelBesideImages() {
        Shape shape = shape("""
                {"model_type": "gemma3", "architectures": ["Gemma3ForConditionalGeneration"],
                 "text_config": {"model_type": "gemma3_text", "hidden_size": 5376, "intermediate_size": 21504,
                   "num_attention_heads": 32, "num_hidden_layers": 62, "num_key_value_heads": 16, "head_dim": 128,
                   "sliding_window": 1024, "sliding_window_pattern": 6, "vocab_size": 262208},
                 "vision_config": {"hidden_size": 1152}}
                """);
        assertThat(shape.parameters()).isEqualTo(27_009_346_304.0);
        assertThat(shape.kvElements(8192)).isEqualTo(4096.0 * (10 * 8192 + 52 * 1024));
    }

    @Test
    void gptOssNamesTheKindOfEachLayer() {
        StringBuilder types = new StringBuilder("\"sliding_attention\", \"full_attention\"");
        for (int i = 1; i < 12; i++) {
            types.append(", \"sliding_attention\", \"full_attention\"");
        }
        Shape shape = shape("""
                {"model_type": "gpt_oss", "attention_bias": true, "head_dim": 64, "hidden_size": 2880,
                 "intermediate_size": 2880, "num_attention_heads": 64, "num_hidden_layers": 24, "num_key_value_heads": 8,
                 "num_local_experts": 32, "num_experts_per_tok": 4, "experts_per_token": 4, "sliding_window": 128,
                 "layer_types": [%s], "vocab_size": 201088}
                """.formatted(types));
        assertThat(shape.parameters()).isEqualTo(20_914_757_184.0);
        assertThat(shape.kvElements(1000)).isEqualTo(1024.0 * (12 * 1000 + 12 * 128));
    }

    @Test
    void aKindThatIsMisspeltIsRefusedWithTheNearest() {
        assertThat(read("{\"model_type\": \"quen3\",\n \"hidden_size\": 8}")).isEmpty();
        assertThat(Reported.in(problems)).containsExactly("config.json:1:16 unknown-word");
        assertThat(Reported.messages(problems)).contains("Maybe a misspelling of qwen3?");
    }

    @Test
    void everythingThatIsWrongIsReportedWhereItStands() {
        assertThat(read("""
                        {"model_type": "orion", "hidden_size": "wide",
                         "num_hidden_layers": 2.5, "num_attention_heads": 4,
                         "vocab_size": [1], "tie_word_embeddings": "maybe"}
                        """)).isEmpty();
        assertThat(Reported.in(problems))
                .contains(
                        "config.json:1:1 missing-key", // intermediate_size
                        "config.json:1:40 not-a-count",
                        "config.json:2:23 not-a-count",
                        "config.json:3:16 wrong-shape");
    }

    @Test
    void aShapeThatCannotBeIsReported() {
        assertThat(read("""
                        {"model_type": "llama", "hidden_size": 512, "intermediate_size": 1024, "num_attention_heads": 8,
                         "num_key_value_heads": 3, "num_hidden_layers": 2, "vocab_size": 100}
                        """)).isEmpty();
        assertThat(Reported.messages(problems)).isEqualTo("the shape: kv_heads is 3 and must divide heads, 8");
    }

    @Test
    void aKindThatIsNotKnownIsRefusedWithWhatItsFileHasAndNoOtherKind() {
        assertThat(read("""
                        {"model_type": "gemma5", "hidden_size": 3840, "num_hidden_layers": 48, "num_attention_heads": 16,
                         "memory_slots": 64, "rope_theta": 1e6, "hidden_act": "gelu", "vocab_size": 262208}
                        """)).isEmpty();
        assertThat(Reported.messages(problems))
                .contains("models of the kind 'gemma5' are not known, nor what its memory_slots mean", "--rough")
                .doesNotContain("Maybe", "rope_theta", "hidden_act");
    }

    @Test
    void aKindThatIsNotKnownIsCountedRoughlyWhereThatIsAskedFor() {
        String json = """
                {"model_type": "gemma5", "hidden_size": 3840, "intermediate_size": 15360, "num_hidden_layers": 48,
                 "num_attention_heads": 16, "num_key_value_heads": 8, "head_dim": 256, "vocab_size": 262208,
                 "tie_word_embeddings": true}
                """;
        Architecture model = HuggingFace.read(Configs.mapping(json), Optional.empty(), true, problems)
                .orElseThrow()
                .model();
        assertThat(model.shape().orElseThrow().parameters()).isCloseTo(11.77e9, withinPercentage(1));
        assertThat(model.caution().orElseThrow()).startsWith("rough: models of the kind 'gemma5' are not known");
    }

    @Test
    void layersWithoutExpertsBetweenThoseWithThemAreDense() {
        Shape everySecond = shape("""
                {"model_type": "qwen3_moe", "hidden_size": 2048, "intermediate_size": 6144, "moe_intermediate_size": 768,
                 "num_attention_heads": 32, "num_key_value_heads": 4, "head_dim": 128, "num_hidden_layers": 48,
                 "vocab_size": 151936, "num_experts": 128, "num_experts_per_tok": 8, "decoder_sparse_step": 2,
                 "mlp_only_layers": [], "tie_word_embeddings": false}
                """);
        assertThat(everySecond.parameters()).isCloseTo(16.94e9, withinPercentage(0.1));
        Shape byFrequency = shape("""
                {"model_type": "deepseek_v3", "hidden_size": 2048, "intermediate_size": 11264, "moe_intermediate_size": 1408,
                 "num_attention_heads": 16, "num_key_value_heads": 16, "num_hidden_layers": 27, "vocab_size": 163840,
                 "n_routed_experts": 64, "n_shared_experts": 2, "num_experts_per_tok": 6, "first_k_dense_replace": 1,
                 "moe_layer_freq": 2, "q_lora_rank": null, "kv_lora_rank": 512, "qk_rope_head_dim": 64,
                 "qk_nope_head_dim": 128, "v_head_dim": 128, "tie_word_embeddings": false}
                """);
        assertThat(byFrequency.parameters()).isCloseTo(9.436e9, withinPercentage(0.1));
    }

    @Test
    void zeroExpertsMakeADenseModel() {
        Shape shape = shape("""
                {"model_type": "llama", "hidden_size": 4096, "intermediate_size": 14336, "num_attention_heads": 32,
                 "num_key_value_heads": 8, "num_hidden_layers": 32, "vocab_size": 128256, "tie_word_embeddings": false,
                 "num_local_experts": 0}
                """);
        assertThat(shape.parameters()).isEqualTo(8_030_261_248.0);
        assertThat(shape.experts()).isEmpty();
    }

    @Test
    void aWindowThatBeginsAtTheLastLayerIsNone() {
        Shape shape = shape("""
                {"model_type": "qwen2", "hidden_size": 3584, "intermediate_size": 18944, "num_attention_heads": 28,
                 "num_key_value_heads": 4, "num_hidden_layers": 28, "vocab_size": 152064, "sliding_window": 4096,
                 "use_sliding_window": true, "max_window_layers": 28, "tie_word_embeddings": false}
                """);
        assertThat(shape.kvElements(104_000)).isEqualTo(104_000 * 28 * 4 * 256.0);
        assertThat(((Attention.Grouped) shape.attention()).mixed()).isEmpty();
    }

    @Test
    void anIndexHasParametersAndKeys() {
        Shape glm = shape("""
                {"model_type": "glm_moe_dsa", "hidden_size": 6144, "intermediate_size": 12288, "moe_intermediate_size": 2048,
                 "num_attention_heads": 64, "num_key_value_heads": 64, "num_hidden_layers": 78, "vocab_size": 154880,
                 "tie_word_embeddings": false, "n_routed_experts": 256, "n_shared_experts": 1, "num_experts_per_tok": 8,
                 "first_k_dense_replace": 3, "moe_layer_freq": 1, "q_lora_rank": 2048, "kv_lora_rank": 512,
                 "qk_rope_head_dim": 64, "qk_nope_head_dim": 192, "v_head_dim": 256, "index_head_dim": 128,
                 "index_n_heads": 32, "index_topk": 2048}
                """);
        assertThat(glm.kvElementsPerToken()).isEqualTo(54_912);
        assertThat(glm.parameters()).isCloseTo(744e9, withinPercentage(0.1));
        Shape deepSeek = shape("""
                {"model_type": "deepseek_v32", "hidden_size": 7168, "intermediate_size": 18432,
                 "moe_intermediate_size": 2048, "num_attention_heads": 128, "num_key_value_heads": 128,
                 "num_hidden_layers": 61, "vocab_size": 129280, "tie_word_embeddings": false, "n_routed_experts": 256,
                 "n_shared_experts": 1, "num_experts_per_tok": 8, "first_k_dense_replace": 3, "moe_layer_freq": 1,
                 "q_lora_rank": 1536, "kv_lora_rank": 512, "qk_rope_head_dim": 64, "qk_nope_head_dim": 128,
                 "v_head_dim": 128, "index_head_dim": 128, "index_n_heads": 64, "index_topk": 2048}
                """);
        assertThat(deepSeek.parameters()).isCloseTo(671.9e9, withinPercentage(0.01));
        assertThat(deepSeek.kvElementsPerToken()).isEqualTo(42_944);
    }

    @Test
    void whatAFileLeavesOutIsWhatItsClassTakesAndIsTold() {
        String json = """
                {"model_type": "gemma3", "text_config": {"model_type": "gemma3_text", "hidden_size": 3840,
                 "intermediate_size": 15360, "num_attention_heads": 16, "num_hidden_layers": 48, "num_key_value_heads": 8,
                 "sliding_window": 1024}}
                """;
        HuggingFace.Found found = HuggingFace.read(Configs.mapping(json), Optional.empty(), false, problems)
                .orElseThrow();
        Shape gemma = found.model().shape().orElseThrow();
        assertThat(gemma.parameters()).isCloseTo(11.77e9, withinPercentage(0.1));
        assertThat(gemma.kvElementsPerToken()).isEqualTo(196_608);
        assertThat(found.byClass()).containsExactly("vocab_size 262208", "head_dim 256");

        Shape llava = shape("""
                {"architectures": ["LlavaForConditionalGeneration"], "model_type": "llava", "text_config":
                 {"architectures": ["LlamaForCausalLM"], "max_position_embeddings": 4096, "model_type": "llama",
                  "rms_norm_eps": 1e-05, "vocab_size": 32064}, "vision_config": {}}
                """);
        assertThat(llava.parameters()).isCloseTo(6.74e9, withinPercentage(0.1));
    }

    @Test
    void commonKindsAreRead() {
        Shape maverick = shape("""
                {"model_type": "llama4", "text_config": {"attention_bias": false, "attention_chunk_size": 8192,
                 "head_dim": 128, "hidden_size": 5120, "interleave_moe_layer_step": 2, "intermediate_size": 8192,
                 "intermediate_size_mlp": 16384, "max_position_embeddings": 1048576, "model_type": "llama4_text",
                 "num_attention_heads": 40, "num_experts_per_tok": 1, "num_hidden_layers": 48, "num_key_value_heads": 8,
                 "num_local_experts": 128, "use_qk_norm": false, "vocab_size": 202048}}
                """);
        assertThat(maverick.parameters()).isCloseTo(400.7e9, withinPercentage(0.1));
        Shape glm = shape("""
                {"tie_word_embeddings": false, "model_type": "glm4_moe", "hidden_size": 5120, "intermediate_size": 12288,
                 "moe_intermediate_size": 1536, "num_attention_heads": 96, "num_key_value_heads": 8, "head_dim": 128,
                 "num_hidden_layers": 92, "vocab_size": 151552, "n_routed_experts": 160, "n_shared_experts": 1,
                 "num_experts_per_tok": 8, "first_k_dense_replace": 3, "attention_bias": true, "use_qk_norm": true}
                """);
        assertThat(glm.parameters()).isCloseTo(352.8e9, withinPercentage(0.1));
        Shape phi = shape("""
                {"tie_word_embeddings": false, "model_type": "phi3", "hidden_size": 5120, "intermediate_size": 17920,
                 "num_attention_heads": 40, "num_hidden_layers": 40, "num_key_value_heads": 10, "vocab_size": 100352}
                """);
        assertThat(phi.parameters()).isCloseTo(14.66e9, withinPercentage(0.1));
        Shape images = shape("""
                {"tie_word_embeddings": false, "model_type": "qwen2_5_vl", "hidden_size": 3584, "intermediate_size": 18944,
                 "num_attention_heads": 28, "num_hidden_layers": 28, "num_key_value_heads": 4, "vocab_size": 152064,
                 "use_sliding_window": false}
                """);
        assertThat(images.parameters()).isCloseTo(7.616e9, withinPercentage(0.1));
    }

    @Test
    void layersAheadAreInNoCount() {
        String json = """
                {"model_type": "llama", "vocab_size": 128256, "num_nextn_predict_layers": 1}
                """;
        Architecture model = read(json).orElseThrow();
        assertThat(model.predictionLayers()).isEqualTo(1);
        assertThat(model.shape().orElseThrow().layers()).isEqualTo(32);
    }

    @Test
    void theFormatOfAFileIsTheFormatOfTheModel() {
        assertThat(format("\"quant_method\": \"fp8\", \"weight_block_size\": [128, 128]"))
                .isEqualTo(Encoding.FP8);
        assertThat(format("\"quant_method\": \"awq\", \"bits\": 4, \"group_size\": 128"))
                .isEqualTo(Encoding.INT4);
        assertThat(format("\"quant_method\": \"gptq\", \"bits\": 4, \"group_size\": 32"))
                .isEqualTo(Encoding.INT4_G32);
        assertThat(format("\"quant_method\": \"gptq\", \"bits\": 8, \"group_size\": 32"))
                .isEqualTo(Encoding.INT8);
        assertThat(format("\"quant_method\": \"mxfp4\"")).isEqualTo(Encoding.MXFP4);
        assertThat(format("\"quant_method\": \"modelopt\", \"quant_algo\": \"NVFP4\""))
                .isEqualTo(Encoding.FP4);
        assertThat(format("\"quant_method\": \"bitsandbytes\", \"load_in_8bit\": true"))
                .isEqualTo(Encoding.INT8);
        assertThat(format("""
                "quant_method": "compressed-tensors", "config_groups":
                {"group_0": {"weights": {"num_bits": 8, "type": "float"}}}""")).isEqualTo(Encoding.FP8);
    }

    @Test
    void aFormatThatIsNotUnderstoodIsSaid() {
        Architecture model = quantized("\"quant_method\": \"newest\"");
        assertThat(model.weightFormat()).isEqualTo(Encoding.BF16);
        assertThat(model.caution().orElseThrow()).contains("newest", "not understood");
    }

    @Test
    void theFileOfFormatsBesideItSaysTheFormat() {
        String beside = """
                {"producer": {"name": "modelopt"}, "quantization": {"quant_algo": "NVFP4", "group_size": 16,
                 "exclude_modules": ["lm_head"]}}
                """;
        Architecture model = HuggingFace.read(
                        Configs.mapping("{\"model_type\": \"llama\"}"),
                        Optional.of(Configs.mapping(beside)),
                        false,
                        problems)
                .orElseThrow()
                .model();
        assertThat(model.weightFormat()).isEqualTo(Encoding.FP4);
    }

    @Test
    void whatAFileLeavesWideDecidesWhatIsNarrow() {
        String routed = """
                {"model_type": "mixtral", "quantization_config": {"quant_method": "compressed-tensors", "ignore": [%s],
                 "config_groups": {"group_0": {"weights": {"num_bits": 4, "type": "int", "group_size": 128}}}}}
                """;
        assertThat(read(routed.formatted("\"lm_head\", \"re:.*self_attn.*\""))
                        .orElseThrow()
                        .quantized())
                .isEqualTo(Architecture.Quantized.EXPERTS);
        assertThat(read(routed.formatted("\"lm_head\", \"model.layers.0.self_attn.q_norm\""))
                        .orElseThrow()
                        .quantized())
                .isEqualTo(Architecture.Quantized.ALL);
    }

    private Encoding format(String quantization) {
        return quantized(quantization).weightFormat();
    }

    private Architecture quantized(String quantization) {
        return read("{\"model_type\": \"llama\", \"quantization_config\": {%s}}".formatted(quantization))
                .orElseThrow();
    }

    @Test
    void aFileOfMoreLayersThanAnyModelHasIsRefused() {
        assertThat(read("{\"model_type\": \"llama\", \"num_hidden_layers\": 999999999}"))
                .isEmpty();
        assertThat(Reported.in(problems)).contains("config.json:1:46 out-of-range");
    }
}
