package muster.published;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.List;
import java.util.Optional;
import muster.catalog.Catalog;
import muster.diagnostic.Diagnostic;
import muster.diagnostic.Place;
import muster.diagnostic.Problems;
import muster.document.yaml.Text;
import muster.inference.replica.LayoutChoice;
import muster.inference.replica.TimeModelChoice;
import muster.published.FigureComputation.Deployed;
import muster.published.FigureComputation.Step;
import muster.published.FigureComputation.Step.Gives;
import muster.scenario.ScenarioCatalog;
import muster.trace.Given;
import muster.uncertainty.Input;
import muster.unit.Quantity;
import org.junit.jupiter.api.Test;

/** Steps and deployments of published figures: what is told of one follows from what else is told of it. */
final class StepReplaysTest {
    private static final Catalog SHELF = ScenarioCatalog.catalog(ScenarioCatalog.KINDS, List.of(), new Problems());
    private static final Optional<Input> RENT = Optional.of(Given.input("rent", "7.2 USD/chip/h"));

    private static Text text(String value) {
        return new Text(value, Place.argument(value));
    }

    private static Step step(int chips, int stages, int data, int sequences, Gives gives) {
        return new Step(
                text("deepseek-v3"),
                text("nvidia-h200-sxm"),
                chips,
                stages,
                data,
                sequences,
                4096,
                text("fp8"),
                TimeModelChoice.CALIBRATED,
                RENT,
                gives);
    }

    private static double of(Step step) {
        return StepReplays.of(step, SHELF, new Problems()).orElseThrow().base();
    }

    @Test
    void yieldAndCostFollowFromTheTimeOfAStep() {
        double seconds = of(step(16, 1, 16, 512, Gives.TIME));

        assertThat(of(step(16, 1, 16, 512, Gives.SERIAL_SPEED))).isCloseTo(1 / seconds, withinPercentage(1e-9));
        assertThat(of(step(16, 1, 16, 512, Gives.THROUGHPUT))).isCloseTo(512 / seconds, withinPercentage(1e-9));
        assertThat(of(step(16, 1, 16, 512, Gives.THROUGHPUT_PER_CHIP))).isCloseTo(32 / seconds, withinPercentage(1e-9));
        // 7.2 USD an hour are 2 mUSD a second: of 16 chips 32 mUSD for 512 tokens a step.
        assertThat(of(step(16, 1, 16, 512, Gives.COST))).isCloseTo(0.032 * seconds / 512, withinPercentage(1e-9));
    }

    @Test
    void prefillIsToldByTheTokensOfPrompts() {
        double perChip = of(step(16, 1, 16, 32, Gives.PREFILL_PER_CHIP));

        assertThat(of(step(16, 1, 16, 32, Gives.PREFILL_COST))).isCloseTo(0.002 / perChip, withinPercentage(1e-9));
        // 2 FLOP for each active parameter at the dense rate bound it.
        assertThat(perChip).isBetween(100.0, 1979e12 / 2 / 37e9);
    }

    // Groups that attend to sequences of their own share no matrix, and exchange tokens for it.
    @Test
    void dataParallelGroupsAreAnotherLayoutThanTensorParallelism() {
        assertThat(of(step(8, 1, 8, 512, Gives.TIME))).isNotEqualTo(of(step(8, 1, 1, 512, Gives.TIME)));
    }

    @Test
    void whatDoesNotFitTogetherIsRefused() {
        assertThatThrownBy(() -> step(16, 2, 16, 1, Gives.TIME))
                .hasMessageContaining("groups of data and stages divide the chips");
        assertThatThrownBy(() -> new Step(
                        text("m"),
                        text("c"),
                        1,
                        1,
                        1,
                        1,
                        1,
                        text("fp8"),
                        TimeModelChoice.CALIBRATED,
                        Optional.empty(),
                        Gives.COST))
                .hasMessage(FigureComputation.NEEDS_RENT);
        assertThatThrownBy(() -> deployed("30 token/s/stream", Gives.TIME)).hasMessageContaining("is told");
    }

    private static Deployed deployed(String speed, Gives gives) {
        return new Deployed(
                text("llama-3.1-70b"),
                text("nvidia-h100-sxm"),
                text("fp8"),
                1024,
                1024,
                Optional.of(Given.input("serial_speed", speed)),
                8,
                LayoutChoice.ANY,
                0,
                TimeModelChoice.CALIBRATED,
                RENT,
                gives);
    }

    @Test
    void theBestDeploymentIsToldByItsYieldAndItsCost() {
        Quantity yield = DeploymentReplays.of(
                        deployed("30 token/s/stream", Gives.THROUGHPUT_PER_CHIP), SHELF, new Problems())
                .orElseThrow();
        Quantity cost = DeploymentReplays.of(deployed("30 token/s/stream", Gives.COST), SHELF, new Problems())
                .orElseThrow();
        Quantity speed = DeploymentReplays.of(deployed("30 token/s/stream", Gives.SERIAL_SPEED), SHELF, new Problems())
                .orElseThrow();

        assertThat(cost.base() * yield.base()).isCloseTo(0.002, withinPercentage(1e-9));
        assertThat(speed.base()).isGreaterThanOrEqualTo(30);
    }

    @Test
    void aSpeedThatNoneHasIsReported() {
        Problems problems = new Problems();

        assertThat(DeploymentReplays.of(deployed("3000 token/s/stream", Gives.COST), SHELF, problems))
                .isEmpty();
        assertThat(problems.sorted()).extracting(Diagnostic::code).containsExactly("no-deployment");
    }
}
