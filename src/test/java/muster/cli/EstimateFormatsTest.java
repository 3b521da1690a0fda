package muster.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class EstimateFormatsTest {

    @Test
    void theTableOfTheEssay() {
        Golden.check("essay-2023.txt", Cli.good("estimate", "essay-2023").out());
    }

    @Test
    void theMarkdownOfTheEssay() {
        Golden.check(
                "essay-2023.md",
                Cli.good("estimate", "essay-2023", "--format", "markdown").out());
    }

    @Test
    void theCsvOfTheEssay() {
        Golden.check(
                "essay-2023.csv",
                Cli.good("estimate", "essay-2023", "--format", "csv").out());
    }

    @Test
    void theTraceOfTheEssay() {
        String table = Cli.good("estimate", "essay-2023").out();
        String explained = Cli.good("estimate", "essay-2023", "--explain").out();

        assertThat(explained).startsWith(table);
        Golden.check("essay-2023-explain.txt", explained.substring(table.length()));
    }

    @Test
    void severalScenariosStandSideBySideInATable() {
        List<String> lines = Cli.good("estimate", "essay-2023", "essay-2023-scaled", "gpt-2030")
                .out()
                .lines()
                .toList();

        assertThat(lines)
                .anyMatch(line -> line.matches(" *figure +essay-2023 +essay-2023-scaled +gpt-2030 +unit"))
                .anyMatch(line -> line.matches("Training compute +training\\.compute +1\\.577e28 +1\\.577e31 +- +FLOP"))
                .anyMatch(line -> line.matches("Parallel researchers .* 43,6\\d\\d +4,138,000 +1,800,000 +researcher"))
                .anyMatch(line -> line.startsWith("essay-2023, catalog "))
                .anyMatch(line -> line.startsWith("essay-2023-scaled, catalog "))
                .anyMatch(line -> line.startsWith("gpt-2030, catalog "))
                .anyMatch(line -> line.contains("warning: ") && line.contains("24.2 times"));
    }

    @Test
    void severalScenariosStandSideBySideInMarkdown() {
        List<String> lines = Cli.good("estimate", "essay-2023", "essay-2023-scaled", "--format", "markdown")
                .out()
                .lines()
                .toList();

        assertThat(lines)
                .containsSequence(
                        "|  | figure | essay-2023 | essay-2023-scaled | unit |", "| --- | --- | ---: | ---: | --- |");
        assertThat(lines).contains("| Training compute | training.compute | 1.577e28 | 1.577e31 | FLOP |");
    }

    @Test
    void severalScenariosAreRowsOfOneCsv() {
        List<String> lines = Cli.good("estimate", "essay-2023", "gpt-2030", "--format", "csv")
                .out()
                .lines()
                .toList();

        assertThat(lines.get(0)).startsWith("scenario,name,value,");
        assertThat(lines).filteredOn(line -> line.startsWith("scenario,")).hasSize(1);
        assertThat(lines).anyMatch(line -> line.startsWith("essay-2023,training.compute,1.5768e28,"));
        assertThat(lines).anyMatch(line -> line.startsWith("gpt-2030,inference.streams,1800000,"));
        long cells = lines.get(0).chars().filter(c -> c == ',').count();
        assertThat(lines)
                .filteredOn(line -> !line.contains("\""))
                .allSatisfy(line ->
                        assertThat(line.chars().filter(c -> c == ',').count()).isEqualTo(cells));
    }

    @Test
    void changesAreShownBesideTheResult() {
        assertThat(Cli.good("estimate", "--set", "fleet.share=50%").out()).contains("fleet.share=50%");
        assertThat(Cli.good("estimate", "--set", "fleet.share=50%", "--format", "markdown")
                        .out())
                .contains("fleet.share=50%");
    }

    @Test
    void theTraceShowsEveryStepOfEveryScenario() {
        String out = Cli.good("estimate", "essay-2023", "gpt-2030", "--explain").out();

        assertThat(out)
                .contains("essay-2023, step by step\n", "gpt-2030, step by step\n")
                .contains("    = training.capacity * training.utilization * training.duration\n")
                .contains("hardware-catalog/scenarios/gpt-2030.yaml:");
    }

    @ParameterizedTest
    @ValueSource(strings = {"json", "JSON", "csv", "markdown", "table"})
    void aFormatIsWrittenInAnyCase(String format) {
        assertThat(Cli.good("estimate", "--format", format).out()).isNotBlank();
    }

    @Test
    void theListHasEveryScenarioWithItsTitle() {
        assertThat(Cli.good("estimate", "--list").out().lines())
                .anyMatch(line -> line.matches("essay-2023 +A quarter of the world's GPUs and TPUs .*"))
                .anyMatch(line -> line.matches("serve-llama-70b +Colossus 1 serves Llama 3.1 70B .*"))
                .anyMatch(line -> line.matches(" +for: the essay's arithmetic as published.*"))
                .filteredOn(line -> !line.startsWith(" "))
                .isSorted();
    }
}
