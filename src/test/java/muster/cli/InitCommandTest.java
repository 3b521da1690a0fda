package muster.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files to begin a new entry with, and what is said of one that lacks keys. */
final class InitCommandTest {
    @TempDir
    private Path folder;

    @Test
    void aNewChipModelAndFleetAreSoundAsTheyAreWritten() {
        String catalog = folder.resolve("my-catalog").toString();
        assertThat(Cli.good("init", folder.toString(), "--chip", "lab-x1", "--model", "lab-9b", "--fleet")
                        .out())
                .contains(
                        "lab-x1.yaml", "lab-9b.yaml", "my-fleet.yaml", "Next: put your values in, then muster catalog");
        assertThat(folder.resolve("my-scenario.yaml")).doesNotExist();
        Cli.good("catalog", "--catalog", catalog, "validate");
        assertThat(Cli.good("throughput", "--model", "lab-9b", "--chip", "lab-x1", "--catalog", catalog)
                        .out())
                .contains("lab-9b on lab-x1 in bf16");
        assertThat(Cli.good("fleet", "--fleet", "my-fleet", "--by", "chip", "--catalog", catalog)
                        .out())
                .contains("nvidia-gb300");
    }

    @Test
    void aFleetHasANameOfOnesOwn() throws IOException {
        Cli.good("init", folder.toString(), "--fleet", "our-racks");
        assertThat(Files.readString(folder.resolve("my-catalog/our-racks.yaml")))
                .contains("id: our-racks\n", "fleet: {id: our-racks, share: 80%}")
                .doesNotContain("my-fleet");
    }

    @ParameterizedTest
    @CsvSource({
        "--chip, nvidia-h100-sxm, duplicate-id",
        "--model, llama-3.1-8b, duplicate-id",
        "--fleet, epoch-2026, duplicate-id",
        "--chip, Lab X1, bad-id",
        "--chip, ../x, bad-id",
    })
    void anIdThatCannotBeOnesOwnIsRefusedAndNothingIsWritten(String option, String id, String code) {
        assertThat(Cli.failed(ExitStatus.USAGE, "init", folder.toString(), option, id)
                        .err())
                .startsWith("%s %s: error [%s]".formatted(option, id, code));
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void aFileThatIsThereIsLeftAsItIs() {
        Cli.good("init", folder.toString(), "--chip", "lab-x1");
        assertThat(Cli.failed(ExitStatus.USAGE, "init", folder.toString(), "--chip", "lab-x1")
                        .err())
                .contains("[file-exists]");
    }

    @Test
    void aNewChipIsToldAllThatItLacksAtOnceWithExamples() {
        assertThat(lacking("schema: chip/v1\nid: lab-x1\nvendor: Lab\n").problems())
                .singleElement()
                .asString()
                .contains("new.yaml:2:5: error [missing-key] a new chip needs more: ")
                .contains("status, as available")
                .contains("memory, as {hbm: {type: HBM3, capacity: 80 GiB, bandwidth: 3.35 TB/s}}")
                .contains("power, as {tdp: 700 W, all_in: 1.4 kW}")
                .doesNotContain("vendor, as")
                .endsWith("muster init --chip lab-x1 writes a file with all of them");
    }

    @Test
    void aNewModelIsToldOfItsShape() {
        assertThat(lacking("schema: architecture/v1\nid: lab-9b\n").problems())
                .singleElement()
                .asString()
                .contains("developer, as Meta; shape, as {layers: 32", "muster init --model lab-9b");
    }

    @Test
    void whatIsMostlyThereIsNewAndNoMisspeltChange() {
        String most = """
                schema: chip/v1
                id: nvidia-h300-sxm
                vendor: NVIDIA
                status: announced
                peak: {fp8: 9 PFLOP/s}
                memory: {hbm: {type: HBM4, capacity: 288 GiB, bandwidth: 20 TB/s}}
                """;
        assertThat(lacking(most).err())
                .contains("a new chip needs more: interconnect, as ", "; power, as ")
                .doesNotContain("to change", "Maybe");
        assertThat(lacking("schema: chip/v1\nid: nvidia-h300-sxm\npower: {tdp: 640 W}\n")
                        .err())
                .contains("there is no chip 'nvidia-h300-sxm' to change", "Maybe nvidia-b300-sxm?");
    }

    private Cli.Run lacking(String entry) {
        try {
            Files.writeString(folder.resolve("new.yaml"), entry);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return Cli.failed(ExitStatus.DATA, "catalog", "--catalog", folder.toString(), "validate");
    }
}
