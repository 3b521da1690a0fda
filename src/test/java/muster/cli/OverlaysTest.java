package muster.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Layers that a scenario names, and what is said of a slip in any layer. */
final class OverlaysTest {
    @TempDir
    private Path folder;

    @BeforeEach
    void write() throws IOException {
        Files.createDirectories(folder.resolve("chips/deep"));
        Files.writeString(folder.resolve("chips/h20.yaml"), """
                schema: chip/v1
                id: nvidia-h20
                peak: {bf16: 100 TFLOP/s}
                """);
        Files.writeString(folder.resolve("chips/deep/more.yaml"), """
                schema: chip/v1
                id: twice-h20
                extends: nvidia-h20
                peak: {bf16: 200 TFLOP/s}
                """);
        Files.writeString(folder.resolve("mine.yaml"), """
                schema: scenario/v1
                id: mine
                overlays: [chips/h20.yaml]
                fleet: {chips: {nvidia-h20: 10}}
                ---
                schema: scenario/v1
                id: both
                overlays: [chips]
                fleet: {chips: {nvidia-h20: 10, twice-h20: 10}}
                ---
                schema: scenario/v1
                id: plain
                fleet: {chips: {nvidia-h20: 10}}
                ---
                schema: scenario/v1
                id: extended
                extends: mine
                """);
    }

    private String file(String name) {
        return folder.resolve(name).toString();
    }

    @ParameterizedTest
    @CsvSource({"0, 1e15", "1, 3e15", "2, 1.48e15", "3, 1e15"})
    void aLayerIsLaidForTheScenarioThatNamesIt(int scenario, double peak) {
        double value = Cli.good("estimate", file("mine.yaml"), "--format", "json")
                .json()
                .path("results")
                .path(scenario)
                .path("quantities")
                .path("fleet.peak")
                .path("value")
                .asDouble();

        assertThat(value).isCloseTo(peak, withinPercentage(1e-9));
    }

    @Test
    void theHashTellsWhichLayersWereLaid() {
        var json = Cli.good("estimate", file("mine.yaml"), "--format", "json").json();
        var estimates = json.path("results");

        assertThat(json.path("catalog").asString()).matches("[0-9a-f]{12}");
        assertThat(json.path("catalog_version").asString()).matches("\\d{4}\\.\\d\\d");
        // A scenario with other layers than the first says which catalog is its own.
        assertThat(estimates.path(0).has("catalog")).isFalse();
        assertThat(estimates.path(2).path("catalog").asString())
                .matches("[0-9a-f]{12}")
                .isNotEqualTo(json.path("catalog").asString());
        assertThat(estimates.path(2).path("catalog_version")).isEqualTo(json.path("catalog_version"));
        assertThat(estimates.path(3).has("catalog")).isFalse();
    }

    @Test
    void theCommandLineLiesOnTop() throws IOException {
        Path top = Files.createDirectories(folder.resolve("top"));
        Files.writeString(top.resolve("h20.yaml"), "schema: chip/v1\nid: nvidia-h20\npeak: {bf16: 1 TFLOP/s}\n");
        Files.writeString(folder.resolve("one.yaml"), """
                schema: scenario/v1
                id: one
                overlays: [chips/h20.yaml]
                fleet: {chips: {nvidia-h20: 10}}
                """);

        Cli.Run run = Cli.good("estimate", file("one.yaml"), "--catalog", top.toString(), "--format", "json");

        assertThat(run.value("fleet.peak")).isCloseTo(1e13, withinPercentage(1e-9));
    }

    @Test
    void aLayerMayChangeTheScenarioThatNamesIt() throws IOException {
        Files.writeString(folder.resolve("more.yaml"), """
                schema: scenario/v1
                id: itself
                fleet: {chips: {nvidia-h20: 30}}
                """);
        Files.writeString(folder.resolve("itself.yaml"), """
                schema: scenario/v1
                id: itself
                title: Its own keys lie on those of the layer
                overlays: [more.yaml]
                """);

        assertThat(Cli.good("estimate", file("itself.yaml"), "--format", "json").value("fleet.peak"))
                .isCloseTo(30 * 148e12, withinPercentage(1e-9));
    }

    @Test
    void layersAreSetOnTheCommandLineToo() {
        Cli.Run run = Cli.good(
                "estimate", "essay-2023", "--set", "overlays=[" + file("chips/h20.yaml") + "]", "--format", "json");

        assertThat(run.json().path("catalog"))
                .isNotEqualTo(Cli.good("estimate", "essay-2023", "--format", "json")
                        .json()
                        .path("catalog"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "overlays: [nowhere.yaml] | 3:12: error [no-file] | nowhere.yaml",
                "overlays: chips | 3:11: error [wrong-shape] | a list of files and folders",
                "overlays: [{a: b}] | 3:11: error [wrong-shape] | a list of files and folders"
            })
    void aLayerThatCannotBeLaidIsReported(String overlays, String reported, String advice) throws IOException {
        Files.writeString(folder.resolve("bad.yaml"), """
                schema: scenario/v1
                id: bad
                %s
                fleet: {chips: {nvidia-h20: 10}}
                """.formatted(overlays));

        assertThat(Cli.failed(3, "estimate", file("bad.yaml")).err())
                .contains(file("bad.yaml") + ":" + reported, advice);
    }

    // Nothing of these files is named by the essay, and yet every slip is told and nothing computed.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "chip | nvidia-h100-smx | power: {tdp: 640 W} | [unknown-id] | Maybe nvidia-h100-sxm?",
                "chip | nvidia-h20 | peek: {bf16: 1 TFLOP/s} | [unknown-key] | Maybe peak?",
                "chip | nvidia-h20 | peak: {bf61: 1 TFLOP/s} | [unknown-key] | Maybe bf16?",
                "chip | nvidia-h20 | peak: {bf16: 1 TFLOPS} | [not-a-quantity] | TFLOP/s",
                "chip | nvidia-h20 | power: {tpd: !delete } | [delete-nothing] | Maybe tdp?",
                "chip | nvidia-h20 | status: availible | [unknown-word] | Maybe available?",
                "law | bersiroglu | irreducible_loss: 1.7 nat/token | [unknown-id] | Maybe besiroglu?",
                "scenario | essay-2023-scaled | training: {durration: 3 day} | [unknown-key] | Maybe duration?"
            })
    void aSlipInALayerIsToldAlthoughNothingNamesIt(String kind, String id, String body, String code, String advice)
            throws IOException {
        Path slips = Files.createDirectories(folder.resolve("slips"));
        Files.writeString(slips.resolve("slip.yaml"), "schema: %s/v1\nid: %s\n%s\n".formatted(kind, id, body));
        assertThat(Cli.failed(3, "estimate", "essay-2023", "--catalog", slips.toString())
                        .err())
                .contains("slip.yaml:", code, advice);
    }
}
