package muster.inference.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What prompts make of steps, by hand: four of them fit in a step of 0.05 s, one takes 0.02 s, and none 0.01 s. */
final class PromptStepsTest {
    private static final double TINY = 1e-7; // percent
    private static final PromptSteps SHORT = new PromptSteps(0.01, 0.02, 0.05, 4, 1);
    // Four groups, in each of which a prompt takes three steps.
    private static final PromptSteps LONG = new PromptSteps(0.01, 0.02, 0.05, 4, 3);

    @Test
    void promptsThatShareAStepTakeAStraightLineBetweenOneAndAll() {
        assertThat(SHORT.own(0.5)).isCloseTo(0.02, withinPercentage(TINY));
        assertThat(SHORT.own(2)).isCloseTo(0.03, withinPercentage(TINY));
        assertThat(SHORT.own(9)).isCloseTo(0.05, withinPercentage(TINY));
        assertThat(LONG.own(2)).isCloseTo(0.09, withinPercentage(TINY));
        assertThat(LONG.promptSeconds()).isCloseTo(0.0375, withinPercentage(TINY));
    }

    /** Of steps in which on average one prompt comes, 1 - 1/e carry 1/(1 - 1/e) prompts each. */
    @Test
    void aStepCarriesWhatCameInTheOneBefore() {
        double busy = 1 - Math.exp(-1);
        double carrying = 0.02 + (1 / busy - 1) * 0.01;
        assertThat(SHORT.meanStepWith(1)).isCloseTo(busy * carrying + (1 - busy) * 0.01, withinPercentage(TINY));
        assertThat(SHORT.meanStepWith(0)).isCloseTo(0.01, withinPercentage(TINY));
        assertThat(SHORT.meanStepWith(4)).isCloseTo(0.05, withinPercentage(TINY));
        // A third of a prompt of three steps each is one of one step.
        assertThat(LONG.meanStepWith(1.0 / 3)).isCloseTo(SHORT.meanStepWith(1), withinPercentage(TINY));
    }

    /** The mean step solves t = f(rate t), whatever the unit of time: found by halving beside. */
    @ParameterizedTest
    @CsvSource({"1, 1", "20, 1", "60, 1", "1e5, 1e-4", "5e5, 1e-4"})
    void theMeanStepSolvesItsEquation(double rate, double unit) {
        PromptSteps steps = new PromptSteps(0.01 * unit, 0.02 * unit, 0.05 * unit, 4, 1);
        double low = steps.alone();
        double high = steps.full();
        for (int halving = 0; halving < 100; halving++) {
            double middle = (low + high) / 2;
            if (steps.meanStepWith(rate * middle) > middle) {
                low = middle;
            } else {
                high = middle;
            }
        }
        assertThat(steps.meanStep(rate)).isCloseTo(low, withinPercentage(1e-4));
    }

    /** A prompt comes into a step with a chance that grows with its length, and waits for half of it. */
    @Test
    void whatIsLeftOfAStepIsHalfOfItsSquareOverItsMean() {
        assertThat(SHORT.residual(0)).isCloseTo(0.005, withinPercentage(TINY));
        double rate = 20;
        double mean = SHORT.meanStep(rate);
        double busy = 1 - Math.exp(-rate * mean);
        double carrying = 0.02 + (rate * mean / busy - 1) * 0.01;
        double squares = busy * carrying * carrying + (1 - busy) * 0.01 * 0.01;
        assertThat(SHORT.residual(rate)).isCloseTo(squares / (2 * mean), withinPercentage(1e-4));
    }

    /** Where all steps are alike, half of one is left; where a prompt takes three, of the other two so many halves as are busy. */
    @Test
    void aPromptOfSeveralStepsKeepsTheNextWaiting() {
        PromptSteps alike = new PromptSteps(0.05, 0.05, 0.05, 4, 3);
        assertThat(alike.residual(8)).isCloseTo(0.025 + 8 * 0.0375 * 0.05, withinPercentage(1e-4));
        // Once every step is full nothing more is busy.
        assertThat(alike.residual(80)).isCloseTo(0.025 + 0.05, withinPercentage(1e-4));
        double mean = LONG.meanStep(5);
        double busy = 1 - Math.exp(-15 * mean);
        double carrying = 0.02 + (Math.max(1, 15 * mean / busy) - 1) * 0.01;
        double squares = busy * carrying * carrying + (1 - busy) * 0.01 * 0.01;
        assertThat(LONG.residual(5)).isCloseTo(squares / (2 * mean) + 5 * 0.0375 * 0.05, withinPercentage(1e-4));
    }

    /** A pool that only prefills runs no step while no prompt waits. */
    @Test
    void ofAPoolAPartOfAStepIsLeftWhereOneRuns() {
        PromptSteps pool = new PromptSteps(0, 0.02, 0.05, 4, 1);
        assertThat(pool.residual(10)).isCloseTo(10 * 0.02 / 4 * 0.02 / 2, withinPercentage(TINY));
        assertThat(pool.residual(1000)).isCloseTo(0.01, withinPercentage(TINY));
        assertThat(pool.residual(0)).isZero();
    }
}
