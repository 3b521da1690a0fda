package muster.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What once went wrong at the command line. */
final class RegressionTest {

    @Test
    void noLanguageChangesADigitOrTheHashOfTheCatalog() {
        Locale before = Locale.getDefault();
        String expected = Cli.good("catalog", "validate").out();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            assertThat(Cli.good("catalog", "validate").out()).isEqualTo(expected);
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void aSyntaxErrorOnTheCommandLineIsAnErrorOfTheCommandLineAndTheOnlyOne() {
        List<String> problems =
                Cli.failed(2, "estimate", "--set", "fleet.capacity={").problems();
        assertThat(problems).singleElement().asString().startsWith("--set fleet.capacity={: error [syntax] not YAML");
    }

    @Test
    void aFleetOfNothingIsRefused() {
        assertThat(Cli.failed(2, "estimate", "--set", "fleet={chips: {}}").problems())
                .singleElement()
                .asString()
                .contains("[wrong-shape] fleet.chips is a mapping with at least one key, not an empty mapping");
    }

    @Test
    void aFigureBeyondAllNumbersIsRefusedAndNotShown() {
        Cli.Run run = Cli.failed(3, "estimate", "--set", "fleet.capacity=1e305 FLOP/s");

        assertThat(run.out()).isEmpty();
        assertThat(run.problems()).singleElement().asString().contains("[not-finite] training.compute");
    }

    @Test
    void inputsThatDifferInTheSixthDigitAreShownToDiffer(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(
                folder.resolve("mine.yaml"),
                "schema: scenario/v1\nid: mine\nextends: essay-2023\nfleet: {capacity: 4.00001e21 FLOP/s}\n");

        assertThat(Cli.good("estimate", "essay-2023", file.toString()).out())
                .containsPattern(
                        "inputs that differ +essay-2023 +mine +unit\nfleet.capacity +4e21 +4.00001e21 +FLOP/s");
    }

    /** 20,000 H100 are 20,000 H100-equivalents at any precision. */
    @Test
    void h100EquivalentsAreCountedAtTheBasisThatTheyName() {
        Cli.Run run = Cli.good(
                "estimate",
                "ai-impacts-2023q1",
                "--set",
                "fleet=!replace {chips: {nvidia-h100-sxm: 20000}, precision: fp8}",
                "--format",
                "json");
        assertThat(run.value("fleet.h100e")).isCloseTo(20_000, withinPercentage(1e-6));
    }

    @Test
    void aMissingKeyThatTellsTheAlternativeIsTheOnlyProblem(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(
                folder.resolve("mine.yaml"), "schema: scenario/v1\nid: mine\nfleet:\n  precision: bf16\n");
        assertThat(Cli.failed(3, "estimate", file.toString()).problems())
                .singleElement()
                .asString()
                .contains("[missing-key] fleet needs one of");
    }

    @Test
    void aUserMayChangeABuiltInEntryWithoutNamingASource(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(
                folder.resolve("mine.yaml"), "schema: scenario/v1\nid: essay-2023\nfleet: {capacity: 1.6e22 FLOP/s}\n");
        assertThat(Cli.good("estimate", file.toString(), "--format", "json").value("fleet.peak"))
                .isCloseTo(1.6e22, withinPercentage(1e-9));
    }

    @Test
    void theCatalogOptionMayFollowTheSubcommand(@TempDir Path folder) throws IOException {
        Files.writeString(
                folder.resolve("mine.yaml"), "schema: scenario/v1\nid: my-cluster\nfleet: {chips: {nvidia-h20: 10}}\n");
        assertThat(Cli.good("catalog", "list", "--catalog", folder.toString()).out())
                .contains("my-cluster");
    }
}
