package muster.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class EstimateProblemsTest {

    @Test
    void oneReportHoldsEveryProblemOfAFileByLine() {
        String file = Cli.file("muddled.yaml");

        List<String> problems = Cli.failed(3, "estimate", file).problems();

        assertThat(problems).hasSize(5);
        assertThat(problems.get(0))
                .startsWith(file + ":5:13: error [no-unit]")
                .contains("'4e21' has no unit", "FLOP/s");
        assertThat(problems.get(1))
                .startsWith(file + ":8:3: error [duplicate-key]")
                .contains("'share'", "the first is on line 7");
        assertThat(problems.get(2))
                .startsWith(file + ":9:3: error [unknown-key]")
                .contains("'duration' is not a key of fleet", "training.duration?");
        assertThat(problems.get(3))
                .startsWith(file + ":11:13: error [not-a-quantity]")
                .contains("Gbps", "Gb/s", "GB/s");
        assertThat(problems.get(4))
                .startsWith(file + ":14:3: error [unknown-key]")
                .contains("'colour' is not a key of training");
    }

    @Test
    void aSyntaxErrorIsReportedAtItsPlaceAndReadingGoesOn() {
        String file = Cli.file("broken.yaml");

        List<String> problems = Cli.failed(3, "estimate", file).problems();

        assertThat(problems.get(0)).startsWith(file + ":4:24: error [syntax] not YAML");
        assertThat(problems)
                .anyMatch(line -> line.startsWith(file + ":6:3: error [unknown-key]") && line.contains("Maybe share?"));
    }

    @Test
    void anEntryThatExtendsNothingOrItselfIsReportedThere() {
        String file = Cli.file("extends-nothing.yaml");

        assertThat(Cli.failed(3, "estimate", file).problems())
                .satisfiesExactly(
                        line -> assertThat(line)
                                .startsWith(file + ":3:10: error [unknown-id]")
                                .contains("there is no scenario 'essay-2032'. Maybe essay-2023?"),
                        line -> assertThat(line)
                                .startsWith(file + ":7:10: error [cycle]")
                                .contains("serpent -> serpent"));
    }

    @Test
    void aConstantLaidOverALawThatReadsItNotIsReportedAtItsPlace(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("experts.yaml");
        Files.writeString(file, """
                schema: scenario/v1
                id: experts
                extends: essay-2023-measured-moe-loss
                training:
                  moe:
                    same_loss:
                      law:
                        id: abnar-moe
                        token_exponent: 0.4
                """);

        assertThat(Cli.failed(3, "estimate", file.toString()).problems())
                .containsExactly(
                        file
                                + ":9:25: error [dead-key] training.moe.same_loss.law.token_exponent is read by nothing in this scenario");
    }

    @Test
    void anUnknownScenarioIsAnErrorOfTheCommandLineThatNamesTheNearest() {
        assertThat(Cli.failed(2, "estimate", "essay-2032").err())
                .startsWith("essay-2032: error [unknown-id] there is no scenario 'essay-2032'. Maybe essay-2023?");
    }

    @Test
    void problemsOfSeveralArgumentsAreReportedTogetherAndNothingIsPrinted() {
        Cli.Run run = Cli.failed(3, "estimate", "essay-2023", "gpt-2031", Cli.file("muddled.yaml"));

        assertThat(run.problems()).hasSize(6).anyMatch(line -> line.contains("Maybe gpt-2030?"));
    }

    @Test
    void aMissingFileIsReported() {
        assertThat(Cli.failed(3, "estimate", "no-such-file.yaml").err())
                .isEqualTo("no-such-file.yaml:1:1: error [no-file] there is no such file" + System.lineSeparator());
        assertThat(Cli.failed(3, "estimate", "no/such/folder").err()).contains("[no-file]");
        assertThat(Cli.failed(3, "estimate", "src/test").err()).contains("[no-file]");
    }

    @Test
    void aMissingCatalogFolderIsReported() {
        assertThat(Cli.failed(3, "estimate", "--catalog", "no-such-folder").err())
                .startsWith("no-such-folder:1:1: error [no-file] there is no such folder");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "'' | empty",
                "'# nothing but a comment' | empty",
                "'just words' | not-a-mapping",
                "'- a list' | not-a-mapping",
                "'id: no-schema' | missing-key",
                "'schema: scenario/v1' | missing-key",
                "'{schema: scenario/v2, id: a}' | unknown-schema",
                "'{schema: scenario/v1, id: Not An Id}' | bad-id",
                "'{schema: law/v1, id: my-law}' | no-scenario",
                "'{schema: scenario/v1, id: a, fleet: 3}' | wrong-shape",
                "'{schema: scenario/v1, id: a, fleet: [1, 2]}' | wrong-shape",
                "'{schema: scenario/v1, id: a, fleet: &f {id: world-2025}}' | anchor",
                "'{schema: scenario/v1, id: a, fleet: *f}' | anchor",
                "'{schema: scenario/v1, id: a, fleet: {<<: 1}}' | anchor",
                "'{schema: scenario/v1, id: a, fleet: !!map {id: world-2025}}' | tag",
                "'{schema: scenario/v1, id: a, fleet: {id: xai-colosus-1}}' | unknown-id",
                "'{schema: scenario/v1, id: a, fleet: {id: world-2025, capacity: 1e20 FLOP/s}}' | two-choices",
                "'{schema: scenario/v1, id: a' | syntax"
            })
    void whateverAFileHoldsIsReportedAsAProblemOfTheFile(String text, String code, @TempDir Path folder)
            throws IOException {
        Path file = Files.writeString(folder.resolve("mine.yaml"), text);

        Cli.Run run = Cli.failed(3, "estimate", file.toString());

        assertThat(run.err()).contains("[" + code + "]");
        assertThat(run.problems()).allMatch(line -> line.startsWith(file + ":"));
    }

    @Test
    void bytesThatAreNoTextAreReported(@TempDir Path folder) throws IOException {
        Path file = Files.write(folder.resolve("mine.yaml"), new byte[] {'i', 'd', ':', ' ', (byte) 0xff, (byte) 0xfe});

        assertThat(Cli.failed(3, "estimate", file.toString()).err()).contains("[not-text]");
    }
}
