package muster.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import muster.inference.replica.TimeModelChoice;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

class ThroughputCommandTest {
    private static final List<String> SERVED =
            List.of("throughput", "--model", "llama-3.1-70b", "--chip", "nvidia-h100-sxm", "--formats", "fp8");

    @TempDir
    private Path folder;

    private static String[] with(String... more) {
        List<String> words = new java.util.ArrayList<>(SERVED);
        words.addAll(List.of(more));
        return words.toArray(String[]::new);
    }

    @Test
    void jsonHoldsTheFrontierAndTheBestOfIt() {
        JsonNode json =
                Cli.good(with("--format", "json", "--serial-speed", "50")).result();
        JsonNode best = json.path("best");
        double speed = best.path("serial_speed").path("value").asDouble();
        assertThat(speed).isGreaterThanOrEqualTo(50);
        assertThat(json.path("frontier").size()).isGreaterThan(10);
        double seconds = 0;
        for (JsonNode part : best.path("seconds_per_token")) {
            seconds += part.asDouble();
        }
        assertThat(seconds * speed).isCloseTo(1, within(1e-9));
        // 700 W drawn by the chip and 1.73 kW with its host: J/token = W / (token/s/chip).
        double yield = best.path("throughput_per_chip").path("value").asDouble();
        assertThat(best.path("energy").path("value").asDouble() * yield).isCloseTo(1730, within(1e-6));
        assertThat(best.path("cost").path("value").asDouble() * yield * 3600).isCloseTo(1.3, within(1e-9));
    }

    @Test
    void csvHasARowForEachDeployment() {
        JsonNode json = Cli.good(with("--format", "json")).result();
        List<String> lines = Cli.good(with("--format", "csv")).out().lines().toList();
        assertThat(lines).hasSize(1 + json.path("frontier").size());
        int columns = lines.get(0).split(",", -1).length;
        assertThat(lines).allMatch(line -> line.split(",", -1).length == columns);
    }

    @Test
    void theBreakdownIsShownWhenItIsAskedFor() {
        assertThat(Cli.good(with()).out()).doesNotContain("collectives");
        assertThat(Cli.good(with("--explain")).out()).contains("collectives", "ms/token");
        assertThat(Cli.good(with("--explain", "--format", "markdown")).out()).contains("| collectives |");
    }

    @Test
    void aChartIsDrawnWhole() throws IOException {
        Path chart = folder.resolve("frontier.svg");
        Cli.good(with("--chart", chart.toString()));
        assertThat(Files.readString(chart))
                .startsWith("<svg")
                .contains("serial speed (token/s)", "tp 8")
                .endsWith("</svg>\n");
        assertThat(folder).isDirectoryNotContaining("glob:**.part");
        assertThat(Cli.failed(
                                ExitStatus.USAGE,
                                with("--chart", folder.resolve("no/x.svg").toString()))
                        .err())
                .contains("cannot be written");
    }

    @ParameterizedTest
    @EnumSource(TimeModelChoice.class)
    void everyMethodHasAFrontier(TimeModelChoice method) {
        JsonNode json = Cli.good(with("--method", method.toString(), "--format", "json"))
                .result();
        assertThat(json.path("method").asString()).isEqualTo(method.toString());
        // The error was found for the calibrated method and says nothing of another.
        assertThat(json.path("frontier").get(0).has("measured_over_modelled"))
                .isEqualTo(method == TimeModelChoice.CALIBRATED);
        assertThat(json.path("frontier").size()).isPositive();
    }

    @Test
    void theMeasuredModelIsSlowerThanLight() {
        double measured = fastest("calibrated");
        assertThat(fastest("speed-of-light")).isGreaterThan(1.8 * measured);
        assertThat(fastest("scaling-book")).isGreaterThan(1.8 * measured);
    }

    private static double fastest(String method) {
        return Cli.good(with("--method", method, "--format", "json", "--max-replica-chips", "8"))
                .result()
                .path("frontier")
                .path(0)
                .path("serial_speed")
                .path("value")
                .asDouble();
    }

    @Test
    void guessingAheadMakesALoneStreamFaster() {
        double with = Cli.good(with("--draft-tokens", "2", "--format", "json"))
                .result()
                .path("frontier")
                .path(0)
                .path("serial_speed")
                .path("value")
                .asDouble();
        double without = Cli.good(with("--format", "json"))
                .result()
                .path("frontier")
                .path(0)
                .path("serial_speed")
                .path("value")
                .asDouble();
        // 2.61 tokens a step that costs 1.16 of one.
        assertThat(with / without).isBetween(2.0, 2.61 / 1.16);
    }

    @Test
    void everyMisspeltNameIsReportedWithItsNearest() {
        assertThat(Cli.failed(
                                ExitStatus.USAGE,
                                "throughput",
                                "--model",
                                "lama-3.1-70b",
                                "--chip",
                                "nvidia-h100-smx",
                                "--formats",
                                "fp9")
                        .problems())
                .satisfiesExactlyInAnyOrder(
                        line -> assertThat(line).contains("Maybe llama-3.1-70b?"),
                        line -> assertThat(line).contains("Maybe nvidia-h100-sxm?"),
                        line -> assertThat(line).contains("'fp9' is not a format", "Maybe fp"));
    }

    @Test
    void aChipThatLacksAFormatSaysWhatItHasAndHowWeightsAloneRun() {
        assertThat(Cli.failed(
                                ExitStatus.USAGE,
                                "throughput",
                                "--model",
                                "llama-3.1-70b",
                                "--chip",
                                "nvidia-h100-sxm",
                                "--formats",
                                "fp4")
                        .err())
                .contains(
                        "nvidia-h100-sxm has no fp4; it has fp64, fp32, tf32, bf16, fp16, fp8, int8",
                        "Maybe weights=fp4,activations=bf16?");
        Cli.good(
                "throughput",
                "--model",
                "llama-3.1-70b",
                "--chip",
                "nvidia-h100-sxm",
                "--formats",
                "weights=fp4,activations=bf16");
    }

    @Test
    void aModelThatDoesNotFitHasNoFrontier() {
        assertThat(Cli.failed(
                                ExitStatus.FAILED,
                                "throughput",
                                "--model",
                                "llama-3.1-405b",
                                "--chip",
                                "nvidia-h100-sxm",
                                "--max-replica-chips",
                                "8")
                        .err())
                .contains("no replica of at most 8 chips", "812 GB", "11 chips hold the weights alone");
    }

    @Test
    void aSpeedThatNoneHasIsAFailureThatShowsTheFrontier() {
        Cli.Run run = Cli.muster(with("--serial-speed", "5000"));
        assertThat(run.status()).isEqualTo(ExitStatus.FAILED);
        assertThat(run.err()).contains("no deployment has 5,000 token/s a stream; the fastest has");
        assertThat(run.out()).contains("token/s/chip");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "--context; 1024",
                "--context; in=0,out=5",
                "--max-replica-chips; 0",
                "--serial-speed; -1",
                "--draft-tokens; 9"
            })
    void whatMakesNoSenseIsAUsageError(String option, String value) {
        assertThat(Cli.failed(ExitStatus.USAGE, with(option, value)).err()).contains(option);
    }

    @Test
    void aConfigOfHuggingFaceIsAModel() throws IOException {
        String json = """
                {
                \t"model_type": "llama", "hidden_size": 8192, "intermediate_size": 28672, "num_attention_heads": 64,
                \t"num_hidden_layers": 80, "num_key_value_heads": 8, "vocab_size": 128256
                }
                """;
        Path config = Files.writeString(folder.resolve("config.json"), json);
        JsonNode mine = Cli.good(
                        "throughput",
                        "--model",
                        config.toString(),
                        "--chip",
                        "nvidia-h100-sxm",
                        "--formats",
                        "fp8",
                        "--format",
                        "json")
                .result();
        assertThat(mine.path("frontier"))
                .isEqualTo(Cli.good(with("--format", "json")).result().path("frontier"));
        Files.writeString(config, json.replace("8192", "\"8192\"x"));
        assertThat(Cli.failed(ExitStatus.DATA, "throughput", "--model", config.toString(), "--chip", "nvidia-h100-sxm")
                        .err())
                .contains("config.json:2:");
        Files.writeString(config, json.replace("llama", "lama"));
        assertThat(Cli.muster("throughput", "--model", config.toString(), "--chip", "nvidia-h100-sxm")
                        .err())
                .contains("config.json:2:16", "Maybe llama?");
        assertThat(Cli.failed(
                                ExitStatus.DATA,
                                "throughput",
                                "--model",
                                folder + "/none.json",
                                "--chip",
                                "nvidia-h100-sxm")
                        .err())
                .contains("there is no such file");
    }

    @Test
    void noLanguageChangesAByte() {
        String plain = Cli.good(with("--explain")).out();
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            assertThat(Cli.good(with("--explain")).out()).isEqualTo(plain);
        } finally {
            Locale.setDefault(before);
        }
    }
}
