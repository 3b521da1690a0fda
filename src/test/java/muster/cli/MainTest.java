package muster.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class MainTest {

    @Test
    void helpNamesAnyCommandAndAnyBelowIt() {
        assertThat(Cli.good("help").out()).isEqualTo(Cli.good().out());
        for (String command : List.of("throughput", "init", "catalog", "catalog list", "scale fit")) {
            String[] help = ("help " + command).split(" ");
            String[] option = (command + " --help").split(" ");
            assertThat(Cli.good(help).out())
                    .as(command)
                    .isEqualTo(Cli.good(option).out());
        }
        assertThat(Cli.failed(ExitStatus.USAGE, "help", "estmate").err())
                .contains("[unknown-command]", "Maybe estimate?");
        assertThat(Cli.failed(ExitStatus.USAGE, "help", "catalog", "lst").err()).contains("Maybe list?");
        assertThat(Cli.failed(ExitStatus.USAGE, "help", "init", "me").err()).contains("init has no commands below it");
    }

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

    @Test
    void theVersionIsThatOfThePom() throws IOException {
        Matcher version = Pattern.compile("<artifactId>muster</artifactId>\\s*<version>([^<]+)</version>")
                .matcher(Files.readString(Path.of("pom.xml")));

        assertThat(version.find()).isTrue();
        assertThat(Cli.good("--version").out()).isEqualTo("muster %s\n".formatted(version.group(1)));
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
