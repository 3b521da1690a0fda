package muster.inference.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

/** The wait of prompts for those before them. */
class PromptQueueTest {

    @Test
    void ofAllAtOnceEachWaitsForHalfOfTheOthers() {
        assertThat(PromptQueue.wait(0.5, 1, 11, 0)).isCloseTo(2.5, within(1e-12));
        assertThat(PromptQueue.wait(0.5, 8, 8, 0)).isZero();
        assertThat(PromptQueue.wait(0.5, 8, 28, 0)).isCloseTo(5, within(1e-12));
    }

    /** Pollaczek and Khinchine for times of one length, less the half of the prompt that is worked on. */
    @Test
    void ofAnEndlessRateItIsThatOfPollaczekAndKhinchine() {
        for (double busy : new double[] {0.2, 0.5, 0.9}) {
            double known = busy / (2 * (1 - busy)) - busy / 2;
            assertThat(PromptQueue.steady(1, 1, busy)).isCloseTo(known, within(1e-12));
            assertThat(PromptQueue.wait(1, 1, 1e9, 1e9 / busy)).isCloseTo(known, Percentage.withPercentage(1e-3));
        }
        assertThat(PromptQueue.steady(1, 1, 1)).isInfinite();
    }

    /** Prompts at any time of a window, one after the other: within a third of drawn ones, from all too many to few. */
    @Test
    void withinAWindowItIsAsDrawn() {
        int prompts = 60;
        for (double window : new double[] {1, 30, 60, 90, 150}) {
            double drawn = drawn(prompts, window);
            double busy = Math.min(1, (prompts - 1) / window);
            double formula = PromptQueue.wait(1, 1, prompts, window) + busy / 2 * (window > 1 ? 1 : 0);
            assertThat(formula).as("window %s", window).isCloseTo(drawn, Percentage.withPercentage(34));
        }
    }

    private static double drawn(int prompts, double window) {
        SplittableRandom random = new SplittableRandom(5);
        double sum = 0;
        int runs = 400;
        for (int run = 0; run < runs; run++) {
            double[] at = random.doubles(prompts, 0, window).toArray();
            Arrays.sort(at);
            double free = 0;
            for (double one : at) {
                double begin = Math.max(free, one);
                sum += begin - one;
                free = begin + 1;
            }
        }
        return sum / runs / prompts;
    }

    /** Users who are too many wait for one another; few wait as at the rate that they make. */
    @Test
    void usersAreServedAsFastAsTheServerCan() {
        assertThat(PromptQueue.ofUsers(1, 1, 101, 20)).isCloseTo(80, Percentage.withPercentage(2));
        assertThat(PromptQueue.ofUsers(1, 1, 3, 100))
                .isCloseTo(PromptQueue.steady(1, 1, 2 / 100.0), Percentage.withPercentage(5));
        assertThat(PromptQueue.ofUsers(1, 8, 8, 100)).isZero();
    }

    @Test
    void moreThatFitInAStepWaitLess() {
        double before = Double.POSITIVE_INFINITY;
        for (double capacity : new double[] {1, 2, 4, 8}) {
            double wait = PromptQueue.steady(1, capacity, 0.7);
            assertThat(wait).isLessThan(before);
            before = wait;
        }
    }
}
