package muster.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tables of runs that tell no law, or not what they seem to. */
final class FitCasesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "one-size | 1:1: error [not-identifiable] all runs have one size, and A and alpha take 3 different ones at least",
                "two-loss-columns | 1:24: error [duplicate-column] 'loss' holds loss a second time, after 'loss'. Maybe --column loss=NAME, where their names differ?",
                "semicolons | 1:1: error [separator] cells stand apart by semicolons here, and are read by commas. Maybe parameters,tokens,loss?",
                "tabs | 1:1: error [separator] cells stand apart by tabs here, and are read by commas. Maybe parameters,tokens,loss?",
                "decimal-commas | 1:1: error [separator] cells stand apart by semicolons here, and are read by commas; decimals have a comma, and are read by a point. Maybe parameters,tokens,loss?"
            })
    void whatTellsNoLawIsRefusedWithTheReason(String name, String message) {
        String file = Cli.file("fit/%s.csv".formatted(name));

        assertThat(Cli.failed(ExitStatus.DATA, "scale", "fit", file).problems()).containsExactly(file + ":" + message);
    }

    @Test
    void identicalRunsTellNeitherTerm() {
        assertThat(Cli.failed(ExitStatus.DATA, "scale", "fit", Cli.file("fit/identical-runs.csv"))
                        .problems())
                .hasSize(2)
                .allSatisfy(line -> assertThat(line).contains("[not-identifiable]"));
    }

    @Test
    void aColumnInBillionsIsWarnedOf() {
        Cli.Run run = Cli.good("scale", "fit", Cli.file("fit/in-billions.csv"), "--bootstrap", "0", "--format", "json");

        assertThat(run.result().path("warnings").toString())
                .contains("[unlikely-unit]", "no run has more than 6.4 parameters", "'tokens' is in millions");
    }

    @Test
    void aRightTableIsNotWarnedOf() {
        Cli.Run run = Cli.good("scale", "fit", "sardana-47", "--bootstrap", "0", "--format", "json");

        assertThat(run.result().path("warnings")).isEmpty();
    }

    @Test
    void intervalsAreThoseOfTheSeed() {
        List<String> words = List.of("scale", "fit", "sardana-47", "--bootstrap", "20", "--seed", "7");
        String first = Cli.good(words.toArray(String[]::new)).out();

        assertThat(Cli.good(words.toArray(String[]::new)).out()).isEqualTo(first);
    }

    @Test
    void measurementsOfAHeadAloneAreNone() {
        String file = Cli.file("measurements-without-rows.csv");

        assertThat(Cli.failed(ExitStatus.DATA, "accuracy", "--measurements", file)
                        .problems())
                .containsExactly(file + ":1:1: error [empty] there is no row below the head");
    }

    @Test
    void columnsThatThePublisherAddsAreLeftOut() {
        assertThat(Cli.good("catalog", "import", "epoch-chip-counts", Cli.file("epoch/last-modified.csv"))
                        .out())
                .contains("2025-09-30: {chips: {p5: 120000, p50: 140000, p95: 160000}");
    }
}
