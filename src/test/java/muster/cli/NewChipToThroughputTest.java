package muster.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A new chip, from nothing to a throughput, in three commands: as docs/catalog-update.md has them. */
final class NewChipToThroughputTest {
    @TempDir
    private Path folder;

    @Test
    void threeCommandsLeadFromNothingToAThroughput() throws IOException {
        String catalog = folder.resolve("my-catalog").toString();
        Path file = folder.resolve("my-catalog/lab-x1.yaml");

        Cli.good("init", folder.toString(), "--chip", "lab-x1");
        String changed = Cli.good(
                        "catalog",
                        "set",
                        file.toString(),
                        "vendor=Lab",
                        "family=X",
                        "available=2026-11",
                        "sources.sheet.title=Lab, data sheet of the X1, November 2026",
                        "peak={bf16: 1.5 PFLOP/s, fp8: 3 PFLOP/s}",
                        "memory.hbm={type: HBM4, capacity: 192 GiB, bandwidth: 8 TB/s}",
                        "interconnect.scale_up={name: X-Link, per_direction: 600 GB/s, domain: 16}",
                        "power={tdp: 900 W}",
                        "prices.rental.per_hour=4 USD/h")
                .out();
        Cli.Run served = Cli.good(
                "throughput",
                "--model",
                "llama-3.1-8b",
                "--chip",
                "lab-x1",
                "--catalog",
                catalog,
                "--max-replica-chips",
                "1");

        assertThat(changed).contains("vendor: NVIDIA -> Lab");
        assertThat(served.out()).contains("llama-3.1-8b on lab-x1 in bf16");
        // What the example had is gone, and its comments are not.
        assertThat(Files.readString(file))
                .contains("# dense rates of one chip", "Lab, data sheet of the X1")
                .doesNotContain("NVLink", "int8", "HBM3,", "1.4 kW");
        Cli.good("catalog", "--catalog", catalog, "validate");
        assertThat(Cli.good("catalog", "--catalog", catalog, "lint", "lab-x1").out())
                .contains("1 chip, 0 found");
    }

    @Test
    void aChipWhoseLinksWereFoundFormsReplicas() {
        Cli.Run served = Cli.good(
                "throughput",
                "--model",
                "deepseek-v3",
                "--chip",
                "MI455X",
                "--formats",
                "fp8",
                "--max-replica-chips",
                "8",
                "--serial-speed",
                "20");

        assertThat(served.out()).contains("deepseek-v3 on amd-mi455x in fp8", "tp 4");
    }

    @Test
    void whatAChipOfTheCatalogLacksIsSaid() {
        assertThat(Cli.failed(2, "throughput", "--model", "llama-3.1-8b", "--chip", "TPU 8t")
                        .err())
                .contains("google-tpu-8t has no rate at 16 bits");
    }

    @Test
    void aChipThatWasGivenUpIsLeftOutOfAStockAndSaysSo() throws IOException {
        Files.writeString(folder.resolve("fleet.yaml"), """
                schema: fleet/v1
                id: hopes
                title: What never came
                scope: owner
                owner: us
                as_of: 2026-10-31
                entries:
                  stands: {chip: nvidia-h100-sxm, count: 1000, basis: installed}
                  hoped-for: {chip: nvidia-rubin-cpx, count: 7, basis: installed}
                """);

        assertThat(Cli.good("fleet", "--catalog", folder.toString(), "--fleet", "hopes")
                        .out())
                .contains("nvidia-rubin-cpx is left out: it is cancelled and cannot be had at 2026-10-31");
    }
}
