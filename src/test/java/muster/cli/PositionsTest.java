package muster.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Requests longer than what a model has positions for. */
final class PositionsTest {
    private static final String GPT2 =
            "{\"model_type\":\"gpt2\",\"n_layer\":48,\"n_embd\":1600,\"n_head\":25,\"n_positions\":1024,\"n_inner\":null,\"vocab_size\":50257}";
    private static final String LLAMA =
            "{\"model_type\": \"llama\", \"hidden_size\": 2048, \"intermediate_size\": 5632, \"num_attention_heads\": 32, \"num_hidden_layers\": 22, \"num_key_value_heads\": 4, \"vocab_size\": 32000%s}";

    @TempDir
    private Path folder;

    private String[] throughput(String config, String context, String... more) throws IOException {
        Path file = Files.writeString(folder.resolve("config.json"), config);
        return java.util.stream.Stream.concat(
                        java.util.stream.Stream.of(
                                "throughput",
                                "--model",
                                file.toString(),
                                "--chip",
                                "H100-SXM",
                                "--max-replica-chips",
                                "1",
                                "--context",
                                context),
                        java.util.Arrays.stream(more))
                .toArray(String[]::new);
    }

    @Test
    void learnedPositionsEndAndARequestBeyondThemIsRefused() throws IOException {
        Cli.good(throughput(GPT2, "in=512,out=512"));
        assertThat(Cli.failed(ExitStatus.USAGE, throughput(GPT2, "in=8192,out=8192"))
                        .err())
                .contains(
                        "[beyond-positions] the model has learned positions for 1024 tokens, and a request has 16384");
        assertThat(Cli.failed(
                                ExitStatus.USAGE,
                                "throughput",
                                "--model",
                                folder.resolve("config.json").toString(),
                                "--context",
                                "in=8192,out=8192")
                        .problems())
                .hasSize(1);
    }

    @Test
    void rotaryPositionsGoOnAndThatIsSaid() throws IOException {
        String known = LLAMA.formatted(", \"max_position_embeddings\": 2048");
        String said = "a request has 3024 tokens, prompt and output together, and the model is made for 2048";
        assertThat(Cli.good(throughput(known, "in=2000,out=1024")).out()).contains(said);
        assertThat(Cli.good(throughput(known, "in=2000,out=1024", "--format", "json"))
                        .result()
                        .path("notes")
                        .get(0)
                        .asString())
                .startsWith(said);
        assertThat(Cli.good(throughput(known, "in=1024,out=1024")).out()).doesNotContain("is made for");
        assertThat(Cli.good(throughput(LLAMA.formatted(""), "in=2000,out=1024")).out())
                .doesNotContain("is made for");
    }

    @Test
    void aScenarioIsHeldToThePositionsOfItsModelToo() throws IOException {
        String[] longer = {
            "estimate",
            "world-2025-serve",
            "--set",
            "inference.model=gpt-3-175b",
            "--set",
            "inference.throughput.context={in: 4000, out: 1000}"
        };
        assertThat(Cli.muster(longer).err())
                .contains(
                        "[beyond-positions] inference.throughput.context: the model has learned positions for 2048 tokens");

        Files.writeString(
                folder.resolve("short.yaml"), "schema: architecture/v1\nid: deepseek-v3\nmax_positions: 1024\n");
        assertThat(Cli.good("estimate", "world-2025-serve", "--catalog", folder.toString())
                        .out())
                .contains("a request has 3072 tokens", "the model is made for 1024");
    }
}
