package muster.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Values of the catalog's entries that are set on the command line, beside the same values in a file. */
final class EntrySettingsTest {
    private static final String BANDWIDTH = "chip.nvidia-h100-sxm.memory.hbm.bandwidth=6 TB/s";
    private static final String FILE = """
            schema: chip/v1
            id: nvidia-h100-sxm
            memory: {hbm: {bandwidth: 6 TB/s}}
            ---
            schema: fleet/v1
            id: xai-colossus-1
            entries: {h100: {count: 300000}}
            ---
            schema: architecture/v1
            id: llama-3.1-8b
            shape: {layers: 64}
            parameters: !delete
            ---
            schema: law/v1
            id: besiroglu
            irreducible_loss: 1.9 nat/token
            ---
            schema: technique/v1
            id: fp8
            effective_parameters: 0.5
            """;

    @TempDir
    private Path folder;

    /** Two routes to the same figures: a value that is set, and a file of the user's. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "throughput --model llama-3.1-8b --chip nvidia-h100-sxm --max-replica-chips 1 | " + BANDWIDTH,
                "throughput --model llama-3.1-8b --chip nvidia-h100-sxm --max-replica-chips 1"
                        + " | model.\"llama-3.1-8b\".shape.layers=64;model.\"llama-3.1-8b\".parameters=!delete",
                "throughput --model llama-3.1-8b --chip nvidia-h100-sxm --max-replica-chips 1"
                        + " | architecture.llama-3.1-8b.parameters=!delete;model.llama-3.1-8b.shape.layers=64",
                "estimate serve-llama-70b | fleet.xai-colossus-1.entries.h100.count=300000",
                "fleet --fleet xai-colossus-1 --samples 64 | fleet.xai-colossus-1.entries.h100.count=300000",
                "scale --law besiroglu | law.besiroglu.irreducible_loss=1.9 nat/token",
                "allocate one-kind-of-chip | " + BANDWIDTH,
                "compare small-model --techniques fp8 | technique.fp8.effective_parameters=0.5",
                "sensitivity serve-llama-70b --samples 64 --of inference.throughput | fleet.xai-colossus-1.entries.h100.count=300000",
                "sweep essay-2023-measured --over fleet.share=20%,30% --figure inference.throughput | " + BANDWIDTH,
            })
    void aValueThatIsSetGivesTheFiguresOfAFileThatSaysIt(String command, String setting) throws IOException {
        only(setting);
        List<String> plain = List.of(command.split(" ", -1));
        List<String> set = plain;
        for (String one : setting.split(";", -1)) {
            set = with(set, "--set", one);
        }
        String changed = figures(set);

        assertThat(changed).isEqualTo(figures(with(plain, "--catalog", folder.toString())));
        assertThat(changed).isNotEqualTo(figures(plain));
    }

    // The file with the entry of the setting alone.
    private void only(String setting) throws IOException {
        for (String entry : FILE.split("---\n", -1)) {
            String id = entry.lines().toList().get(1).substring("id: ".length());
            if (setting.replace("\"", "").contains("." + id + ".")) {
                Files.writeString(folder.resolve("ours.yaml"), entry);
            }
        }
    }

    private static List<String> with(List<String> command, String option, String value) {
        List<String> longer = new ArrayList<>(command);
        longer.addAll(List.of(option, value));
        return longer;
    }

    private static String figures(List<String> command) {
        List<String> whole = new ArrayList<>(command);
        if (!command.get(0).equals("sweep")) {
            whole.addAll(List.of("--format", "json"));
        }
        return Cli.good(whole.toArray(String[]::new))
                .out()
                .replaceAll("\"catalog\": ?\"[0-9a-f]{12}\"", "")
                .replaceAll("\"set\": ?\\[[^]]*\\]", "")
                .replaceAll("\"file\": ?\"[^\"]*\"(,\\s*\"line\": \\d+)?", "")
                .replaceAll(",?\\s*\"changed: [^\"]*\"", "")
                .replaceAll("\\s", "");
    }

    @Test
    void aSweepOverAValueOfAChipHasTheFiguresOfEachValue() {
        List<String> rows = Cli.good(
                        "sweep",
                        "essay-2023-measured",
                        "--over",
                        "chip.nvidia-h100-sxm.memory.hbm.bandwidth=2..6 TB/s",
                        "--figure",
                        "inference.throughput")
                .out()
                .lines()
                .toList();
        double alone = Cli.good("estimate", "essay-2023-measured", "--set", BANDWIDTH, "--format", "json")
                .value("inference.throughput");

        assertThat(rows).hasSize(6);
        assertThat(rows.get(5).split(",", -1)[1])
                .isEqualTo(Double.toString(alone).replaceAll("\\.0$", ""));
    }

    @Test
    void whatWasSetIsShownWithTheResult() {
        assertThat(Cli.good("estimate", "serve-llama-70b", "--set", "chip.nvidia-h100-sxm.power.tdp=640 W")
                        .out())
                .contains("  changed: chip.nvidia-h100-sxm.power.tdp=640 W\n");
        assertThat(Cli.good(
                                "throughput",
                                "--model",
                                "llama-3.1-8b",
                                "--chip",
                                "nvidia-h100-sxm",
                                "--max-replica-chips",
                                "1",
                                "--set",
                                BANDWIDTH)
                        .out())
                .contains("  changed: " + BANDWIDTH + "\n");
        assertThat(Cli.good("fleet", "--samples", "64", "--set", "chip.nvidia-h100-sxm.power.tdp=640 W")
                        .out())
                .contains("  changed: chip.nvidia-h100-sxm.power.tdp=640 W\n");
    }

    @Test
    void aKeyOfTheScenarioIsNotTheEntryOfTheSameKind() {
        double half = Cli.good("estimate", "serve-llama-70b", "--set", "fleet.share=50%", "--format", "json")
                .value("inference.throughput");
        double whole =
                Cli.good("estimate", "serve-llama-70b", "--format", "json").value("inference.throughput");

        assertThat(2 * half).isEqualTo(whole);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "chip.nvidia-h100-smx.power.tdp=640 W"
                        + " | [unknown-path] there is no chip 'nvidia-h100-smx'. Maybe nvidia-h100-sxm?",
                "chip.nvidia-h100-sxm.power.tpd=640 W"
                        + " | [unknown-key] 'tpd' is not a key of nvidia-h100-sxm.power. Maybe tdp?",
                "chip.nvidia-h100-sxm.memory.hmb.bandwidth=6 TB/s"
                        + " | [unknown-path] nvidia-h100-sxm has no memory.hmb.bandwidth. Maybe memory.hbm.bandwidth?",
                "chip.nvidia-h100-sxm.power.tdp=640 GiB"
                        + " | [wrong-unit] nvidia-h100-sxm.power.tdp: '640 GiB' is in GiB, and this key is in W",
                "chip.nvidia-h100-sxm=640 W | [set] what of the chip nvidia-h100-sxm? An assignment is KIND.ID.KEY=VALUE,"
                        + " as chip.nvidia-h100-sxm.power.tdp=640 W",
                "chip.nvidia-a10.power.tdp=100 W | [dead-key] the chip nvidia-a10 is read by nothing in this scenario",
                "fleet.xai-colossus-2.as_of=2026-01-01"
                        + " | [unknown-path] there is no fleet 'xai-colossus-2'. Maybe xai-colossus-1?",
                "fleet.shar=5% | [unknown-key] 'shar' is not a key of fleet. Maybe share?",
                "chip.nvidia-h100-sxm.power.tpd=!delete | [delete-nothing] there is no 'tpd' here to delete. Maybe tdp?",
            })
    void whatNamesNoValueIsRefusedWithTheNearest(String setting, String message) {
        assertThat(Cli.failed(2, "estimate", "serve-llama-70b", "--set", setting)
                        .problems())
                .containsExactly("--set " + setting + ": error " + message);
    }

    @Test
    void aCommandWithoutAScenarioTakesValuesOfEntriesAlone() {
        assertThat(Cli.failed(2, "fleet", "--set", "training.duration=90 day").problems())
                .containsExactly(
                        "--set training.duration=90 day: error [set] fleet has no scenario; an assignment is KIND.ID.KEY=VALUE,"
                                + " as chip.nvidia-h100-sxm.power.tdp=640 W");
    }

    @Test
    void aPathThatNamesNoValueEndsASweep() {
        assertThat(Cli.failed(2, "sweep", "--over", "chip.nvidia-h100-smx.power.tdp=600 W,700 W")
                        .problems())
                .singleElement()
                .asString()
                .endsWith("[unknown-path] there is no chip 'nvidia-h100-smx'. Maybe nvidia-h100-sxm?");
    }

    @Test
    void aValueOfALayerThatTheScenarioNamesCanBeSet() throws IOException {
        Files.writeString(folder.resolve("chips.yaml"), "schema: chip/v1\nid: my.chip\nextends: nvidia-h100-sxm\n");
        Path scenario = Files.writeString(
                folder.resolve("mine.yaml"),
                "schema: scenario/v1\nid: mine\noverlays: [chips.yaml]\nfleet: {chips: {my.chip: 10}}\n");

        assertThat(Cli.good(
                                "estimate",
                                scenario.toString(),
                                "--format",
                                "json",
                                "--set",
                                "chip.my.chip.peak.bf16=1 PFLOP/s")
                        .value("fleet.peak"))
                .isEqualTo(1e16);
        assertThat(Cli.good("estimate", scenario.toString(), "--format", "json", "--set", "fleet.chips.\"my.chip\"=20")
                        .value("fleet.h100e"))
                .isEqualTo(20);
    }

    @Test
    void explainTakesTheSameAddresses() {
        String plain =
                Cli.good("catalog", "explain", "llama-3.1-70b.shape.layers").out();

        assertThat(Cli.good("catalog", "explain", "model.\"llama-3.1-70b\".shape.layers")
                        .out())
                .isEqualTo(plain);
        assertThat(Cli.good("catalog", "explain", "architecture.llama-3.1-70b.shape.layers")
                        .out())
                .isEqualTo(plain);
        assertThat(Cli.failed(2, "catalog", "explain", "chip.nvidia-h100-smx.peak")
                        .problems())
                .containsExactly(
                        "chip.nvidia-h100-smx.peak: error [unknown-id] there is no entry 'nvidia-h100-smx'. Maybe nvidia-h100-sxm?");
    }

    private static final String UNCERTAIN =
            "chip.nvidia-h100-sxm.memory.hbm.bandwidth={dist: uniform, low: 2 TB/s, high: 4 TB/s}";

    /** 1,000 chips whose rate reaches evenly from 500 to 1,500 TFLOP/s have at most 1,450 PFLOP/s in 95 of 100 cases. */
    @Test
    void anUncertainNumberOfAChipIsSampled() {
        String set = "chip.nvidia-h100-sxm.%s={dist: uniform, low: %s, high: %s}";
        Cli.Run run = Cli.good(
                "estimate",
                "serve-llama-70b",
                "--samples",
                "512",
                "--format",
                "json",
                "--set",
                "fleet=!replace {chips: {nvidia-h100-sxm: 1000}}",
                "--set",
                set.formatted("peak.bf16", "500 TFLOP/s", "1500 TFLOP/s"),
                "--set",
                set.formatted("power.all_in", "1 kW", "3 kW"));

        assertThat(run.result()
                        .path("quantities")
                        .path("fleet.peak")
                        .path("p95")
                        .asDouble())
                .isCloseTo(1.45e18, within(2e16));
        assertThat(run.result()
                        .path("quantities")
                        .path("inference.energy_per_million_tokens")
                        .path("p95")
                        .asDouble())
                .isGreaterThan(1.5
                        * run.result()
                                .path("quantities")
                                .path("inference.energy_per_million_tokens")
                                .path("p50")
                                .asDouble());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "estimate essay-2023-measured --samples 64",
                "estimate essay-2023-measured",
                "allocate one-kind-of-chip",
                "compare small-model --techniques fp8",
                "throughput --model llama-3.1-8b --chip nvidia-h100-sxm",
                "fleet --fleet xai-colossus-1 --samples 64 --usable-for llama-3.1-8b"
            })
    void whatASearchTakesAtOneValueIsNotUncertain(String command) {
        List<String> whole = with(List.of(command.split(" ", -1)), "--set", UNCERTAIN);

        assertThat(Cli.failed(2, whole.toArray(String[]::new)).problems())
                .containsExactly(
                        "--set " + UNCERTAIN
                                + ": error [uncertain-of-chip] nvidia-h100-sxm.memory.hbm.bandwidth is uncertain, and replicas are searched for"
                                + " at one value of it. Maybe muster sweep --over 'chip.nvidia-h100-sxm.memory.hbm.bandwidth=LOW..HIGH'?");
    }
}
