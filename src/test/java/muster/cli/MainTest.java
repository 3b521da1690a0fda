package muster.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class MainTest {

    @Test
    void withoutArgumentsTheUsageIsShown() {
        assertThat(Cli.good().out()).contains("Usage: muster", "estimate", "reproduce", "catalog", "Exit status");
    }

    @Test
    void helpAndVersionAreAnswered() {
        assertThat(Cli.good("--help").out()).contains("Usage: muster");
        assertThat(Cli.good("estimate", "--help").out()).contains("Usage: muster estimate", "--set", "--explain");
        assertThat(Cli.good("--version").out()).startsWith("muster ");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "estimat | estimate",
                "estimate --lst | --lst",
                "estimate --format xml | json",
                "estimate --set | --set",
                "reproduce --strickt | --strict",
                "reproduce essay-2023 | essay-2023",
                "catalog lst | list"
            })
    void aCommandLineThatIsWrongIsRefusedWithTheWordInQuestion(String line, String word) {
        Cli.Run run = Cli.failed(2, line.split(" ", -1));

        assertThat(run.err()).containsIgnoringCase(word);
    }
}
