package muster.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The scenarios of the essay, against its audit line by line, worked out by hand. */
final class EssayTest {

    // 1e21 * 50% * 31,536,000; sqrt(C / 120); 20 N; 60 N / T; / 50; / 10; 5 * 3; their product.
    @ParameterizedTest
    @CsvSource({
        "training.compute, 1.5768e28, FLOP",
        "model.parameters, 1.14630e13, parameter",
        "model.tokens, 2.2926e14, token",
        "inference.throughput, 2.18093e7, token/s",
        "inference.streams, 4.36186e5, stream",
        "workforce.researcher_seconds_per_second, 218093.3, researcher-second/s",
        "workforce.parallel_researchers, 43618.6, researcher",
        "workforce.serial_speedup, 15, researcher-month/researcher/month",
        "workforce.researcher_months_per_month, 6.54279e5, researcher-month/month"
    })
    void essayIsReproducedFromItsOwnInputs(String figure, double value, String unit) {
        assertThat(Worked.value("essay-2023", figure, unit)).isCloseTo(value, withinPercentage(1e-3));
    }

    // 1000 C in T / 3: N, D and throughput by sqrt(1000) = 31.6228, the last by 3 more.
    @ParameterizedTest
    @CsvSource({
        "training.compute, 1000, FLOP",
        "model.parameters, 31.6227766, parameter",
        "model.tokens, 31.6227766, token",
        "inference.throughput, 94.8683298, token/s",
        "inference.streams, 94.8683298, stream",
        "workforce.parallel_researchers, 94.8683298, researcher",
        "workforce.serial_speedup, 1, researcher-month/researcher/month"
    })
    void aThousandTimesTheComputeInAThirdOfTheTimeScalesAsFootnoteNineSays(String figure, double times, String unit) {
        assertThat(Worked.value("essay-2023-scaled", figure, unit) / Worked.value("essay-2023", figure, unit))
                .isCloseTo(times, withinPercentage(1e-6));
    }

    @Test
    void essayIsWarnedOfItsPrecisionAndItsLawAndOfNothingElse() {
        assertThat(Worked.warnings(Worked.of("essay-2023")))
                .containsExactlyInAnyOrder("precision-unlike-format", "outside-law-domain");
    }

    @Test
    void theScaledEssayIsWarnedOfTheWorldsChipsAndTextToo() {
        assertThat(Worked.warnings(Worked.of("essay-2023-scaled")))
                .containsExactlyInAnyOrder(
                        "beyond-world-stock", "precision-unlike-format", "beyond-token-stock", "outside-law-domain");
        // 7.2498e15 / 3e14
        assertThat(Worked.value("essay-2023-scaled", "training.share_of_token_stock", "1"))
                .isCloseTo(24.166, withinPercentage(1e-2));
    }

    @Test
    void gpt2030IsOnePointEightMillionYearsOfWorkInTwoPointFourMonths() {
        // 1.8e6 copies * 5, for 2.4 of twelve months to the year.
        double months = Worked.value("gpt-2030", "workforce.researcher_months_per_month", "researcher-month/month");

        assertThat(months).isCloseTo(9e6, withinPercentage(1e-9));
        assertThat(months * 2.4 / 12).isCloseTo(1.8e6, withinPercentage(1e-9));
    }

    @Test
    void theServedFleetMakesResearchersOfItsTokens() {
        // 1.909126e8 token/s over 50 and 10.
        assertThat(Worked.value("serve-llama-70b", "workforce.parallel_researchers", "researcher"))
                .isCloseTo(381_825, withinPercentage(1e-3));
    }
}
