package muster.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The checks of chips through the command line. */
final class CatalogLintTest {
    @TempDir
    private Path folder;

    private String sparse() throws IOException {
        Files.writeString(folder.resolve("h100.yaml"), """
                schema: chip/v1
                id: nvidia-h100-sxm
                peak: {fp8: 3958 TFLOP/s}
                """);
        return folder.toString();
    }

    @Test
    void theBuiltInCatalogIsSound() {
        assertThat(Cli.good("catalog", "lint").out())
                .matches("95 chips, 0 found and not waived, \\d+ waived; catalog .*\\R");
        assertThat(Cli.good("catalog", "lint", "--waived", "nvidia-b300-sxm").out())
                .contains("[ratio.int8] nvidia-b300-sxm:", "waived: Blackwell Ultra");
    }

    @Test
    void whatIsFoundFailsAndNamesTheLineThatIsWrong() throws IOException {
        String layer = sparse();
        Cli.Run run = Cli.muster("catalog", "--catalog", layer, "lint", "nvidia-h100-sxm");

        assertThat(run.status()).isEqualTo(1);
        assertThat(run.err()).isEmpty();
        assertThat(run.out().lines())
                .anyMatch(line -> line.startsWith(
                        folder.resolve("h100.yaml") + ":3:13: [ratio.fp8] nvidia-h100-sxm: fp8 is 4 times"));
    }

    @Test
    void otherFormatsHaveTheSame() throws IOException {
        String layer = sparse();
        JsonNode json = Cli.muster("catalog", "--catalog", layer, "lint", "--format", "json")
                .result();

        assertThat(json.path("findings"))
                .extracting(finding -> finding.path("check").asString())
                .contains("ratio.fp8", "sparse-quote.fp8");
        assertThat(Cli.muster("catalog", "--catalog", layer, "lint", "--format", "csv")
                        .out())
                .contains("nvidia-h100-sxm,ratio.fp8,");
        assertThat(Cli.muster("catalog", "--catalog", layer, "lint", "--format", "markdown")
                        .out())
                .contains("| nvidia-h100-sxm | ratio.fp8 |");
    }

    @Test
    void aMisspeltChipIsReported() {
        assertThat(Cli.failed(2, "catalog", "lint", "nvidia-h100-smx").err()).contains("Maybe nvidia-h100-sxm?");
    }
}
