package muster.inference.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Optional;
import muster.inference.queue.BatchingSimulation.Seen;
import muster.inference.step.Deployment;
import muster.inference.step.RequestTokens;
import muster.inference.step.Speculation;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** A number of users: closed forms beside a server that is simulated step by step. */
class ClosedLoopTest {
    private static final long SEED = 11;

    /** Ten requests a user as a benchmark sends them, all at once at first, answers between 0.8 and 1 of the longest: within 12%,
     * and 25% where more come than are prefilled in the time of an answer. */
    @ParameterizedTest
    @EnumSource(Servers.class)
    void aBenchmarkIsServedAsInTheSimulation(Servers server) {
        for (int users : new int[] {1, 4, 16, 64}) {
            Seen seen = server.simulation(SEED).closed(users, 10 * users, 0.8, 0);
            Served served = server.loop().at(users, new Waves(10, 0.8, false));

            assertThat(served.timeToFirstTokenSeconds())
                    .as("%s users", users)
                    .isCloseTo(seen.timeToFirstToken(), Percentage.withPercentage(25));
            assertThat(served.tokenSeconds()).isCloseTo(seen.tokenSeconds(), Percentage.withPercentage(10));
        }
    }

    /** Users who have come and gone for long; the throughput follows by Little's law. */
    @ParameterizedTest
    @EnumSource(Servers.class)
    void aSteadyNumberOfUsersIsServedAsInTheSimulation(Servers server) {
        for (int users : new int[] {4, 16, 64}) {
            Seen seen = server.simulation(SEED).closed(users, 20 * users + 200, 0.3, 8 * users);
            Served served = server.loop().at(users, Waves.STEADY);

            assertThat(served.timeToFirstTokenSeconds())
                    .as("%s users", users)
                    .isCloseTo(seen.timeToFirstToken(), Percentage.withPercentage(20));
            assertThat(served.ratePerSecond()).isCloseTo(seen.rate(), Percentage.withPercentage(8));
            assertThat(served.ratePerSecond()
                            * (served.timeToFirstTokenSeconds() + (server.output - 1) * served.tokenSeconds()))
                    .isCloseTo(users, Percentage.withPercentage(0.1));
        }
    }

    /** Beyond what the replica holds users wait for whole answers of others. */
    @Test
    void usersBeyondTheSlotsWaitForAnAnswer() {
        Served held = Servers.SHORT_PROMPTS.loop().at(128, Waves.STEADY);
        Served twice = Servers.SHORT_PROMPTS.loop().at(256, Waves.STEADY);

        assertThat(held.slotSeconds()).isZero();
        assertThat(twice.slotSeconds()).isCloseTo(held.requestSeconds(), Percentage.withPercentage(0.1));
        assertThat(twice.ratePerSecond()).isCloseTo(held.ratePerSecond(), Percentage.withPercentage(0.1));
        assertThat(twice.inFlight()).isCloseTo(256, Percentage.withPercentage(0.1));
    }

    /** Answers of one length stay together where prompts are prefilled before all else: each wave waits as the first. */
    @Test
    void answersOfOneLengthKeepTogether() {
        ClosedLoop loop = Servers.LONGER_PROMPTS.loop();
        double apart = loop.at(64, new Waves(10, 0.8, true)).timeToFirstTokenSeconds();
        double together = loop.at(64, new Waves(10, 1, true)).timeToFirstTokenSeconds();
        PromptSteps steps = PromptSteps.of(loop.server(), 64);

        assertThat(together).isCloseTo(steps.own(64) + 56 * steps.promptSeconds() / 2, Percentage.withPercentage(15));
        assertThat(together).isGreaterThan(2 * apart);
    }

    @ParameterizedTest
    @CsvSource({"1", "2", "4"})
    void groupsTakePromptsInTurn(int groups) {
        ReplicaServer server = new ReplicaServer(
                Servers.step("deepseek-v3"),
                new Deployment(1, false, 8 * groups, 8 * groups, 1, 1, false),
                new RequestTokens(2048, 512),
                0,
                Speculation.NONE,
                8192,
                1,
                1);

        assertThat(server.capacity()).isEqualTo(32.0 * groups);
        assertThat(server.passes()).isEqualTo(1);
        assertThat(server.stepSeconds(64, 8 * groups)).isEqualTo(server.stepSeconds(64, 1));
        assertThat(server.stepSeconds(64, 16 * groups)).isGreaterThan(server.stepSeconds(64, 8 * groups));
    }

    /** Where prefill saturates, users queue for it: their number times what a prompt takes, less the time of an answer. */
    @Test
    void aPoolThatPrefillsTooLittleKeepsUsersWaiting() {
        ReplicaServer decode = new ReplicaServer(
                Servers.step("llama-3.1-70b"),
                new Deployment(4, false, 1, 1, 1, 1, true),
                new RequestTokens(8192, 64),
                0,
                Speculation.NONE,
                8192,
                1,
                1);
        PrefillPool pool = new PrefillPool(
                Servers.step("llama-3.1-70b"), new Deployment(2, false, 1, 1, 1, 1, true), 1, 8192, 8192, 0.1);
        ClosedLoop loop = new ClosedLoop(decode, Optional.of(pool), 256, new Overhead(0.01, 0));
        double prompt = pool.stepSeconds(0, 1);
        Served few = loop.at(1, Waves.STEADY);
        Served many = loop.at(64, Waves.STEADY);

        assertThat(few.timeToFirstTokenSeconds()).isCloseTo(prompt + 0.11, Percentage.withPercentage(1));
        assertThat(many.timeToFirstTokenSeconds() + 63 * many.tokenSeconds())
                .isCloseTo(64 * prompt, Percentage.withPercentage(10));
        assertThat(new OpenLoop(loop).saturation()).isCloseTo(1 / prompt, Percentage.withPercentage(5));
        assertThat(many.tokenSeconds()).isLessThan(0.05);
        assertThat(many.load()).isBetween(0.0, 1.0);
    }

    @Test
    void whatSoftwareTakesIsAdded() {
        ClosedLoop bare = Servers.SHORT_PROMPTS.loop();
        ClosedLoop slow = new ClosedLoop(bare.server(), Optional.empty(), bare.slots(), new Overhead(0.02, 2));
        Served one = bare.at(1, Waves.STEADY);

        assertThat(slow.at(1, Waves.STEADY).timeToFirstTokenSeconds())
                .isCloseTo(one.timeToFirstTokenSeconds() + 0.02 + 2 * one.tokenSeconds(), within(1e-4));
    }
}
