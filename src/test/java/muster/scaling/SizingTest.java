package muster.scaling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.withinPercentage;

import muster.diagnostic.BadInput;
import muster.scenario.Estimate;
import muster.scenario.Worked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Models that are not the best for their compute, limits of a training, and what it is worth. */
final class SizingTest {
    private static final String BUDGET = "chinchilla-budget";

    private static Estimate tuned(String compute, String... settings) {
        String[] all = new String[settings.length + 2];
        all[0] = "training.law=hoffmann-tuned";
        all[1] = "training.compute=" + compute + " FLOP";
        System.arraycopy(settings, 0, all, 2, settings.length);
        return Worked.of(BUDGET, all);
    }

    private static double value(Estimate estimate, String figure, String unit) {
        return estimate.quantity(figure).orElseThrow().in(unit);
    }

    // Sardana et al. 2024: the quality of a 30B model with 1e13 tokens to serve is best had with 13.6B on 2.84 times
    // the data,
    // at 28% fewer FLOP.
    @Test
    void whatServesMuchIsBestSmallAndTrainedForLong() {
        Estimate estimate = tuned("2.801e23", "training.sizing={served: {output_tokens: 1e13 token}}");

        assertThat(value(estimate, "model.parameters", "parameter")).isCloseTo(13.6e9, withinPercentage(0.5));
        assertThat(value(estimate, "model.tokens", "token") / value(estimate, "training.best.tokens", "token"))
                .isCloseTo(2.84, withinPercentage(0.5));
        assertThat(value(estimate, "training.sizing.cost_ratio", "1")).isCloseTo(0.72, withinPercentage(0.5));
        assertThat(value(estimate, "model.loss", "nat/token")).isCloseTo(1.95825, withinPercentage(0.01));
        assertThat(Worked.warnings(estimate)).contains("trained-longer");
    }

    // Their second example: 20.53e9 parameters on 3.302e12 tokens at 88.76% of the cost, for the loss 1.947, which
    // takes
    // 3.701e23 FLOP (Eq. 4 with their constants).
    @Test
    void dollarsWeighReadingGeneratingAndTrainingEach() {
        Estimate estimate = tuned(
                "3.70124e23",
                "training.sizing={served: {prompt_tokens: 1e13 token, output_tokens: 2.5e12 token, prices: {"
                        + "training: {rent: 1.40 USD/h/chip, peak: 312 TFLOP/s/chip, utilization: 50%}, "
                        + "prefill: {rent: 0.60 USD/h/chip, peak: 624 TFLOP/s/chip, utilization: 40%}, "
                        + "decode: {rent: 0.60 USD/h/chip, peak: 624 TFLOP/s/chip, utilization: 20%}}}}");

        assertThat(value(estimate, "model.loss", "nat/token")).isCloseTo(1.947, withinPercentage(0.001));
        assertThat(value(estimate, "model.parameters", "parameter")).isCloseTo(20.53e9, withinPercentage(0.1));
        assertThat(value(estimate, "model.tokens", "token")).isCloseTo(3.302e12, withinPercentage(0.1));
        assertThat(value(estimate, "training.sizing.cost_ratio", "1")).isCloseTo(0.8876, withinPercentage(0.1));
    }

    // de Vries 2023, at 1e23 FLOP: half of 18.73B on 2149.02B tokens.
    @Test
    void halfTheSizeTakesTheTokensOfDeVries() {
        Estimate estimate = tuned("1e23", "training.sizing={part_of_best: 50%}");

        assertThat(value(estimate, "model.parameters", "parameter")).isCloseTo(9.37e9, withinPercentage(0.06));
        assertThat(value(estimate, "model.tokens", "token")).isCloseTo(2149.02e9, withinPercentage(0.02));
        assertThat(value(estimate, "training.sizing.compute", "FLOP")).isCloseTo(1.2078e23, withinPercentage(0.1));
    }

    @Test
    void aModelThatNoTrainingBringsToTheLossIsRefused() {
        assertThatThrownBy(() -> tuned("1e23", "training.sizing={part_of_best: 5%}"))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("not-finite");
    }

    // Muennighoff et al. 2023 with 25e9 unique tokens at 9.3e21 FLOP: 6.82e9 parameters on 2.27e11 tokens by SciPy.
    @Test
    void fewTokensAreSeenOftenAndLeaveASmallerModelThanTheBest() {
        Estimate estimate = Worked.of(
                BUDGET,
                "training.law=muennighoff-c4",
                "training.compute=9.3e21 FLOP",
                "training.sizing={unique_tokens: 25e9 token}");

        assertThat(value(estimate, "model.parameters", "parameter")).isCloseTo(6.82e9, withinPercentage(0.2));
        assertThat(value(estimate, "model.tokens", "token")).isCloseTo(2.27e11, withinPercentage(0.2));
        assertThat(Worked.warnings(estimate)).contains("data-limit-binds");
    }

    @Test
    void tokensEnoughChangeNothing() {
        double free = Worked.value(BUDGET, "model.parameters", "parameter", "training.law=besiroglu");
        Estimate estimate = Worked.of(BUDGET, "training.law=besiroglu", "training.sizing={unique_tokens: 1e15 token}");

        assertThat(value(estimate, "model.parameters", "parameter")).isCloseTo(free, withinPercentage(1e-6));
        assertThat(Worked.warnings(estimate)).doesNotContain("data-limit-binds");
    }

    @Test
    void aLawWithoutALossCannotSizeForUse() {
        assertThatThrownBy(() -> Worked.of(BUDGET, "training.sizing={part_of_best: 50%}"))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("sizing-without-loss")
                .hasMessageContaining("Maybe besiroglu?");
    }

    @ParameterizedTest
    @CsvSource({"1e28, 1e28, false", "3e28, 3e28, true", "5e31, 2e31, true"})
    void wallsWarnAndTheLastOneCaps(double compute, double feasible, boolean warned) {
        Estimate estimate = Worked.of(
                BUDGET, "training.compute=" + compute + " FLOP", "training.limits={data_movement: {ends: 2e31 FLOP}}");

        assertThat(value(estimate, "training.feasible_compute", "FLOP")).isCloseTo(feasible, withinPercentage(1e-9));
        assertThat(value(estimate, "model.parameters", "parameter"))
                .isCloseTo(Math.sqrt(feasible / 120), withinPercentage(1e-6));
        assertThat(Worked.warnings(estimate).contains("data-movement-binds")).isEqualTo(warned);
    }

    // Step Law: 100e9 tokens are best in batches of 1.108e6; 100e9 / 1.108e6 steps of 10 s are 10.45 days.
    @Test
    void theCriticalBatchLeavesALeastTime() {
        Estimate estimate =
                Worked.of(BUDGET, "training.compute=3e21 FLOP", "training.limits={critical_batch: {step_time: 10 s}}");

        assertThat(value(estimate, "model.tokens", "token")).isCloseTo(100e9, withinPercentage(1e-6));
        assertThat(value(estimate, "training.critical_batch", "token")).isCloseTo(1.108e6, withinPercentage(0.1));
        assertThat(value(estimate, "training.least_duration", "day")).isCloseTo(10.45, withinPercentage(0.1));
        assertThat(Worked.warnings(Worked.of("essay-2023", "training.limits={critical_batch: {step_time: 60 s}}")))
                .contains("critical-batch-binds");
    }

    @Test
    void gainsChangeTheQualityAndNotTheSize() {
        String gains =
                "training.gains={algorithmic_progress: {ahead: 16.8 month, doubling: 8.4 month}, post_training: 5}";
        Estimate estimate = Worked.of(BUDGET, gains);

        // Two doublings, times five.
        assertThat(value(estimate, "training.effective_compute", "FLOP"))
                .isCloseTo(20 * 5.76e23, withinPercentage(1e-9));
        assertThat(value(estimate, "model.parameters", "parameter"))
                .isCloseTo(Worked.value(BUDGET, "model.parameters", "parameter"), withinPercentage(1e-9));
    }

    @Test
    void theComputeOfAKnownModelIsSixParametersTimesTokens() {
        assertThat(Worked.value("hoffmann-table-a3", "training.compute", "FLOP"))
                .isCloseTo(1.26e25, withinPercentage(1e-9));
    }
}
