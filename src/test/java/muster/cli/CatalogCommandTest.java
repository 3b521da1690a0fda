package muster.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CatalogCommandTest {

    @Test
    void modelsAreListedUnderTheNameThatOptionsHave() {
        String models = Cli.good("catalog", "list", "architecture").out();
        assertThat(models).contains("llama-3.1-8b");
        assertThat(Cli.good("catalog", "list", "model").out()).isEqualTo(models);
        assertThat(Cli.good("catalog", "list", "models").out()).isEqualTo(models);
        assertThat(Cli.failed(ExitStatus.USAGE, "catalog", "list", "modle").err())
                .contains("Maybe model?");
    }

    @Test
    void anEntryIsShownByItsAliasAndSaysItsId() {
        assertThat(Cli.good("catalog", "show", "ironwood").out())
                .contains("id: google-tpu7x\n", "aliases:\n  - TPU7x\n  - TPU v7\n");
        assertThat(Cli.good("catalog", "explain", "H200.power.tdp").out())
                .startsWith("nvidia-h200-sxm.power.tdp = 700 W");
        assertThat(Cli.good("catalog", "lint", "--waived", "A100-SXM-80GB").out())
                .isNotBlank();
    }

    @Test
    void theListHasEveryKindWithItsEntries() {
        assertThat(Cli.good("catalog", "list").out().lines())
                .contains(
                        "chip/v1",
                        "fleet/v1",
                        "architecture/v1",
                        "law/v1",
                        "token-stock/v1",
                        "scenario/v1",
                        "published/v1")
                .anyMatch(line -> line.matches("  nvidia-h100-sxm +NVIDIA H100 SXM5 80GB"))
                .anyMatch(line -> line.matches("  besiroglu +Chinchilla's parametric loss .*"))
                .anyMatch(line -> line.matches("  finnveden-2023 +Finnveden 2023, .*"));
    }

    @Test
    void everyBuiltInEntryIsValid() {
        assertThat(Cli.good("catalog", "validate").out())
                .matches("\\d+ entries, no problems; catalog \\d{4}\\.\\d\\d [0-9a-f]{12}\\R");
    }

    @Test
    void everyProblemOfAFolderIsReported(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("chips.yaml"), """
                schema: chip/v1
                id: house-chip
                vendor: House
                status: rumoured
                available: 2026-01
                peak: {bf16: 1000 TFLOPS}
                memory: {hbm: {type: HBM3, capacity: 80 GiB, bandwidth: 80 Gbps}}
                power: {tdp: 700}
                colour: red
                """);

        Cli.Run run = Cli.failed(3, "catalog", "--catalog", folder.toString(), "validate");

        String file = folder.resolve("chips.yaml").toString();
        assertThat(run.problems())
                .anyMatch(line -> line.startsWith(file + ":4:9: error [unknown-word]"))
                .anyMatch(line -> line.startsWith(file + ":6:14: error [not-a-quantity]") && line.contains("TFLOP/s"))
                .anyMatch(line -> line.startsWith(file + ":7:57: error [not-a-quantity]") && line.contains("GB/s"))
                .anyMatch(line -> line.startsWith(file + ":8:14: error [no-unit]") && line.contains("700 W"))
                .anyMatch(line -> line.startsWith(file + ":9:1: error [unknown-key]"));
    }

    @Test
    void entriesOfAFolderAreListedAmongTheOthers(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("mine.yaml"), """
                schema: scenario/v1
                id: my-cluster
                title: A cluster of mine
                fleet: {chips: {nvidia-h20: 10}}
                """);

        assertThat(Cli.good("catalog", "--catalog", folder.toString(), "list")
                        .out()
                        .lines())
                .anyMatch(line -> line.matches("  my-cluster +A cluster of mine"))
                .anyMatch(line -> line.matches("  essay-2023 +.*"));
        assertThat(Cli.good("estimate", "--list", "--catalog", folder.toString())
                        .out())
                .contains("my-cluster");
    }

    @Test
    void theListIsNarrowedByKindAndText() {
        assertThat(Cli.good("catalog", "list", "chips", "--filter", "tpu v5")
                        .out()
                        .lines())
                .hasSize(3)
                .startsWith("chip/v1")
                .allMatch(line -> line.equals("chip/v1") || line.contains("google-tpu-v5"));
        assertThat(Cli.failed(2, "catalog", "list", "chps").err()).contains("[unknown-kind]", "Maybe chips?");
    }

    @Test
    void whatIsShownOfEveryEntryReadsBackAsTheSameEntry(@TempDir Path folder) throws IOException {
        List<String> arguments = new ArrayList<>(List.of("catalog", "show"));
        String kind = "";
        for (String line : Cli.good("catalog", "list").out().lines().toList()) {
            if (line.startsWith(" ")) {
                arguments.add(kind + line.strip().split(" ", 2)[0]);
            } else {
                kind = line.replace("/v1", "/");
            }
        }
        String shown = Cli.good(arguments.toArray(String[]::new)).out();
        Files.writeString(folder.resolve("all.yaml"), shown);

        assertThat(arguments).hasSizeGreaterThan(150);
        assertThat(Cli.good("catalog", "--catalog", folder.toString(), "diff").out())
                .contains("no value differs");
    }

    @Test
    void whatIsShownSaysWhereItComesFrom(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("h20.yaml");
        Files.writeString(file, "schema: chip/v1\nid: nvidia-h20\npower: {tdp: 410 W}\n");

        assertThat(Cli.good("catalog", "--catalog", folder.toString(), "show", "nvidia-h20")
                        .out())
                .contains("# from hardware-catalog/chips/nvidia/nvidia-h20.yaml:", "# from " + file + ":2")
                .contains("  tdp: 410 W  # " + file + ":3");
    }

    @Test
    void aListOfEntriesOneOfWhichExtendsNothingIsNotHalfPrinted(@TempDir Path folder) throws IOException {
        Files.writeString(
                folder.resolve("model.yaml"),
                "schema: architecture/v1\nid: deepseek-r1\ntitle: DeepSeek R1\nextends: no-such\n");
        Cli.Run run = Cli.muster("catalog", "--catalog", folder.toString(), "list");

        assertThat(run.status()).isEqualTo(3);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains("model.yaml:4:10: error [unknown-id]");
    }

    @Test
    void withoutASubcommandItsUsageIsShown() {
        assertThat(Cli.good("catalog").out()).contains("Usage: muster catalog", "list", "validate");
    }
}
