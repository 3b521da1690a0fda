package muster.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import muster.diagnostic.Place;
import muster.document.yaml.Text;
import muster.model.huggingface.ConfigFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A path to a {@code config.json}, or to its folder, stands wherever the id of a model can, and gives the same figures. */
class ModelPathsTest {
    // The keys of the published files that say the shape.
    private static final Map<String, String> FILES =
            Map.of("llama-3.1-8b", """
            {"model_type": "llama", "hidden_size": 4096, "intermediate_size": 14336, "num_attention_heads": 32,
             "num_hidden_layers": 32, "num_key_value_heads": 8, "vocab_size": 128256, "tie_word_embeddings": false}
            """, "qwen3-30b-a3b", """
            {"model_type": "qwen3_moe", "hidden_size": 2048, "intermediate_size": 6144, "moe_intermediate_size": 768,
             "num_attention_heads": 32, "num_hidden_layers": 48, "num_key_value_heads": 4, "head_dim": 128,
             "num_experts": 128, "num_experts_per_tok": 8, "vocab_size": 151936, "tie_word_embeddings": false}
            """, "deepseek-v3", """
            {"model_type": "deepseek_v3", "hidden_size": 7168, "intermediate_size": 18432, "moe_intermediate_size": 2048,
             "first_k_dense_replace": 3, "n_routed_experts": 256, "n_shared_experts": 1, "num_experts_per_tok": 8,
             "num_attention_heads": 128, "num_hidden_layers": 61, "num_key_value_heads": 128, "q_lora_rank": 1536,
             "kv_lora_rank": 512, "qk_rope_head_dim": 64, "qk_nope_head_dim": 128, "v_head_dim": 128, "vocab_size": 129280,
             "num_nextn_predict_layers": 1,
             "quantization_config": {"quant_method": "fp8", "weight_block_size": [128, 128]}}
            """, "gemma-3-27b", """
            {"model_type": "gemma3", "text_config": {"model_type": "gemma3_text", "hidden_size": 5376,
             "intermediate_size": 21504, "num_attention_heads": 32, "num_hidden_layers": 62, "num_key_value_heads": 16,
             "head_dim": 128, "sliding_window": 1024, "vocab_size": 262144}}
            """);

    @TempDir
    private Path folder;

    private Path written(String id) throws IOException {
        Files.createDirectories(folder.resolve(id));
        return Files.writeString(folder.resolve(id).resolve("config.json"), FILES.getOrDefault(id, ""))
                .getParent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"llama-3.1-8b", "qwen3-30b-a3b", "deepseek-v3", "gemma-3-27b"})
    void throughputIsTheSameByPathAndById(String id) throws IOException {
        Path model = written(id);
        // The file of a model at 16 bits does not say how its checkpoint in fp8 is scaled.
        String formats = id.equals("qwen3-30b-a3b") ? "bf16" : "fp8";
        String byId = throughput(id, formats);
        String byFolder = throughput(model.toString(), formats);
        String byFile = throughput(model.resolve("config.json").toString(), formats);

        assertThat(byFolder.replace(model.toString(), id)).isEqualTo(byId);
        assertThat(byFile.replace(model.resolve("config.json").toString(), id)).isEqualTo(byId);
    }

    private static String throughput(String model, String formats) {
        return Cli.good(
                        "throughput",
                        "--model",
                        model,
                        "--chip",
                        "nvidia-h200-sxm",
                        "--formats",
                        formats,
                        "--max-replica-chips",
                        "8",
                        "--format",
                        "csv")
                .out();
    }

    @ParameterizedTest
    @ValueSource(strings = {"./own", "own/", "../own", "..", ".", "own.json", "./own/config.json", "/own"})
    void aPathThatIsReadAgainStaysOne(String path) {
        ConfigFiles files = new ConfigFiles(false);
        String once = files.path(new Text(path, Place.argument("--model"))).orElseThrow();
        assertThat(files.path(new Text(once, Place.argument("--model")))).contains(once);
        assertThat(Path.of(once).normalize()).isEqualTo(Path.of(path).normalize());
    }

    @Test
    void aScenarioNamesAPathRelativeToItsFile() throws IOException {
        written("llama-3.1-8b");
        String scenario = """
                schema: scenario/v1
                id: mine
                extends: serve-llama-70b
                inference: {model: %s}
                """;
        Path file = Files.writeString(folder.resolve("mine.yaml"), scenario.formatted("llama-3.1-8b/config.json"));
        Path byId = Files.writeString(folder.resolve("by-id.yaml"), scenario.formatted("llama-3.1-8b"));

        assertThat(figures(file.toString())).isEqualTo(figures(byId.toString()));
    }

    @Test
    void aSettingNamesAPathRelativeToTheFolderOfTheProgram() throws IOException {
        Path model = written("llama-3.1-8b");

        assertThat(figures("serve-llama-70b", "--set", "inference.model=" + model))
                .isEqualTo(figures("serve-llama-70b", "--set", "inference.model=llama-3.1-8b"));
    }

    private static List<String> figures(String... arguments) {
        String[] all = new String[arguments.length + 3];
        all[0] = "estimate";
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        all[arguments.length + 1] = "--format";
        all[arguments.length + 2] = "json";
        return Cli.good(all)
                .out()
                .lines()
                .filter(line -> line.contains("\"value\""))
                .toList();
    }

    @Test
    void whatIsWrongIsToldWhereItStands() throws IOException {
        Path config = Files.writeString(folder.resolve("config.json"), "{\"model_type\": \"newest_of_all\"}");
        for (List<String> command : List.of(
                List.of("throughput", "--chip", "nvidia-h100-sxm", "--model", config.toString()),
                List.of("model", "show", folder.toString()),
                List.of("catalog", "import", "hf", config.toString()),
                List.of("estimate", "serve-llama-70b", "--set", "inference.model=" + config))) {
            Cli.Run result = Cli.muster(command.toArray(new String[0]));
            assertThat(result.status()).as(command.toString()).isEqualTo(ExitStatus.DATA);
            assertThat(result.err())
                    .as(command.toString())
                    .contains("config.json:1:16: error [unknown-word] models of the kind 'newest_of_all' are not known")
                    .doesNotContain("Maybe", "unknown-id");
        }
    }

    @Test
    void aFolderWithoutAConfigIsNone() {
        assertThat(Cli.muster("model", "show", folder.toString()).err())
                .contains("config.json:1:1: error [no-file] there is no such file");
        assertThat(Cli.muster("model", "show", "no-maker/no-model").err()).contains("[unknown-id]");
    }

    @Test
    void whatAFileLeavesOutIsToldWithTheModel() throws IOException {
        assertThat(Cli.good("model", "show", written("gemma-3-27b").toString()).out())
                .doesNotContain("in the class of its kind");
        Path config = Files.writeString(
                folder.resolve("short.json"),
                FILES.getOrDefault("gemma-3-27b", "").replace("\"head_dim\": 128, ", ""));
        assertThat(Cli.good("model", "show", config.toString()).out())
                .contains("not in the file but in the class of its kind: head_dim 256");
    }

    @Test
    void aRoughModelIsSaidToBeRough() throws IOException {
        Path config = Files.writeString(
                folder.resolve("config.json"),
                FILES.getOrDefault("llama-3.1-8b", "").replace("\"llama\"", "\"newest_of_all\""));
        String model = config.toString();

        assertThat(Cli.good("model", "show", model, "--rough").out()).contains("8.030e9", "rough: models of the kind");
        assertThat(Cli.good(
                                "throughput",
                                "--model",
                                model,
                                "--chip",
                                "nvidia-h100-sxm",
                                "--max-replica-chips",
                                "1",
                                "--rough")
                        .out())
                .contains("rough: models of the kind");
        assertThat(Cli.good("estimate", "serve-llama-70b", "--set", "inference.model=" + model, "--rough")
                        .out())
                .contains("rough: models of the kind");
    }

    @Test
    void rowsOfMeasurementsNameAPathRelativeToTheirTable() throws IOException {
        Path config = Files.writeString(
                Files.createDirectories(folder.resolve("newest")).resolve("config.json"),
                FILES.getOrDefault("llama-3.1-8b", "").replace("\"llama\"", "\"newest_of_all\""));
        Path table = Files.writeString(folder.resolve("rows.csv"), """
                id,chip,chips,model,weights,kv,stack,version,tensor,data,expert_tensor,expert,pipeline,load,requests,prompt,output,drafted,metric,value,origin,date,source,note
                one,nvidia-h200-sxm,1,newest/config.json,bf16,bf16,vllm,0.18.0,1,1,1,1,1,served,16,1000,100,,tpot_ms,9,issue,2026-05-27,ours,
                """);

        assertThat(Cli.muster("accuracy", "--measurements", table.toString(), "--by", "chip", "--rough")
                        .out())
                .contains("newest/config.json: rough: models of the kind 'newest_of_all' are not known");
        assertThat(Cli.muster("accuracy", "--measurements", table.toString()).err())
                .contains(config + ":1:16: error [unknown-word]");
    }

    @Test
    void anEntryThatIsWrittenIsAModelOfTheCatalog() throws IOException {
        Path model = written("gemma-3-27b");
        Path out = folder.resolve("catalog");
        Files.createDirectories(out);
        Cli.good("catalog", "import", "hf", model.toString(), "--id", "mine", "--out", out + "/mine.yaml");

        assertThat(Cli.good("model", "show", "mine", "--catalog", out.toString(), "--format", "csv")
                        .out()
                        .replaceAll("(?m),[^,]*$", "")
                        .replace("mine,", model + ","))
                .isEqualTo(Cli.good("model", "show", model.toString(), "--format", "csv")
                        .out()
                        .replaceAll("(?m),[^,]*$", ""));
    }
}
