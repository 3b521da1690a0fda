package muster.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code muster sensitivity}. */
final class SensitivityCommandTest {
    private static final String FIGURE = "workforce.researcher_months_per_month";

    @Test
    void theLargestShareStandsFirst() {
        List<String> lines = Cli.muster("sensitivity", "essay-2023-uncertain", "--of", FIGURE)
                .out()
                .lines()
                .toList();

        assertThat(lines.get(3)).startsWith("workforce.tokens_per_researcher_second ");
        // In logarithms the figure is nearly a sum; the deviation of this input is ln 25 / 3.29 and that of the figure
        // ln(3.432189e7 / 4.813903e5) / 3.29 by NumPy: 0.569 of the variance.
        assertThat(lines.get(3)).contains(" 56.9% ");
    }

    @Test
    void whatMovesNothingIsToldWithTheReason() {
        assertThat(Cli.muster("sensitivity", "--of", FIGURE).out())
                .contains("part of the making but cancels: inference.serial_speed, workforce.streams");
        assertThat(Cli.muster("sensitivity", "--of", "workforce.parallel_researchers")
                        .out())
                .contains("no part of the making: ", "workforce.tokens_per_researcher_second");
        assertThat(Cli.muster("sensitivity", "essay-2023", "--of", FIGURE).out())
                .contains("no uncertain input moves it");
    }

    @Test
    void everyFormatHasEveryInput() {
        for (String format : List.of("table", "json", "csv", "markdown")) {
            assertThat(Cli.muster("sensitivity", "--format", format).out())
                    .contains("fleet.capacity", "training.law.ratio", "inference.serial_speed", "workforce.streams");
        }
    }

    @Test
    void theChartIsWritten(@TempDir Path folder) throws IOException {
        Path chart = folder.resolve("tornado.svg");
        assertThat(Cli.muster("sensitivity", "--chart", chart.toString()).status())
                .isZero();

        assertThat(Files.readString(chart)).startsWith("<svg").contains("fleet.capacity", FIGURE);
    }

    @Test
    void whatWouldHaveToBeTrue() {
        String out = Cli.muster("sensitivity", "--reach", FIGURE + "=1e7").out();

        // 4.248e6 at central values, as one over this input: 100 * 0.4248.
        assertThat(out).containsPattern("workforce.tokens_per_researcher_second +at most 42.5 token/researcher-second");
        assertThat(out).contains("fleet.share").contains("cannot do it alone");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--of workforce.researchers",
                "--reach " + FIGURE,
                "--reach " + FIGURE + "=many",
                "--reach " + FIGURE + "=5 token/s",
                "--samples 3",
                "--of fleet.share --reach " + FIGURE + "=1",
                "no-such-scenario",
            })
    void aWrongCommandLineIsToldInOneLine(String line) {
        String[] words = ("sensitivity " + line).split(" (?!token)", -1);
        Cli.Run run = Cli.muster(words);

        assertThat(run.status()).isEqualTo(ExitStatus.USAGE);
        assertThat(run.out()).isEmpty();
    }
}
