package muster.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Why a value is what it is, through the command line. */
final class CatalogExplainTest {
    @TempDir
    private Path folder;

    private String layer(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }

    private JsonNode value(String... arguments) {
        return Cli.good(arguments).json().path("results").path(0);
    }

    @Test
    void anIntervalSaysItsCentralValueAndWhy() {
        assertThat(Cli.good("catalog", "explain", "essay-2023-uncertain.training.duration")
                        .out())
                .contains(
                        "  central   316.1 day: median of a lognormal distribution, 182.5 to 547.5 day from 5th to 95th");
        assertThat(Cli.good("catalog", "explain", "nvidia-h100-sxm.power.tdp").out())
                .doesNotContain("central");
        assertThat(Cli.good("estimate", "essay-2023", "--set", "fleet.capacity=4500 to 5500 EFLOP/s", "--explain")
                        .out())
                .contains(
                        "fleet.capacity = 4.97494e21 FLOP/s\n    input: --set fleet.capacity=4500 to 5500 EFLOP/s\n    median of a lognormal distribution, 4,500 to 5,500 EFLOP/s from 5th to 95th percentile\n");
    }

    @Test
    void aBuiltInValueIsCitedByFileAndLine() throws IOException {
        JsonNode value = value("catalog", "explain", "nvidia-h100-sxm.peak.bf16", "--format", "json");

        assertThat(value.path("value").asDouble()).isEqualTo(989.4);
        assertThat(value.path("unit").asString()).isEqualTo("TFLOP/s");
        assertThat(value.path("tier").asString()).isEqualTo("analyst");
        assertThat(value.path("evidence").asString()).isEqualTo("read");
        assertThat(value.path("status").asString()).isEqualTo("built in");
        assertThat(value.path("overrode")).isEmpty();
        String file = value.path("file").asString();
        assertThat(file).isEqualTo("hardware-catalog/chips/nvidia/nvidia-h100-sxm.yaml");
        assertThat(Files.readAllLines(Path.of(file)).get(value.path("line").asInt() - 1))
                .isEqualTo("  bf16: 989.4 TFLOP/s");
    }

    @Test
    void whatEveryLayerSaidIsToldTheNearestFirst() throws IOException {
        Path first = Files.createDirectories(folder.resolve("first"));
        Path second = Files.createDirectories(folder.resolve("second"));
        for (Path layer : new Path[] {first, second}) {
            Files.writeString(layer.resolve("h100.yaml"), """
                    schema: chip/v1
                    id: nvidia-h100-sxm
                    sources: {lab: {title: The %s lab, tier: measured}}
                    default_source: lab
                    power: {tdp: %s}
                    """.formatted(
                            layer.getFileName(), layer.equals(first) ? "650 W" : "640 W"));
        }
        JsonNode value = value(
                "catalog",
                "--catalog",
                first.toString(),
                "--catalog",
                second.toString(),
                "explain",
                "nvidia-h100-sxm.power.tdp",
                "--format",
                "json");

        assertThat(value.path("text").asString()).isEqualTo("640 W");
        assertThat(value.path("status").asString()).isEqualTo("changed by a layer");
        assertThat(value.path("source").asString()).isEqualTo("The second lab");
        assertThat(value.path("line").asInt()).isEqualTo(5);
        assertThat(value.path("overrode"))
                .extracting(earlier -> earlier.path("text").asString())
                .containsExactly("650 W", "700 W");
        assertThat(value.path("overrode").path(0).path("file").asString())
                .isEqualTo(first.resolve("h100.yaml").toString());
        assertThat(value.path("overrode").path(1).path("file").asString()).startsWith("hardware-catalog/");
    }

    @Test
    void aVariantInheritsWhatItDoesNotName() throws IOException {
        layer("variant.yaml", """
                schema: chip/v1
                id: h200-large
                extends: nvidia-h200-sxm
                sources: {lab: {title: The lab, tier: measured}}
                default_source: lab
                memory: {hbm: {capacity: 150 GiB}}
                power: {all_in: !delete }
                """);
        JsonNode values = Cli.good(
                        "catalog",
                        "--catalog",
                        folder.toString(),
                        "explain",
                        "h200-large.memory.hbm",
                        "h200-large.power.all_in",
                        "--format",
                        "json")
                .json()
                .path("results");

        assertThat(values)
                .extracting(value -> value.path("path").asString() + " "
                        + value.path("text").asString() + " "
                        + value.path("status").asString())
                .containsExactly(
                        "memory.hbm.type HBM3e inherited from another entry",
                        "memory.hbm.capacity 150 GiB changed by a layer",
                        "memory.hbm.bandwidth 4.8 TB/s inherited from another entry",
                        "power.all_in  deleted");
        assertThat(values.path(1).path("overrode").path(0).path("text").asString())
                .isEqualTo("141 GiB");
        assertThat(values.path(3).path("overrode").path(0).path("text").asString())
                .isEqualTo("1.73 kW");
    }

    @Test
    void whatOtherSourcesSayIsTold() {
        JsonNode conflicts = value("catalog", "explain", "nvidia-b300-sxm.peak.bf16", "--format", "json")
                .path("conflicts");

        assertThat(conflicts).hasSize(1);
        assertThat(conflicts.path(0).path("text").asString()).isEqualTo("3750 TFLOP/s");
        assertThat(conflicts.path(0).path("source").asString()).startsWith("evokernel");
        assertThat(conflicts.path(0).path("wrong").asString()).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "besiroglu.parameter_exponent, 0.3478",
        "essay-2023.training.duration, 365",
        "llama-3.1-70b.shape.layers, 80",
        "xai-colossus-1.entries.h100.count, 150000"
    })
    void valuesOfAnyKindAreExplained(String address, double value) {
        assertThat(value("catalog", "explain", address, "--format", "json")
                        .path("value")
                        .asDouble())
                .isEqualTo(value);
    }

    @Test
    void aDefaultIsKnown() {
        JsonNode value = value("catalog", "explain", "essay-2023.fleet.availability", "--format", "json");

        assertThat(value.path("text").asString()).isEqualTo("100%");
        assertThat(value.path("status").asString()).startsWith("default");
    }

    @Test
    void aWordHasNoSource() {
        assertThat(Cli.good("catalog", "explain", "nvidia-h100-sxm.family").out())
                .contains("nvidia-h100-sxm.family = Hopper", "set at")
                .doesNotContain("source");
    }

    @ParameterizedTest
    @CsvSource({
        "nvidia-h100-smx.peak.bf16, unknown-id, Maybe nvidia-h100-sxm?",
        "lama-3.1-70b, unknown-id, Maybe llama-3.1-70b?",
        "zzzzzzzzzzzz, unknown-id, Maybe muster catalog list?",
        "nvidia-h100-sxm.peek.bf16, unknown-path, Maybe peak.bf16?",
        "nvidia-h100-sxm.peak.bf17, unknown-path, Maybe peak.bf16?"
    })
    void aMisspeltAddressIsReportedWithTheNearest(String address, String code, String advice) {
        assertThat(Cli.failed(2, "catalog", "explain", address).err()).contains("[" + code + "]", advice);
    }

    @Test
    void otherFormatsHaveARowForEachValue() {
        assertThat(Cli.good("catalog", "explain", "nvidia-h100-sxm.power", "--format", "csv")
                        .out()
                        .lines())
                .hasSize(3)
                .anyMatch(line -> line.startsWith("nvidia-h100-sxm.power.tdp,700 W,built in,"));
        assertThat(Cli.good("catalog", "explain", "nvidia-h100-sxm.power", "--format", "markdown")
                        .out())
                .contains("| nvidia-h100-sxm.power.tdp | 700 W |");
    }
}
