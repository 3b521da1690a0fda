package muster.technique;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.OptionalDouble;
import muster.inference.step.RequestTokens;
import muster.technique.comparison.ComparisonRow;
import muster.technique.comparison.ServiceLife;
import muster.technique.comparison.TechniqueComparison;
import muster.technique.comparison.TechniqueComparison.Resources;
import muster.technique.comparison.TechniqueStack;
import muster.technique.comparison.TrainingAndServingCosts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Gains come out of the time of a step, so that those that saturate do so. */
class ThroughTheModelTest {
    private static final RequestTokens CHAT = new RequestTokens(1024, 1024);
    // Slow enough for the largest batches, and as fast as single streams nearly are.
    private static final double SLOW = 1;
    private static final double FAST = 60;

    private static TechniqueComparison compare(String chip, double leastSpeed, String formats, String... techniques) {
        return TechniqueComparison.of(
                Design.plain(
                        DesignModel.of(OneChip.shape("llama-3.1-70b"), OptionalDouble.of(15e12)),
                        ServingSettings.in(OneChip.formats(formats))),
                OneChip.techniques(techniques),
                new Resources(
                        new OneChip(chip, CHAT, leastSpeed, 8),
                        new TrainingAndServingCosts(OptionalDouble.empty(), new ServiceLife.Tokens(1)),
                        3));
    }

    private static double throughput(TechniqueComparison comparison, int row) {
        ComparisonRow alone = comparison.alone().get(row);
        return alone.throughputGain(alone.equalLoss()).orElseThrow();
    }

    private static double speed(TechniqueComparison comparison, int row) {
        ComparisonRow alone = comparison.alone().get(row);
        return alone.speedGain(alone.sameWeights()).orElseThrow();
    }

    // Measured on eight B200: Llama 3.1 70B 184 token/s in fp8 and 170 in fp4 at four streams (InferenceX).
    @Test
    void fourBitsAreNoFasterThanEightForOneStreamAndHaveMoreThroughput() {
        TechniqueComparison both = compare("nvidia-b200-sxm", SLOW, "bf16", "fp8", "fp4-after-training");

        assertThat(speed(both, 1) / speed(both, 0)).isBetween(0.9, 1.05);
        assertThat(throughput(both, 1) / throughput(both, 0)).isGreaterThan(1.2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"nvidia-h100-sxm", "nvidia-b200-sxm"})
    void guessingVanishesWhereArithmeticBinds(String chip) {
        double slow = throughput(compare(chip, SLOW, "bf16", "speculate"), 0);
        double fast = throughput(compare(chip, FAST, "bf16", "speculate"), 0);

        assertThat(slow).isLessThan(1.2);
        assertThat(fast).isGreaterThan(1.4);
    }

    @ParameterizedTest
    @ValueSource(strings = {"nvidia-h100-sxm", "nvidia-b200-sxm"})
    void narrowWeightsThatAreWidenedGainLessTheLargerTheBatch(String chip) {
        double slow = throughput(compare(chip, SLOW, "bf16", "int4-after-training"), 0);
        double fast = throughput(compare(chip, FAST, "bf16", "int4-after-training"), 0);

        assertThat(slow).isLessThan(1);
        assertThat(fast).isGreaterThan(slow + 0.1);
    }

    @Test
    void theProductOfSingleGainsIsNotTheJointOne() {
        TechniqueStack stack = compare("nvidia-h100-sxm", FAST, "bf16", "fp8", "speculate")
                .stacks()
                .get(0);

        assertThat(stack.product().orElseThrow())
                .isCloseTo(
                        stack.alone().stream()
                                .mapToDouble(row ->
                                        row.throughputGain(row.equalLoss()).orElseThrow())
                                .reduce(1, (a, b) -> a * b),
                        within(1e-12));
        assertThat(stack.interaction().orElseThrow()).isNotCloseTo(1, within(0.02));
        assertThat(stack.reasons())
                .hasSize(2)
                .allSatisfy(reason -> assertThat(reason.onTop()).isNotCloseTo(reason.alone(), within(0.02)));
    }

    @Test
    void whatIsLosslessGainsTheSameOnTheSameWeights() {
        ComparisonRow row =
                compare("nvidia-h100-sxm", FAST, "bf16", "speculate").alone().get(0);

        assertThat(row.throughputGain(row.sameWeights())).isEqualTo(row.throughputGain(row.equalLoss()));
        assertThat(row.sameWeights().design().orElseThrow().model().worth()).isEqualTo(1);
    }

    @Test
    void aFormatThatLosesSizeGainsLessAtEqualLossThanOnTheSameWeights() {
        ComparisonRow row =
                compare("nvidia-h100-sxm", SLOW, "bf16", "int8").alone().get(0);

        assertThat(row.throughputGain(row.equalLoss()).orElseThrow())
                .isLessThan(0.95 * row.throughputGain(row.sameWeights()).orElseThrow());
        assertThat(row.sameWeights().design().orElseThrow().model().worth()).isEqualTo(0.857);
        assertThat(row.equalLoss().design().orElseThrow().model().size()).isCloseTo(70.55e9 / 0.857, within(0.01e9));
    }

    @Test
    void aChipThatCannotMultiplyInAFormatIsSaidSo() {
        ComparisonRow row = compare("nvidia-h100-sxm", SLOW, "bf16", "fp4-after-training")
                .alone()
                .get(0);

        assertThat(row.throughputGain(row.equalLoss())).isEmpty();
        assertThat(row.equalLoss().refusal()).contains("nvidia-h100-sxm has no fp4");
    }
}
