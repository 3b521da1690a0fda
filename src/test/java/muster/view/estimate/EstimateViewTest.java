package muster.view.estimate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import muster.scenario.Estimate;
import muster.scenario.Worked;
import muster.writer.OutputFormat;
import org.junit.jupiter.api.Test;

final class EstimateViewTest {

    @Test
    void aFigureThatAScenarioLacksIsADash() {
        String text =
                written(OutputFormat.TABLE, List.of(Worked.of("ai-impacts-2023q1"), Worked.of("chinchilla-budget")));

        assertThat(text.lines())
                .anyMatch(line -> line.matches("Fleet, dense peak rate +fleet\\.peak +3\\.980?e21 +- +FLOP/s"))
                .anyMatch(line -> line.matches("Model parameters +model\\.parameters +- +6\\.928e10 +parameter"))
                .noneMatch(line -> line.startsWith("Parallel researchers"));
    }

    @Test
    void everyEstimateCarriesItsCatalogItsBasisAndItsWarnings() {
        Estimate estimate = Worked.of("essay-2023-scaled");

        for (String text : List.of(
                written(OutputFormat.TABLE, List.of(estimate)), written(OutputFormat.MARKDOWN, List.of(estimate)))) {
            assertThat(text).contains(estimate.catalog().toString());
            assertThat(estimate.basis())
                    .isNotEmpty()
                    .allSatisfy((name, words) -> assertThat(text).contains(name + ": " + words));
            assertThat(estimate.warnings())
                    .hasSize(4)
                    .allSatisfy(warning -> assertThat(text).contains("warning: " + warning.message()));
        }
    }

    @Test
    void csvHasEveryStepWithAllDigits() {
        Estimate estimate = Worked.of("essay-2023");

        List<String> lines =
                written(OutputFormat.CSV, List.of(estimate)).lines().toList();

        assertThat(lines).hasSize(1 + estimate.steps().size());
        assertThat(lines)
                .filteredOn(line -> line.startsWith("essay-2023,workforce.parallel_researchers,"))
                .singleElement()
                .asString()
                // 1e21 / 4 / sqrt(1.5768e28 / 120) / 500, to ten digits.
                .containsPattern(",43618\\.66021\\d+,");
    }

    @Test
    void theTraceShowsWhereEachValueComesFrom() {
        String text = explained(Worked.of("essay-2023", "training.utilization=40%"));

        assertThat(text)
                .contains("training.utilization = 0.4  [u_train]\n    input: --set training.utilization=40%\n")
                .contains("training.law.ratio = 20 token/parameter  [r]\n    input: Finnveden 2023")
                .contains("fleet.availability = 1\n    input: default: every chip is up")
                .contains("workforce.calendar.month = 30 day/researcher-month\n    constant: a researcher-month is");
    }

    @Test
    void aValueThatWasNotReadInItsSourceSaysSo() {
        // The fp64 rate of the H100 is written from memory of the data sheet.
        String text = explained(
                Worked.of("ai-impacts-2023q1", "fleet=!replace {chips: {nvidia-h100-sxm: 10}, precision: fp64}"));

        assertThat(text).contains("NVIDIA H100 datasheet; Hopper whitepaper v1.04 (from-memory)");
    }

    private static String written(OutputFormat format, List<Estimate> estimates) {
        return format.write(new EstimateView(estimates, List.of(), false, false));
    }

    private static String explained(Estimate estimate) {
        return OutputFormat.TABLE.write(new EstimateView(List.of(estimate), List.of(), true, false));
    }
}
