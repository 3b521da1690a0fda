package muster.inference.replica;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import muster.inference.ModelsOnChips;
import muster.inference.step.Deployment;
import muster.inference.step.Machine;
import muster.inference.step.RequestTokens;
import muster.inference.step.Speculation;
import muster.inference.step.TimeBreakdown;
import muster.inference.step.TokenTimeBreakdown;
import muster.model.Shape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The terms of Erdil 2025 (arXiv 2506.04645), section 3.5, one by one by hand: on machines of which one thing takes all the time.
 * The model has two layers of width 8, two heads of 4 on one key and value head, a gated feed-forward part of 16, ten tokens. A layer
 * has 3 * 8 * 16 + 8 * 16 + 8 * 8 = 576 weights, an embedding 80.
 */
final class ErdilPartsTest {
    private static final Shape SMALL = Shape.dense(2, 8, 2, 1, 4, 16, 10);
    private static final double MUCH = 1e300;
    private static final double MILLIONTH = 1e-4; // percent
    private static final double US = 1e-6;

    private static TokenTimeBreakdown step(
            Machine machine, double flop, double chips, double sequences, double each, double stages, double context) {
        TimeBreakdown causes = new TimeBreakdown();
        double seconds = new Erdil(SMALL, 1, flop, machine).step(chips, sequences, each, stages, context, causes);
        assertThat(causes.seconds()).isEqualTo(seconds);
        return causes.times(1);
    }

    /** A machine that does nothing but read a byte a second. */
    private static TokenTimeBreakdown reading(
            double chips, double sequences, double each, double stages, double context) {
        return step(new Machine(MUCH, 1, MUCH, 64, MUCH, MUCH), MUCH, chips, sequences, each, stages, context);
    }

    @Test
    void oneChipReadsWeightsActivationsAndCacheOnce() {
        TokenTimeBreakdown one = reading(1, 1, 1, 1, 5);
        // Inputs and outputs of a layer, in two bytes: three matrices of 8 and 16, one of 8 and 16, one of 8 and 8.
        assertThat(one.weightSeconds()).isCloseTo(2 * (576 + 2 * (3 * 24 + 24 + 16)) + 80, withinPercentage(MILLIONTH));
        // Five tokens of two layers' key and value of four numbers in two bytes.
        assertThat(one.cacheSeconds()).isCloseTo(5 * 2 * 2 * 4 * 2, withinPercentage(MILLIONTH));
        assertThat(one.computeSeconds()).isZero();
        // Six tokens move six times the activations; the cache is of two sequences.
        TokenTimeBreakdown six = reading(1, 2, 3, 1, 5);
        assertThat(six.weightSeconds()).isCloseTo(2 * (576 + 12 * 112) + 80, withinPercentage(MILLIONTH));
        assertThat(six.cacheSeconds()).isCloseTo(320, withinPercentage(MILLIONTH));
    }

    @Test
    void fourChipsReadTheirMatricesCutBothWaysTwiceEachWay() {
        // Both ways inputs and outputs are read twice, one way inputs four times and outputs once, which is more here.
        assertThat(reading(4, 1, 1, 1, 0).weightSeconds())
                .isCloseTo((2 * (576 + 2 * 2 * 112) + 80) / 4.0, withinPercentage(MILLIONTH));
    }

    @Test
    void stagesReadTheirPartsOfTheSequences() {
        // Each of two stages has two chips and two tokens; both ways each is read a root of two times.
        assertThat(reading(4, 4, 1, 2, 0).weightSeconds())
                .isCloseTo(2 * (2 * (576 + Math.sqrt(2) * 2 * 2 * 112) + 80) / 4, withinPercentage(MILLIONTH));
    }

    @Test
    void arithmeticIsOfTheParametersWithBothEmbeddingsAndOfTheScores() {
        TokenTimeBreakdown step = step(new Machine(MUCH, MUCH, MUCH, 64, MUCH, MUCH), 1, 1, 2, 3, 1, 5);
        // Two FLOP a parameter; scores and sums of two heads of four over five tokens, in two layers.
        double norms = SMALL.activeParameters() - 2 * 576 - 80;
        assertThat(norms).isBetween(0.0, 5.0 * 8);
        assertThat(step.computeSeconds())
                .isCloseTo(6 * (2 * (2 * 576 + 160 + norms) + 2 * 4 * 2 * 4 * 5), withinPercentage(MILLIONTH));
        assertThat(step.weightSeconds() + step.cacheSeconds()).isZero();
        assertThat(step(new Machine(MUCH, MUCH, MUCH, 64, MUCH, MUCH), 1, 4, 2, 3, 1, 5)
                        .computeSeconds())
                .isCloseTo(step.computeSeconds() / 4, withinPercentage(MILLIONTH));
    }

    @ParameterizedTest
    @CsvSource({
        // chips, stages, domain, microseconds of exchanges
        // none between one chip and itself
        "1, 1, 8, 0",
        // two all-reduces a layer of one hop inside twice and a start, 2 * 0.6 + 6.8
        "2, 1, 2, 32",
        // over two nodes: 2 (1 * 0.6 + 5) + 6.8 = 18
        "4, 1, 2, 72",
        // four a layer over ranks of eight: 2 * 7 * 0.6 + 6.8 = 15.2, before 82.4 over 64 in a row
        "64, 1, 64, 121.6",
        // one chip of a second node makes it one: 2 (3.5 * 0.6 + 5) + 6.8 = 21
        "9, 1, 8, 84",
        // a hop to the next stage across, 5 + 6.8
        "2, 2, 8, 11.8",
        "4, 4, 8, 35.4",
    })
    void smallMessagesTakeTheirLatency(double chips, double stages, int domain, double microseconds) {
        TokenTimeBreakdown step =
                step(new Machine(MUCH, MUCH, MUCH, domain, MUCH, MUCH), MUCH, chips, stages, 1, stages, 0);
        // Four launches of 4 us a layer, always.
        assertThat(step.fixedSeconds()).isCloseTo(32 * US, within(1e-12));
        assertThat(step.collectiveSeconds()).isCloseTo(microseconds * US, within(1e-12));
    }

    @ParameterizedTest
    @CsvSource({
        // chips, stages, domain, link and network in bytes/s, seconds of exchanges of a token's 8 numbers in two bytes.
        // Half of the bandwidth each way: 16 bytes over two ranks twice a layer
        "2, 1, 2, 2, 2, 32",
        // 16 bytes over four ranks: two nodes' inside at 1 and one between at 1, twice a layer
        "4, 1, 2, 2, 2, 48",
        // the same with half the network
        "4, 1, 2, 2, 1, 64",
        // ranks of eight: (8 + 8 + 16 + 32) numbers in two bytes over 64 chips, 7 ranks of 8 each
        "64, 1, 64, 2, 2, 28",
    })
    void largeMessagesTakeTheirBytes(
            double chips, double stages, int domain, double link, double network, double seconds) {
        assertThat(step(new Machine(MUCH, MUCH, MUCH, domain, link, network), MUCH, chips, stages, 1, stages, 0)
                        .collectiveSeconds())
                .isCloseTo(seconds, within(1e-2));
    }

    @Test
    void aHopToTheNextStageMovesAQuarterOfItsBytesOneWay() {
        // Two tokens of 8 numbers in two bytes for each of two stages, a quarter of 32 bytes at half of 2 bytes/s.
        assertThat(step(new Machine(MUCH, MUCH, MUCH, 1, 2, 2), MUCH, 2, 4, 1, 2, 0)
                        .collectiveSeconds())
                .isCloseTo(8, within(1e-3));
        // Three hops between four stages, of one token each.
        assertThat(step(new Machine(MUCH, MUCH, MUCH, 1, 2, 2), MUCH, 4, 4, 1, 4, 0)
                        .collectiveSeconds())
                .isCloseTo(3 * 4, within(1e-3));
    }

    /** NCCL's LL moves half of the bandwidth, LL128 95% of it and starts later: in between the latter is best. */
    @Test
    void theBestProtocolOfEachSizeCounts() {
        double seconds = step(new Machine(MUCH, MUCH, MUCH, 2, 2e6, 2e6), MUCH, 2, 1, 1, 1, 0)
                .collectiveSeconds();
        // 8 bytes at 1e6: LL 8 + 16 us, LL128 16.5 + 8.42 us, SIMPLE 56 + 8 us.
        assertThat(seconds).isCloseTo(4 * 24 * US, within(1e-12));
        double longer = step(new Machine(MUCH, MUCH, MUCH, 2, 2e6, 2e6), MUCH, 2, 2, 1, 1, 0)
                .collectiveSeconds();
        // 16 bytes: LL 8 + 32, LL128 16.5 + 16.84 us.
        assertThat(longer).isCloseTo(4 * (16.5 + 16 / 0.95) * US, within(1e-12));
    }

    @Test
    void whatIsHeldIsWeightsAndCache() {
        Erdil model = new Erdil(SMALL, 0.5, 1, new Machine(1, 1, 1, 1, 1, 1));
        assertThat(model.residentBytes(0, 100)).isEqualTo(SMALL.parameters() / 2);
        // 16 numbers a token in two bytes.
        assertThat(model.residentBytes(3, 100) - model.residentBytes(0, 0)).isCloseTo(3 * 100 * 32, within(1e-9));
    }

    @Test
    void promptsComeIntoTheStepsUnlessTheyArePrefilledElsewhere() {
        Erdil model = new Erdil(SMALL, 1, 1e12, new Machine(1e9, 1e12, 1e12, 2, 1e11, 1e10));
        TimeBreakdown causes = new TimeBreakdown();
        RequestTokens context = new RequestTokens(10, 4);
        Deployment layout = new Deployment(2, false, 1, 1, 2, 3, false);

        // Six sequences on four chips; 10 prompt tokens for 4 output tokens add 2.5 to each step; 12 tokens on average.
        assertThat(model.decode(layout, context, Speculation.NONE, causes))
                .isEqualTo(model.step(4, 6, 3.5, 2, 12, causes));
        assertThat(model.decode(layout, context, Speculation.predictionHead(2), causes))
                .isEqualTo(model.step(4, 6, 5.5, 2, 12, causes));
        Deployment apart = new Deployment(2, false, 1, 1, 2, 3, true);
        assertThat(model.decode(apart, context, Speculation.NONE, causes))
                .isEqualTo(model.step(4, 6, 1, 2, 12, causes));
        // A prompt sees half of itself on average, and has no stages to wait for.
        assertThat(model.prefill(layout, 10, causes)).isEqualTo(model.step(4, 1, 10, 1, 5, causes));
    }

    /** Experts are read as often as a token finds them, and each sees its part of the tokens. */
    @Test
    void expertsAreReadWhereATokenFindsThem() {
        // 36 layers of width 2880, 128 experts of 2880 of which 4 are active, 64 heads of 64 on 8, 201,088 tokens.
        double used = 1 - Math.pow(1 - 4 / 128.0, 2);
        double perExpert = 2 * 4 / 128.0;
        double experts = used * 128 * 3 * (2880.0 * 2880 + 2 * perExpert * (2880 + 2880));
        double attention = 64.0 * (64 + 16) * 2880 + 2 * 2 * (64 * 80 + 2880) + 2880.0 * 4096 + 2 * 2 * (2880 + 4096);
        assertThat(weights("gpt-oss-120b"))
                .isCloseTo(36 * (experts + attention) + 201_088.0 * 2880, withinPercentage(MILLIONTH));
        // Latent attention is taken for 128 heads of 128; of 256 experts of 2048 eight, and no shared one.
        used = 1 - Math.pow(1 - 8 / 256.0, 2);
        perExpert = 2 * 8 / 256.0;
        experts = used * 256 * 3 * (7168.0 * 2048 + 2 * perExpert * (7168 + 2048));
        attention = 2 * (16_384.0 * 7168 + 2 * 2 * (16_384 + 7168));
        assertThat(weights("deepseek-v3"))
                .isCloseTo(61 * (experts + attention) + 129_280.0 * 7168, withinPercentage(MILLIONTH));
    }

    private static double weights(String model) {
        Shape shape = ModelsOnChips.of(model, "nvidia-h100-sxm", "bf16").shape();
        TimeBreakdown causes = new TimeBreakdown();
        new Erdil(shape, 1, MUCH, new Machine(MUCH, 1, MUCH, 64, MUCH, MUCH)).step(1, 2, 1, 1, 0, causes);
        return causes.times(1).weightSeconds();
    }

    @Test
    void activationsOfEveryActiveExpertAreReduced() {
        Shape shape =
                ModelsOnChips.of("gpt-oss-120b", "nvidia-h100-sxm", "bf16").shape();
        TimeBreakdown causes = new TimeBreakdown();
        new Erdil(shape, 1, MUCH, new Machine(MUCH, MUCH, MUCH, 2, 2, 2)).step(2, 1, 1, 1, 0, causes);
        // One way over two ranks: half of 2880 numbers in two bytes, once and once for each of four experts.
        assertThat(causes.times(1).collectiveSeconds()).isCloseTo(36 * 2880 * (1 + 4), withinPercentage(0.01));
    }
}
