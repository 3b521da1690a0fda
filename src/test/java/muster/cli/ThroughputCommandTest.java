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
    void everyOperatorOfAStepIsWorkedOut() {
        List<String> lines = Cli.good(with("--explain", "--serial-speed", "50"))
                .out()
                .lines()
                .filter(line -> line.contains("n ("))
                .toList();

        assertThat(lines)
                .anyMatch(line -> line.startsWith("output layer"))
                .anyMatch(line -> line.startsWith("all-reduce in the scale-up domain"))
                .anyMatch(line -> line.startsWith("feed-forward, in"));
        for (String line : lines) {
            String[] cells = line.strip().split(" {2,}", -1);
            // operator, n, bytes, w, e_w, FLOP, r, e_r, c, all, formula
            assertThat(cells).as(line).hasSize(11);
            for (int efficiency : new int[] {4, 7}) {
                assertThat(cells[efficiency].equals("-") || Double.parseDouble(cells[efficiency]) <= 1.3)
                        .as(line)
                        .isTrue();
            }
        }
    }

    @Test
    void layoutsAsBenchmarkedKeepToKindsThatRowsRanAndSayWhatIsLeft() {
        JsonNode any =
                Cli.good(with("--format", "json", "--serial-speed", "30")).result();
        JsonNode benchmarked = Cli.good(with("--format", "json", "--serial-speed", "30", "--layouts", "as-benchmarked"))
                .result();

        assertThat(any.path("layouts").asString()).isEqualTo("any");
        assertThat(benchmarked.path("layouts").asString()).isEqualTo("as-benchmarked");
        for (JsonNode point : benchmarked.path("frontier")) {
            assertThat(point.path("layout_rows").asInt()).isGreaterThanOrEqualTo(10);
        }
        assertThat(any.path("best_of_other_layouts")).isEqualTo(benchmarked.path("best"));
        assertThat(benchmarked.path("best_of_other_layouts")).isEqualTo(any.path("best"));
        assertThat(any.path("best").path("layout_rows").asInt()).isZero();
        assertThat(Cli.good(with("--serial-speed", "30")).out())
                .contains("layouts any: no measured row ran", "the best of layouts as-benchmarked has");
        assertThat(Cli.failed(
                                ExitStatus.FAILED,
                                "throughput",
                                "--model",
                                "deepseek-v3",
                                "--chip",
                                "nvidia-h800-sxm",
                                "--max-replica-chips",
                                "8",
                                "--layouts",
                                "as-benchmarked")
                        .err())
                .contains("in a layout as benchmarked", "Maybe --layouts any, ");
    }

    @Test
    void colocatedLayoutsPrefillOnTheChipsThatDecode() {
        JsonNode any = Cli.good(with("--format", "json")).result();
        JsonNode colocated =
                Cli.good(with("--format", "json", "--layouts", "colocated")).result();

        assertThat(any.path("frontier"))
                .anyMatch(point ->
                        point.path("deployment").path("disaggregated_prefill").asBoolean());
        assertThat(colocated.path("frontier"))
                .isNotEmpty()
                .noneMatch(point ->
                        point.path("deployment").path("disaggregated_prefill").asBoolean());
        assertThat(colocated.path("layouts").asString()).isEqualTo("colocated");
    }

    @Test
    void theMonthOfAnEngineWidensTheBandWhereNoRowIsAsNew() {
        JsonNode now = Cli.good(with("--format", "json", "--engine", "vllm")).result();
        JsonNode later =
                Cli.good(with("--format", "json", "--engine", "vllm@2028-01")).result();

        assertThat(now.path("engine").asString()).isEqualTo("vllm");
        assertThat(now.path("engine_rows").asString()).matches("20[0-9-]{5} to 20[0-9-]{5}");
        assertThat(now.has("months_beyond_rows")).isFalse();
        assertThat(later.path("months_beyond_rows").asInt()).isPositive();
        assertThat(p95(later)).isGreaterThan(p95(now));
        assertThat(later.path("best").path("serial_speed"))
                .isEqualTo(now.path("best").path("serial_speed"));
        assertThat(Cli.good(with("--engine", "vllm@2028-01")).out())
                .contains("engine vllm@2028-01, rows of 20", "the fit had no row of vllm after 20");
        assertThat(Cli.good(with()).out()).contains("engine average, rows of 20");
    }

    private static double p95(JsonNode json) {
        return json.path("best").path("measured_over_modelled").path("p95").asDouble();
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
        // 2.55 tokens a step, which costs 1.28 of one: two passes through a layer and the host, and three tokens
        // checked.
        assertThat(with / without).isBetween(1.9, 2.1);
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
                "--serial-speed; 0 token/s",
                "--serial-speed; 60 GB/s",
                "--serial-speed; 60,5",
                "--max-time-to-first-token; 0",
                "--max-time-to-first-token; 2 token",
                "--draft-tokens; 9"
            })
    void whatMakesNoSenseIsAUsageError(String option, String value) {
        assertThat(Cli.failed(ExitStatus.USAGE, with(option, value)).err()).contains(option);
    }

    @ParameterizedTest
    @CsvSource({"60, 60 token/s", "60, 60 token/s/stream", "60, 3.6e3 token/min", "0.5, 500 ms"})
    void anOptionTakesItsNumberWithItsUnit(String bare, String withUnit) {
        String option = withUnit.endsWith("ms") ? "--max-time-to-first-token" : "--serial-speed";
        assertThat(Cli.good(with(option, withUnit, "--max-replica-chips", "8")).out())
                .isEqualTo(
                        Cli.good(with(option, bare, "--max-replica-chips", "8")).out());
    }

    @Test
    void aWrongUnitLeadsToTheRightOne() {
        assertThat(Cli.failed(ExitStatus.USAGE, with("--serial-speed", "60 tok/s"))
                        .err())
                .contains("Maybe token/s?");
        assertThat(Cli.failed(ExitStatus.USAGE, with("--serial-speed", "60,5")).err())
                .contains("Maybe 60.5?");
        assertThat(Cli.failed(ExitStatus.USAGE, with("--serial-speed", "60 GB/s"))
                        .err())
                .contains("--serial-speed is in token/s, not in GB/s");
    }

    @Test
    void anAliasIsTheChipAndTheOutputHasItsId() {
        String[] small = {"throughput", "--model", "Llama-3.1-8B", "--max-replica-chips", "1", "--chip"};
        String byId = Cli.good(and(small, "nvidia-h200-sxm")).out();
        assertThat(byId).contains("llama-3.1-8b on nvidia-h200-sxm in bf16");
        assertThat(Cli.good(and(small, "H200")).out()).isEqualTo(byId);
        assertThat(Cli.failed(ExitStatus.USAGE, and(small, "H100")).err())
                .contains("Maybe nvidia-h100-nvl or nvidia-h100-pcie or nvidia-h100-sxm?");
    }

    private static String[] and(String[] words, String more) {
        List<String> all = new java.util.ArrayList<>(List.of(words));
        all.add(more);
        return all.toArray(String[]::new);
    }

    @Test
    void severalChipsStandSideBySideAndInOneChart() throws IOException {
        String[] words = {"throughput", "--model", "llama-3.1-8b", "--max-replica-chips", "2", "--format"};
        JsonNode h200 = Cli.good(and(and(and(words, "json"), "--chip"), "H200")).json();
        JsonNode both = Cli.good(and(and(and(words, "json"), "--chip"), "H200,ironwood,nvidia-h200-sxm"))
                .json();
        assertThat(both.path("schema")).isEqualTo(h200.path("schema"));
        assertThat(both.path("results")).hasSize(2);
        assertThat(both.path("results").get(0)).isEqualTo(h200.path("results").get(0));
        assertThat(both.path("results").get(1).path("chip").asString()).isEqualTo("google-tpu7x");

        Path chart = folder.resolve("two.svg");
        String table = Cli.good(and(
                        and(and(and(and(and(words, "table"), "--chart"), chart.toString()), "--chip"), "H200"),
                        "--chip=ironwood"))
                .out();
        assertThat(table.lines().limit(3).toList().toString()).contains("best of", "nvidia-h200-sxm", "google-tpu7x");
        assertThat(Files.readString(chart)).contains("nvidia-h200-sxm", "google-tpu7x");
    }

    @Test
    void ofSeveralChipsThoseThatCannotAreSaid() {
        Cli.Run run =
                Cli.muster("throughput", "--model", "llama-3.1-70b", "--max-replica-chips", "1", "--chip", "A10,B300");
        assertThat(run.status()).isEqualTo(ExitStatus.FAILED);
        assertThat(run.err()).contains("llama-3.1-70b on nvidia-a10 in bf16: no replica of at most 1 chips");
        assertThat(run.out()).contains("nvidia-b300-sxm");
    }

    @Test
    void withoutAChipAllAreShownTheBestFirst() {
        String[] words = {"throughput", "--model", "llama-3.1-8b", "--max-replica-chips", "1", "--serial-speed", "60"};
        JsonNode json = Cli.good(and(and(words, "--format"), "json")).json();
        assertThat(json.path("schema").asString()).isEqualTo("throughput-chips/v1");
        double last = Double.MAX_VALUE;
        int serving = 0;
        for (JsonNode chip : json.path("results")) {
            assertThat(chip.has("best")).as(chip.toString()).isNotEqualTo(chip.has("reason"));
            if (chip.has("best")) {
                double yield = chip.path("best")
                        .path("throughput_per_chip")
                        .path("value")
                        .asDouble();
                assertThat(yield).isLessThanOrEqualTo(last);
                assertThat(chip.path("best").path("serial_speed").path("value").asDouble())
                        .isGreaterThanOrEqualTo(60);
                last = yield;
                serving++;
            }
        }
        assertThat(serving).isBetween(10, json.path("results").size() - 1);
        assertThat(Cli.good(words).out())
                .contains("cannot", "intel-gaudi1", "has no rate at 16 bits", "no replica of at most 1 chips");
        assertThat(Cli.good(and(and(words, "--format"), "csv")).out().lines())
                .hasSize(1 + json.path("results").size());
    }

    @Test
    void withoutAChipWhatIsWrongOfTheModelIsSaidOnce() {
        assertThat(Cli.failed(ExitStatus.USAGE, "throughput", "--model", "lama-3.1-8b")
                        .problems())
                .hasSize(1);
        assertThat(Cli.failed(ExitStatus.USAGE, "throughput", "--model", "llama-3.1-8b", "--formats", "fp9")
                        .problems())
                .hasSize(1);
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
                .contains("config.json:2:16", "Maybe a misspelling of llama?");
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
