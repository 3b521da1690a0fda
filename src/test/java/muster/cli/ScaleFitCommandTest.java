package muster.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

final class ScaleFitCommandTest {

    // Table 1 of Sardana et al. is too rounded; a fit in SciPy gives these, and 6.19984e-4 for the sum.
    @ParameterizedTest
    @CsvSource({"E, 1.46296", "A, 35.388", "alpha, 0.178838", "B, 133.02", "beta, 0.231602"})
    void theRunsOfSardanaGiveTheirConstants(String name, double value) {
        Cli.Run run = Cli.good("scale", "fit", "sardana-47", "--bootstrap", "0", "--format", "json");

        assertThat(run.result().path("constants").path(name).path("value").asDouble())
                .isCloseTo(value, withinPercentage(2));
        assertThat(run.result().path("objective_value").asDouble()).isCloseTo(6.19984e-4, withinPercentage(0.01));
        assertThat(run.result().path("runs").asInt()).isEqualTo(47);
    }

    // Runs that a law makes, so that the law is known.
    private static Path made(Path folder) throws IOException {
        StringBuilder csv = new StringBuilder("Model Size,Training FLOP,Loss,kind\n");
        for (double n = 1e8; n < 2e10; n *= 3) {
            for (double d = 1e9; d < 2e12; d *= 5) {
                double loss = 1.7 + 300 / Math.pow(n, 0.31) + 900 / Math.pow(d, 0.34);
                csv.append("%s,%s,%s,good%n".formatted(n, 6 * n * d, loss));
            }
        }
        csv.append("1e9,6e19,9.5,odd\n1e9,6e19,9,odd\n");
        return Files.writeString(folder.resolve("runs.csv"), csv);
    }

    @Test
    void aLawIsFoundAgainFromItsRunsAndCanBeUsed(@TempDir Path folder) throws IOException {
        String runs = made(folder).toString();
        Path out = folder.resolve("mine").resolve("law.yaml");
        Files.createDirectories(out.getParent());
        Cli.Run run = Cli.good(
                "scale",
                "fit",
                runs,
                "--where",
                "kind=good",
                "--id",
                "mine",
                "--out",
                out.toString(),
                "--bootstrap",
                "40",
                "--format",
                "json");
        JsonNode constants = run.result().path("constants");

        assertThat(constants.path("E").path("value").asDouble()).isCloseTo(1.7, withinPercentage(0.1));
        assertThat(constants.path("alpha").path("value").asDouble()).isCloseTo(0.31, withinPercentage(0.1));
        assertThat(constants.path("beta").path("value").asDouble()).isCloseTo(0.34, withinPercentage(0.1));

        String catalog = out.getParent().toString();
        JsonNode law = Cli.good("scale", "--catalog", catalog, "--law", "mine", "--compute", "1e22", "--format", "json")
                .result()
                .path("laws")
                .path(0);
        double n = law.path("parameters").path("value").asDouble();
        double d = law.path("tokens").path("value").asDouble();
        // At the optimum alpha A / N^alpha = beta B / D^beta.
        assertThat(0.31 * 300 / Math.pow(n, 0.31)).isCloseTo(0.34 * 900 / Math.pow(d, 0.34), withinPercentage(1));
        Cli.good("catalog", "--catalog", catalog, "validate");
        Cli.failed(ExitStatus.USAGE, "scale", "fit", runs, "--out", out.toString());
    }

    @Test
    void aLawNamesItsFileWhateverThatIsCalled(@TempDir Path folder) throws IOException {
        Path runs = Files.move(made(folder), folder.resolve("my: \"runs\" #1.csv"));
        Path catalog = Files.createDirectories(folder.resolve("mine"));
        String out = catalog.resolve("law.yaml").toString();
        Cli.good(
                "scale",
                "fit",
                runs.toString(),
                "--where",
                "kind=good",
                "--id",
                "mine",
                "--out",
                out,
                "--bootstrap",
                "0");

        assertThat(Cli.good("catalog", "--catalog", catalog.toString(), "show", "mine")
                        .out())
                .contains("/my: \\\"runs\\\" #1.csv");
    }

    // Runs whose loss is 1.6 + (120 M^0.12 + 200 M^-0.12) C^-0.12, and whose error is 0.85 - 2 exp(-0.7 L).
    private static Path overTrained(Path folder) throws IOException {
        StringBuilder csv = new StringBuilder("parameters,tokens,loss,error\n");
        for (double n = 1e7; n < 2e9; n *= 3) {
            for (double m = 5; m < 700; m *= 4) {
                double scale = Math.pow(6 * n * n * m, -0.12);
                double loss = 1.6 + (120 * Math.pow(m, 0.12) + 200 * Math.pow(m, -0.12)) * scale;
                csv.append("%s,%s,%s,%s%n".formatted(n, m * n, loss, 0.85 - 2 * Math.exp(-0.7 * loss)));
            }
        }
        return Files.writeString(folder.resolve("over.csv"), csv);
    }

    @Test
    void aLawOfOverTrainingIsWrittenInItsOwnFormWithItsError(@TempDir Path folder) throws IOException {
        Path out =
                Files.createDirectories(folder.resolve("mine").resolve("laws")).resolve("law.yaml");
        Cli.Run run = Cli.good(
                "scale",
                "fit",
                overTrained(folder).toString(),
                "--form",
                "over-training",
                "--id",
                "mine",
                "--out",
                out.toString(),
                "--bootstrap",
                "20",
                "--format",
                "json");
        JsonNode constants = run.result().path("constants");

        assertThat(constants.path("a = A 6^eta").path("value").asDouble()).isCloseTo(120, withinPercentage(0.1));
        assertThat(constants.path("b = B 6^eta").path("value").asDouble()).isCloseTo(200, withinPercentage(0.1));
        assertThat(constants.path("eta = alpha / 2").path("value").asDouble()).isCloseTo(0.12, withinPercentage(0.1));
        assertThat(constants.path("error: eps").path("value").asDouble()).isCloseTo(0.85, withinPercentage(0.1));
        assertThat(constants.path("error: gamma").path("value").asDouble()).isCloseTo(0.7, withinPercentage(0.5));
        assertThat(Files.readString(out)).contains("method: over-training", "\nexponent: 0.12", "error: {most: 0.85");

        String catalog = folder.resolve("mine").toString();
        Cli.good("catalog", "--catalog", catalog, "validate");
        String explained = Cli.good(
                        "scale",
                        "--catalog",
                        catalog,
                        "--law",
                        "mine",
                        "--compute",
                        "1e22",
                        "--explain",
                        "--samples",
                        "200")
                .out();
        assertThat(explained).contains("model.downstream_error = ", "training.law.drawn.parameter_exponent");
    }

    @Test
    void anErrorWithoutAFormForItIsRefused(@TempDir Path folder) throws IOException {
        String runs = overTrained(folder).toString();

        assertThat(Cli.failed(ExitStatus.USAGE, "scale", "fit", runs, "--column", "error=error")
                        .err())
                .contains("--form over-training");
        assertThat(Cli.good("scale", "fit", runs, "--bootstrap", "0").out()).doesNotContain("error: eps");
    }

    @Test
    void theHighestLossesCanBeLeftOut(@TempDir Path folder) throws IOException {
        String runs = made(folder).toString();
        Cli.Run run = Cli.good("scale", "fit", runs, "--drop-highest", "2", "--bootstrap", "0", "--format", "json");

        assertThat(run.result().path("dropped").asInt()).isEqualTo(2);
        assertThat(run.result().path("constants").path("E").path("value").asDouble())
                .isCloseTo(1.7, withinPercentage(0.1));
        assertThat(run.result().path("catalog_laws").path("besiroglu-full").asDouble())
                .isPositive();
    }

    @Test
    void theBootstrapIsTheSameOnEveryRun() {
        String[] command = {"scale", "fit", "sardana-47", "--bootstrap", "30"};

        assertThat(Cli.good(command).out()).isEqualTo(Cli.good(command).out()).contains("30 refits");
    }

    @Test
    void everyBadCellIsToldWithItsPlace(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(
                folder.resolve("bad.csv"), "parameters,tokens,loss\n1e9,2e10,2.5\n1e9,many,2.4\n-1,2e10,\n");
        List<String> problems =
                Cli.failed(ExitStatus.DATA, "scale", "fit", file.toString()).problems();

        assertThat(problems).hasSize(3);
        assertThat(problems.get(0)).contains("bad.csv:3:5", "'many'");
        assertThat(problems.get(1)).contains("bad.csv:4:1", "'-1'");
        assertThat(problems.get(2)).contains("bad.csv:4:9");
    }

    @Test
    void missingColumnsAndTooFewRunsAreTold(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("few.csv"), "parameters,tokns,loss\n1e9,2e10,2.5\n");

        assertThat(Cli.failed(ExitStatus.DATA, "scale", "fit", file.toString()).err())
                .contains("no column holds flop or tokens");
        assertThat(Cli.failed(ExitStatus.USAGE, "scale", "fit", file.toString(), "--column", "tokens=tokn")
                        .err())
                .contains("Maybe tokns?");
        assertThat(Cli.failed(ExitStatus.DATA, "scale", "fit", file.toString(), "--column", "tokens=tokns")
                        .err())
                .contains("1 runs are left, and this form needs 6");
        Cli.failed(ExitStatus.DATA, "scale", "fit", folder.resolve("none.csv").toString());
        Cli.failed(ExitStatus.USAGE, "scale", "fit");
    }

    @Test
    void runsOfTheCatalogAreTakenById(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("own.yaml"), """
                schema: training-runs/v1
                id: own-runs
                sources: {note: {title: "a note of our own", tier: analyst}}
                default_source: note
                table: |
                  parameters,tokens,loss
                  1e9,2e10,2.5
                  1e9,4e10,two
                """);

        // A file is one whatever its name.
        Files.writeString(folder.resolve("runs"), "parameters,tokens,loss\n1e9,2e10,2.5\n");
        assertThat(Cli.failed(3, "scale", "fit", folder.resolve("runs").toString())
                        .err())
                .contains("1 runs are left, and this form needs 6");
        assertThat(Cli.failed(3, "scale", "fit", "muster").err()).contains("muster:");
        assertThat(Cli.failed(3, "scale", "fit", "no-such.csv").err()).contains("no-such.csv");
        assertThat(Cli.failed(2, "scale", "fit", "sardana-74").err()).contains("[unknown-id]", "Maybe sardana-47?");
        assertThat(Cli.failed(3, "scale", "--catalog", folder.toString(), "fit", "own-runs")
                        .err())
                .contains("own.yaml:8:", "'two'");
    }
}
