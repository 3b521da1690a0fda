package muster.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.List;
import java.util.Optional;
import muster.diagnostic.Problems;
import muster.document.yaml.Document;
import muster.document.yaml.YamlReader;
import muster.testing.Reported;
import org.junit.jupiter.api.Test;

/** Files of Hugging Face: JSON with the keys that each kind of model has, written here from its published shape. */
class HuggingFaceTest {
    private final Problems problems = new Problems();

    private Optional<Architecture> read(String json) {
        List<Document> documents = YamlReader.read("config.json", json, problems);
        return documents.isEmpty()
                ? Optional.empty()
                : HuggingFace.architecture(documents.get(0).root(), problems);
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
    void aKindThatIsNotKnownIsRefusedWithTheNearest() {
        assertThat(read("{\"model_type\": \"quen3\",\n \"hidden_size\": 8}")).isEmpty();
        assertThat(Reported.in(problems)).containsExactly("config.json:1:16 unknown-word");
        assertThat(Reported.messages(problems)).contains("Maybe qwen3?");
    }

    @Test
    void everythingThatIsWrongIsReportedWhereItStands() {
        assertThat(read("""
                        {"model_type": "llama", "hidden_size": "wide",
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
}
