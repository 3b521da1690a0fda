package muster.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Scenarios side by side: what came out, then what was put in differently. */
final class SeveralScenariosTest {

    @ParameterizedTest
    @ValueSource(strings = {"table", "markdown", "html"})
    void resultsStandBeforeTheInputsThatDiffer(String format) {
        String out = Cli.good("estimate", "essay-2023", "essay-2023-scaled", "--format", format)
                .out();

        assertThat(out.indexOf("Fleet, dense peak rate")).isNotNegative().isLessThan(out.indexOf("inputs that differ"));
    }

    @Test
    void atMostTenInputsAreShownUnlessAllAreAskedFor() {
        List<String> all = inputs("--all-inputs");
        List<String> ten = inputs();

        assertThat(all).hasSizeGreaterThan(11);
        assertThat(ten.subList(0, 10)).isEqualTo(all.subList(0, 10));
        assertThat(ten.subList(10, ten.size()))
                .containsExactly("", "%s more inputs differ; --all-inputs shows them".formatted(all.size() - 10));
    }

    @Test
    void whatEveryScenarioHasStandsFirst() {
        List<String> all = inputs("--all-inputs");
        List<Boolean> lacking = all.stream().map(line -> line.contains(" - ")).toList();

        assertThat(lacking.indexOf(true)).isPositive();
        assertThat(lacking.subList(lacking.indexOf(true), lacking.size())).containsOnly(true);
    }

    // The lines below the head of the inputs that differ, up to the notes on the first scenario.
    private static List<String> inputs(String... more) {
        String[] command = {"estimate", "essay-2023", "openai-2025"};
        String[] whole =
                Stream.concat(Arrays.stream(command), Arrays.stream(more)).toArray(String[]::new);
        String out = Cli.good(whole).out();
        return out.substring(out.indexOf("inputs that differ"), out.indexOf("\n\nessay-2023, catalog"))
                .lines()
                .skip(1)
                .map(line -> line.replaceAll(" +", " "))
                .toList();
    }
}
