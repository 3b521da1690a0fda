package muster.inference.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.Optional;
import muster.inference.step.Deployment;
import muster.inference.step.RequestTokens;
import muster.inference.step.Speculation;
import muster.inference.step.StepTime;
import org.junit.jupiter.api.Test;

/** Servers and the queues before them where the answer is known by hand. */
final class ServersByHandTest {
    private static final double TINY = 1e-7; // percent
    private static final StepTime STEP = Servers.step("llama-2-7b");

    private static ReplicaServer server(Speculation speculation, double interference, double replicas) {
        return new ReplicaServer(
                STEP,
                Deployment.tensor(1, 1),
                new RequestTokens(2048, 4),
                0,
                speculation,
                8192,
                interference,
                replicas);
    }

    /** 1 + 1/2 tokens a step: three tokens in two steps, each of which waits for half of what a prompt adds. */
    @Test
    void anAnswerTakesItsTokensOverThoseOfAStep() {
        ReplicaServer half = server(new Speculation(1, 0.5, 1, 0), 0.5, 1);
        PromptSteps steps = new PromptSteps(0.01, 0.03, 0.03, 1, 1);

        assertThat(half.answerSeconds(steps, 0)).isCloseTo(0.02, withinPercentage(TINY));
        assertThat(half.answerSeconds(steps, 1)).isCloseTo(0.04, withinPercentage(TINY));
        assertThat(half.perStep(8)).isCloseTo(8 * 1.5 / 4, withinPercentage(TINY));
    }

    @Test
    void replicasShareWhatComes() {
        ReplicaServer one = server(Speculation.NONE, 1, 1);
        ReplicaServer three = server(Speculation.NONE, 1, 3);

        assertThat(one.capacity()).isEqualTo(4);
        assertThat(three.capacity()).isEqualTo(12);
        assertThat(three.stepSeconds(48, 6)).isCloseTo(one.stepSeconds(16, 2), withinPercentage(TINY));
        assertThat(three.carrying(48, 512)).isCloseTo(one.carrying(16, 512), withinPercentage(TINY));
        assertThat(one.stepSeconds(16, 2)).isCloseTo(one.carrying(16, 4096), withinPercentage(TINY));
        assertThat(one.stepSeconds(16, 0)).isLessThan(one.stepSeconds(16, 1));
    }

    @Test
    void draftsTakeTheirPartOfAStep() {
        double free = server(new Speculation(2, 0.5, 1, 0), 1, 1).carrying(16, 0);
        assertThat(server(new Speculation(2, 0.5, 1, 0.25), 1, 1).carrying(16, 0))
                .isCloseTo(1.5 * free, withinPercentage(TINY));
    }

    private static PrefillPool pool(double workers, int data, int stages, double prompt) {
        return new PrefillPool(STEP, new Deployment(1, false, data, 1, stages, 1, true), workers, prompt, 8192, 0.1);
    }

    /** Four prompts of 2,048 tokens fill a chunk of 8,192, in each group and stage of each worker. */
    @Test
    void aPoolTakesPromptsUpToItsChunks() {
        assertThat(pool(3, 1, 1, 2048).capacity()).isEqualTo(12);
        assertThat(pool(3, 2, 1, 2048).capacity()).isEqualTo(24);
        assertThat(pool(3, 2, 5, 2048).capacity()).isEqualTo(120);
        assertThat(pool(3, 1, 1, 16384).capacity()).isEqualTo(3);
        assertThat(pool(1, 1, 1, 16384).passes()).isEqualTo(2);

        PrefillPool one = pool(1, 1, 1, 2048);
        double two = one.stepSeconds(0, 2);
        assertThat(pool(3, 1, 1, 2048).stepSeconds(0, 6)).isCloseTo(two, withinPercentage(TINY));
        assertThat(one.stepSeconds(0, 100)).isCloseTo(one.stepSeconds(0, 4), withinPercentage(TINY));
        assertThat(two).isGreaterThan(one.stepSeconds(0, 1)).isLessThan(one.stepSeconds(0, 4));
        assertThat(one.stepSeconds(0, 0.5)).isCloseTo(one.stepSeconds(0, 1), withinPercentage(TINY));
        assertThat(one.stepSeconds(0, 0)).isZero();
        double groups = pool(1, 2, 1, 2048).stepSeconds(0, 4);
        assertThat(groups).isCloseTo(pool(3, 2, 1, 2048).stepSeconds(0, 12), withinPercentage(TINY));
        assertThat(groups).isLessThan(pool(1, 2, 1, 2048).stepSeconds(0, 8));
    }

    /** The root of x^2 + D x = c/4 is c/(4 D) where D is large, however large it is. */
    @Test
    void fewUsersFarApartHardlyWait() {
        double apart = 1e9;
        double busy = 2 / apart;
        assertThat(PromptQueue.ofUsers(1, 1, 3, apart)).isCloseTo(2 * 2 * busy / (4 * apart), withinPercentage(1e-4));
        assertThat(PromptQueue.steady(1, 1, 2)).isInfinite();
    }

    /** Ten prompts of half a second within one second: D = -2, and each varies by what comes between it and the next, 0.1 s. */
    @Test
    void promptsThatComeCloseTogetherVaryLittle() {
        assertThat(PromptQueue.wait(0.5, 1, 11, 1)).isCloseTo((2 + Math.sqrt(4.5)) / 2, withinPercentage(TINY));
    }

    /** One user waits for nobody: steps of the prompt, then those of the answer, at one sequence. */
    @Test
    void oneUserIsServedAtTheSpeedOfOneSequence() {
        ReplicaServer replica = server(Speculation.NONE, 1, 1);
        ClosedLoop loop = new ClosedLoop(replica, Optional.empty(), 8, new Overhead(0.5, 2));
        Served served = loop.at(1, Waves.STEADY);
        double alone = replica.stepSeconds(1, 0);
        double first = 0.5 + 2 * alone + replica.stepSeconds(1, 1);

        assertThat(served.timeToFirstTokenSeconds()).isCloseTo(first, withinPercentage(1e-4));
        assertThat(served.tokenSeconds()).isCloseTo(alone, withinPercentage(1e-4));
        assertThat(served.requestSeconds()).isCloseTo(first + 3 * alone, withinPercentage(1e-4));
        assertThat(served.ratePerSecond()).isCloseTo(1 / (first + 3 * alone), withinPercentage(1e-4));
        assertThat(served.queueSeconds()).isZero();
        assertThat(served.slotSeconds()).isZero();
        assertThat(served.load()).isEqualTo(0.125);
        assertThat(loop.at(1, new Waves(10, 0.8, false)).timeToFirstTokenSeconds())
                .isCloseTo(first, withinPercentage(1e-4));
        assertThat(loop.at(16, Waves.STEADY).load()).isEqualTo(1);
    }

    /** Those that come rarely meet nobody; between, what is asked of the replica is what the parts of a request add up to. */
    @Test
    void requestsThatComeRarelyAreServedAsOne() {
        ReplicaServer replica = server(Speculation.NONE, 1, 1);
        ClosedLoop loop = new ClosedLoop(replica, Optional.empty(), 8, new Overhead(0.5, 2));
        OpenLoop open = new OpenLoop(loop);
        Served rare = open.at(1e-6).orElseThrow();
        double alone = replica.stepSeconds(0, 0);

        // A decode-only step runs, of which half is left, as the model has it.
        assertThat(rare.timeToFirstTokenSeconds())
                .isCloseTo(0.5 + 2.5 * alone + replica.stepSeconds(0, 1), withinPercentage(1));
        assertThat(rare.requestSeconds())
                .isCloseTo(rare.timeToFirstTokenSeconds() + 3 * rare.tokenSeconds(), withinPercentage(1e-4));
        assertThat(rare.slotSeconds()).isCloseTo(0, within(1e-6));
        Served beyond = open.beyond(2 * open.saturation(), 60);
        Served full = loop.at(8, Waves.STEADY);
        assertThat(beyond.timeToFirstTokenSeconds())
                .isCloseTo(30 + full.timeToFirstTokenSeconds(), withinPercentage(1e-4));
        assertThat(beyond.requestSeconds()).isCloseTo(30 + full.requestSeconds(), withinPercentage(1e-4));
        assertThat(beyond.queueSeconds()).isEqualTo(full.queueSeconds());
    }

    /** With a pool answers are generated as if no prompt came, and first tokens take what the pool takes and the hand-over. */
    @Test
    void aPoolTakesPromptsOffTheReplica() {
        ReplicaServer replica = server(Speculation.NONE, 1, 1);
        PrefillPool pool = pool(1, 1, 1, 2048);
        ClosedLoop loop = new ClosedLoop(replica, Optional.of(pool), 8, new Overhead(0.5, 2));
        Served one = loop.at(1, Waves.STEADY);
        double alone = replica.stepSeconds(1, 0);
        double first = 0.5 + 2 * alone + 0.1 + pool.stepSeconds(0, 1);

        assertThat(one.timeToFirstTokenSeconds()).isCloseTo(first, withinPercentage(1e-4));
        assertThat(one.tokenSeconds()).isCloseTo(alone, withinPercentage(1e-4));
        assertThat(one.queueSeconds()).isZero();
        Served rare = new OpenLoop(loop).at(1e-6).orElseThrow();
        assertThat(rare.timeToFirstTokenSeconds()).isCloseTo(first, withinPercentage(1));
        assertThat(rare.tokenSeconds()).isCloseTo(alone, withinPercentage(1));
    }

    /** Answers of 9 s, the shortest 0.8 of the longest, spread by 2 s in each wave: 2 s of prompts and twice that are sqrt(12) s. */
    @Test
    void aWindowGrowsWithTheWavesBefore() {
        assertThat(new Waves(10, 0.8, false).window(1, 2, 9, 100)).isZero();
        assertThat(new Waves(10, 0.8, false).window(3, 2, 9, 100)).isCloseTo(Math.sqrt(12), withinPercentage(TINY));
        assertThat(new Waves(10, 0.8, true).window(3, 2, 9, 100)).isCloseTo(Math.sqrt(8), withinPercentage(TINY));
        assertThat(new Waves(10, 0.8, false).window(300, 2, 9, 10)).isEqualTo(10);
    }
}
