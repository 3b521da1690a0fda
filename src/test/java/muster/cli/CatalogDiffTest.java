package muster.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What two catalogs differ in, and what an overlay does to a scenario. */
final class CatalogDiffTest {
    @TempDir
    private Path folder;

    private String layer(String name, String text) throws IOException {
        Path layer = Files.createDirectories(folder.resolve(name));
        Files.writeString(layer.resolve("chips.yaml"), text);
        return layer.toString();
    }

    private static final String SLOWER = """
            schema: chip/v1
            id: nvidia-h100-sxm
            peak: {bf16: 494.7 TFLOP/s}
            memory: {hbm: {capacity: 81920 MiB}}
            power: {all_in: !delete }
            """;

    @Test
    void everyChangedValueIsToldWithItsRatioAndPlace() throws IOException {
        JsonNode values = Cli.good("catalog", "diff", "--catalog", layer("slower", SLOWER), "--format", "json")
                .result()
                .path("values");

        // 81920 MiB are 80 GiB: no difference.
        assertThat(values)
                .extracting(value -> value.path("path").asString())
                .containsExactly("peak.bf16", "power.all_in");
        assertThat(values.path(0).path("ratio").asDouble()).isEqualTo(0.5);
        assertThat(values.path(0).path("before").path("text").asString()).isEqualTo("989.4 TFLOP/s");
        assertThat(values.path(0).path("after").path("line").asInt()).isEqualTo(3);
        assertThat(values.path(1).has("after")).isFalse();
    }

    @Test
    void theEffectOnAScenarioIsTold() throws IOException {
        String layer = layer("slower", SLOWER);
        JsonNode figures = Cli.good(
                        "catalog", "diff", "--catalog", layer, "--scenario", "serve-llama-70b", "--format", "json")
                .result()
                .path("figures");

        // Colossus 1: 150,000 H100, 50,000 H200 and 30,000 B200.
        double before = 150_000 * 989.4 + 50_000 * 989.4 + 30_000 * 2250;
        double after = 150_000 * 494.7 + 50_000 * 989.4 + 30_000 * 2250;
        for (JsonNode figure : figures) {
            if (figure.path("name").asString().equals("inference.throughput")) {
                assertThat(figure.path("ratio").asDouble()).isCloseTo(after / before, within(1e-9));
                return;
            }
        }
        throw new AssertionError("no inference.throughput");
    }

    @Test
    void twoFoldersAreCompared() throws IOException {
        String slower = layer("slower", SLOWER);
        String slowest = layer("slowest", SLOWER.replace("494.7", "247.35"));
        JsonNode values = Cli.good("catalog", "diff", "--from", slower, "--catalog", slowest, "--format", "json")
                .result()
                .path("values");

        assertThat(values).hasSize(1);
        assertThat(values.path(0).path("ratio").asDouble()).isEqualTo(0.5);
    }

    private static final String MINE = """
            schema: scenario/v1
            id: mine
            extends: essay-2023
            fleet: {share: 50%}
            training: {duration: 8760 h, utilization: 40%}
            """;

    @Test
    void aFileOfAScenarioIsHeldAgainstTheOneThatItExtends() throws IOException {
        String file = Files.writeString(folder.resolve("mine.yaml"), MINE).toString();
        JsonNode result = Cli.good("catalog", "diff", file, "--format", "json").result();

        // 8760 h are 365 days: no difference.
        assertThat(result.path("before").asString()).isEqualTo("essay-2023");
        assertThat(result.path("values"))
                .extracting(value -> value.path("path").asString())
                .containsExactly("fleet.share", "training.utilization");
        assertThat(result.path("values").path(0).path("ratio").asDouble()).isEqualTo(2);
        assertThat(Cli.good("catalog", "diff", "essay-2023", file, "--format", "json")
                        .result()
                        .path("values"))
                .isEqualTo(result.path("values"));
    }

    @Test
    void twoEntriesOfAKindAreCompared() {
        assertThat(Cli.good("catalog", "diff", "chip.nvidia-h100-sxm", "nvidia-h200-sxm")
                        .out())
                .startsWith("chip nvidia-h100-sxm -> nvidia-h200-sxm\n")
                .containsPattern("memory.hbm.bandwidth +3.35 TB/s +4.8 TB/s +1.433 ");
    }

    @Test
    void entriesThatCannotBeComparedAreRefused() {
        assertThat(Cli.failed(2, "catalog", "diff", "essay-2023").problems())
                .containsExactly(
                        "essay-2023: error [no-parent] scenario essay-2023 extends no other entry; to compare it with another, name both");
        assertThat(Cli.failed(2, "catalog", "diff", "essay-2023", "nvidia-l4").problems())
                .containsExactly(
                        "essay-2023 nvidia-l4: error [unlike-entries] two entries of one kind are compared, and these are scenario essay-2023 and chip nvidia-l4");
        assertThat(Cli.failed(2, "catalog", "diff", "essay-2032").problems())
                .singleElement()
                .asString()
                .contains("Maybe essay-2023");
        assertThat(Cli.failed(2, "catalog", "diff", "essay-2023-scaled", "--scenario", "essay-2023")
                        .err())
                .startsWith("--from and --scenario compare catalogs");
    }

    @Test
    void theCatalogDiffersInNothingFromItself() {
        assertThat(Cli.good("catalog", "diff").out()).contains("no value differs");
    }

    @Test
    void newEntriesAreTold() throws IOException {
        String layer = layer("more", "schema: chip/v1\nid: my-chip\ntitle: Mine\nextends: nvidia-l4\n");

        assertThat(Cli.good("catalog", "diff", "--catalog", layer).out()).containsPattern("chip my-chip +- +Mine");
        assertThat(Cli.good("catalog", "diff", "--catalog", layer, "--format", "csv")
                        .out())
                .contains("chip my-chip,-,Mine,,");
        assertThat(Cli.good("catalog", "diff", "--catalog", layer, "--format", "markdown")
                        .out())
                .contains("| chip my-chip | - | Mine |");
    }

    @Test
    void aScenarioThatIsNotThereIsReported() {
        assertThat(Cli.failed(2, "catalog", "diff", "--scenario", "esay-2023").err())
                .contains("Maybe essay-2023?");
    }

    @Test
    void ofFleetsByQuarterItIsToldWhichStocksWereRestated() {
        assertThat(Cli.good("catalog", "diff", "epoch-2026", "epoch-2026-09").out())
                .containsPattern("Google +2025-12-31 +6,136,449 +6,015,479 +0.9803 +3,812,878 +3,663,628 +0.9609\n")
                .contains(
                        "  counted to 2025-12-31, and now to 2026-06-30: NVIDIA, AMD\n",
                        "  only in epoch-2026-09: NVIDIA of xai, Huawei of china, Cambricon of china, Huawei, Cambricon\n")
                .doesNotContain("entries.");
        JsonNode stocks = Cli.good("catalog", "diff", "epoch-2026", "epoch-2026-09", "--format", "json")
                .result()
                .path("stocks");
        assertThat(stocks.path("added")).hasSize(5);
        assertThat(stocks.path("common")).hasSizeGreaterThan(200);
        assertThat(stocks.path("common").path(0).path("before").path("chips").asDouble())
                .isPositive();
    }

    @Test
    void ofOtherFleetsTheValuesAreTold() {
        assertThat(Cli.good("catalog", "diff", "xai-colossus-1", "ai-2027").out())
                .contains("entries.")
                .doesNotContain("stocks");
        assertThat(Cli.good("catalog", "diff", "epoch-2026", "epoch-2026").out())
                .contains("no value differs");
    }
}
