package muster.scaling;

import static org.assertj.core.api.Assertions.assertThat;

import muster.diagnostic.Diagnostic;
import muster.scenario.Estimate;
import muster.scenario.Worked;
import org.junit.jupiter.api.Test;

/** Warnings of a training: outside what the law was fitted on, and more tokens than there are. */
final class TrainingWarningsTest {

    @Test
    void aModelWithinTheFittedModelsIsNotWarnedOf() {
        // sqrt(1.2e21 / 120) is 3.16e9 parameters on 6.3e10 tokens: within 70e6..16e9 and 5e9..500e9.
        assertThat(Worked.of("chinchilla-budget", "training.compute=1.2e21 FLOP")
                        .warnings())
                .isEmpty();
    }

    @Test
    void aModelBeyondTheLargestFittedIsWarnedOfWithHowFar() {
        // 69.28e9 parameters are 4.33 times 16e9, 1.386e12 tokens 2.77 times 500e9.
        assertThat(only(Worked.of("chinchilla-budget"), "outside-law-domain").message())
                .containsPattern("model\\.parameters is 4\\.33 times the largest fitted, 1\\.60?e10")
                .containsPattern("model\\.tokens is 2\\.77 times the largest fitted, 5(\\.00)?e11");
    }

    @Test
    void aModelBelowTheSmallestFittedIsWarnedOf() {
        // sqrt(1.2e16 / 120) is 1e7 parameters, 0.143 times 70e6, and 2e8 tokens, 0.04 times 5e9.
        assertThat(only(Worked.of("chinchilla-budget", "training.compute=1.2e16 FLOP"), "outside-law-domain")
                        .message())
                .containsPattern("model\\.parameters is 0\\.143 times the smallest fitted, 7(\\.00)?e7")
                .containsPattern("model\\.tokens is 0\\.04(00)? times the smallest fitted, 5(\\.00)?e9");
    }

    @Test
    void oneSideOutsideIsWarnedOfAlone() {
        // 12e9 parameters at 50 tokens each: C = 6 * 50 * 144e18 = 4.32e22; 600e9 tokens are 1.2 times 500e9.
        Estimate estimate = Worked.of(
                "chinchilla-budget", "training.compute=4.32e22 FLOP", "training.law.ratio=50 token/parameter");

        assertThat(only(estimate, "outside-law-domain").message())
                .containsPattern("model\\.tokens is 1\\.20? times the largest fitted")
                .doesNotContain("model.parameters");
    }

    @Test
    void tokensUpToTheStockAreNotWarnedOfAndBeyondItAre() {
        // D = sqrt(C / 6 * 20): 300e12 tokens at C = 2.7e28.
        assertThat(Worked.warnings(Worked.of("chinchilla-budget", "training.compute=2.69e28 FLOP")))
                .containsExactly("outside-law-domain");
        assertThat(Worked.warnings(Worked.of("chinchilla-budget", "training.compute=2.71e28 FLOP")))
                .containsExactlyInAnyOrder("beyond-token-stock", "outside-law-domain");
    }

    @Test
    void twentyFourTimesTheStockIsSaidInNumbersWithItsSource() {
        // 7.2498e15 / 3e14
        assertThat(only(Worked.of("essay-2023-scaled"), "beyond-token-stock").message())
                .containsPattern("24\\.2 times the 3(\\.00)?e14 tokens of public-text")
                .contains("Villalobos et al. 2024");
    }

    @Test
    void aWarningStandsAtThePlaceOfTheBudget() {
        Diagnostic warning = only(Worked.of("chinchilla-budget"), "outside-law-domain");

        assertThat(warning.place().file()).isEqualTo("hardware-catalog/scenarios/chinchilla-budget.yaml");
        assertThat(warning.place().line()).isEqualTo(12);
    }

    private static Diagnostic only(Estimate estimate, String code) {
        return estimate.warnings().stream()
                .filter(warning -> warning.code().equals(code))
                .reduce((a, b) -> {
                    throw new AssertionError("two warnings " + code);
                })
                .orElseThrow(() -> new AssertionError("no warning " + code + " in " + estimate.warnings()));
    }
}
