package muster.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Scenarios and catalogs in a user's own files. */
final class EstimateFilesTest {

    // 20,000 * 989.4e12; * 40% * 8.64e6 s; sqrt(C / 120); 10% of the peak over 2 N; / 500.
    @ParameterizedTest
    @CsvSource({
        "fleet.peak, 1.9788e19",
        "fleet.h100e, 20000",
        "training.compute, 6.838733e25",
        "model.parameters, 7.549135e11",
        "inference.throughput, 1.310613e6",
        "workforce.parallel_researchers, 2621.23"
    })
    void aFleetOfTheUsersOwnChipsIsEstimated(String figure, double value) {
        Cli.Run run = Cli.good("estimate", Cli.file("own-chips.yaml"), "--format", "json");

        assertThat(run.value(figure)).isCloseTo(value, withinPercentage(1e-3));
    }

    @Test
    void aValueWithoutASourceIsCitedByFileAndLine() {
        JsonNode json = Cli.good("estimate", Cli.file("own-chips.yaml"), "--format", "json")
                .result();

        for (JsonNode step : json.path("steps")) {
            if (step.path("name").asString().equals("training.duration")) {
                assertThat(step.path("file").asString()).isEqualTo(Cli.file("own-chips.yaml"));
                assertThat(step.path("line").asInt()).isEqualTo(6);
                assertThat(step.has("source")).isFalse();
                return;
            }
        }
        throw new AssertionError("no training.duration");
    }

    @Test
    void aFileMayHoldSeveralScenariosThatExtendOneAnotherAndWhatTheyName() {
        JsonNode json = Cli.good("estimate", Cli.file("several.yaml"), "--format", "json")
                .json()
                .path("results");

        assertThat(json).hasSize(3);
        assertThat(json.get(0).path("scenario").asString()).isEqualTo("larger");
        assertThat(json.get(1).path("scenario").asString()).isEqualTo("larger-and-longer");
        assertThat(json.get(2).path("scenario").asString()).isEqualTo("house-fleet");
        // Four times the essay's fleet is twice the model; for four years it is four times, at the essay's throughput.
        assertThat(value(json.get(0), "model.parameters")).isCloseTo(2.29260e13, withinPercentage(1e-3));
        assertThat(value(json.get(0), "inference.throughput")).isCloseTo(4.36187e7, withinPercentage(1e-3));
        assertThat(value(json.get(1), "model.parameters")).isCloseTo(4.58519e13, withinPercentage(1e-3));
        assertThat(value(json.get(1), "inference.throughput")).isCloseTo(2.18093e7, withinPercentage(1e-3));
        // 5,000 chips at 1000 TFLOP/s.
        assertThat(value(json.get(2), "fleet.peak")).isCloseTo(5e18, withinPercentage(1e-9));
    }

    @Test
    void settingsApplyToFilesToo() {
        Cli.Run run = Cli.good(
                "estimate",
                Cli.file("own-chips.yaml"),
                "--set",
                "fleet.chips.nvidia-h100-sxm=40000",
                "--format",
                "json");

        assertThat(run.value("fleet.peak")).isCloseTo(3.9576e19, withinPercentage(1e-9));
    }

    @Test
    void aCatalogFolderIsLaidOverTheBuiltInOneKeyByKey(@TempDir Path folder) throws IOException {
        Files.createDirectories(folder.resolve("deeper"));
        Files.writeString(folder.resolve("deeper/h100.yaml"), """
                schema: chip/v1
                id: nvidia-h100-sxm
                sources: {ours: {title: "our own measurement", tier: measured}}
                default_source: ours
                peak: {bf16: 500 TFLOP/s}
                """);
        Files.writeString(folder.resolve("notes.txt"), "no entry: this is no YAML file");

        Cli.Run plain = Cli.good("estimate", Cli.file("own-chips.yaml"), "--format", "json");
        Cli.Run over =
                Cli.good("estimate", Cli.file("own-chips.yaml"), "--catalog", folder.toString(), "--format", "json");

        // 20,000 * 500e12, and as many H100-equivalents, since the H100 itself has changed.
        assertThat(over.value("fleet.peak")).isCloseTo(1e19, withinPercentage(1e-9));
        assertThat(over.value("fleet.h100e")).isCloseTo(20_000, withinPercentage(1e-9));
        assertThat(over.json().path("catalog").asString())
                .isNotEqualTo(plain.json().path("catalog").asString());
    }

    @Test
    void laterCatalogFoldersLieOnTop(@TempDir Path first, @TempDir Path second) throws IOException {
        for (Path folder : new Path[] {first, second}) {
            Files.writeString(folder.resolve("cluster.yaml"), """
                    schema: scenario/v1
                    id: cluster
                    fleet: {chips: {nvidia-h20: %s}}
                    """.formatted(folder.equals(first) ? "10" : "30"));
        }

        Cli.Run run = Cli.good(
                "estimate",
                "cluster",
                "--catalog",
                first.toString(),
                "--catalog",
                second.toString(),
                "--format",
                "json");

        // 30 * 148e12
        assertThat(run.value("fleet.peak")).isCloseTo(4.44e15, withinPercentage(1e-9));
    }

    @Test
    void aProblemAnywhereInACatalogFolderStopsEvenWhatDoesNotUseIt(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("typo.yaml"), "schema: chip/v1\nid: Bad Id\n");

        assertThat(Cli.failed(3, "estimate", "essay-2023", "--catalog", folder.toString())
                        .err())
                .contains("typo.yaml:2:5: error [bad-id]");
    }

    private static double value(JsonNode estimate, String figure) {
        return estimate.path("quantities").path(figure).path("value").asDouble();
    }
}
