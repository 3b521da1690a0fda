package muster.inference.step;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import muster.inference.replica.MemoryFootprint;
import muster.model.Shape;
import muster.model.layer.Attention;
import muster.model.layer.FeedForward;
import org.junit.jupiter.api.Test;

/** The parts of a step and of what a replica holds, by hand: three layers of width 8, two heads of 4, one KV head, 32 tokens. */
final class StepPartsTest {
    private static final double AT_ONCE = Double.POSITIVE_INFINITY;
    private static final Attention HEADS = Attention.Grouped.plain(2, 1, 4);
    private static final Shape DENSE = shape(HEADS, new FeedForward.Dense(16, true, false));
    private static final Shape EXPERTS =
            shape(HEADS, new FeedForward.Experts(4, 2, 16, 0, 0, 0, true, false, false, false));
    private static final Shape LATENT =
            shape(new Attention.Latent(4, 12, 16, 4, 6, 5), new FeedForward.Dense(16, true, false));

    // Four heads of 4 in, two out, and three matrices of 16, all by 8.
    private static final double LAYERS = 3 * (16 * 8 + 8 * 8 + 3 * 16 * 8);
    private static final double OUTPUT = 32 * 8;
    // Two FLOP for the score and two for the value, in each element of each head of each layer.
    private static final double PER_PAIR = 3 * 4 * 4 * 2;

    private static Shape shape(Attention attention, FeedForward feedForward) {
        return new Shape(3, 8, 32, false, 0, 2, false, attention, feedForward);
    }

    private static StepTime step(Shape shape, double bandwidth, double rate, CalibratedFactors constants) {
        MatrixFormat format = new MatrixFormat(1, 1, rate, 1, 0);
        Machine machine = new Machine(AT_ONCE, bandwidth, rate, 1, AT_ONCE, AT_ONCE);
        return new StepTime(shape, new ModelFormats(format, format, format, 1), machine, constants);
    }

    private static StepTime computing() {
        return step(DENSE, AT_ONCE, 1, CalibratedFactors.SPEED_OF_LIGHT);
    }

    @Test
    void aPromptTakesItsProductsTheOutputOfItsLastTokenAndHalfOfAllPairs() {
        // Ten tokens; the last counts as generated, the nine before look at five others on average.
        assertThat(computing().prefill(Deployment.tensor(1, 1), 10, new TimeBreakdown()))
                .isEqualTo(2 * 10 * LAYERS + 2 * OUTPUT + 9 * 5 * PER_PAIR);
    }

    @Test
    void promptsTogetherAreAsMuchWorkAsEachAlone() {
        assertThat(computing().prefillBatch(Deployment.tensor(1, 1), 2, 10, new TimeBreakdown()))
                .isEqualTo(2 * (2 * 10 * LAYERS + 2 * OUTPUT + 9 * 5 * PER_PAIR));
    }

    @Test
    void aCachedPartOfAPromptIsLookedAtAndNotComputed() {
        // Of ten tokens four are cached: six are computed, of which the last counts as generated, and the five before
        // look at seven
        // others on average, those between the fourth and the tenth.
        assertThat(computing().prefillAll(Deployment.tensor(1, 1), 1, new RequestTokens(10, 1, 4), new TimeBreakdown()))
                .isEqualTo(2 * 6 * LAYERS + 2 * OUTPUT + 5 * 7 * PER_PAIR);
        assertThat(computing().prefillAll(Deployment.tensor(1, 1), 2, new RequestTokens(10, 1), new TimeBreakdown()))
                .isEqualTo(computing().prefillBatch(Deployment.tensor(1, 1), 2, 10, new TimeBreakdown()));
    }

    @Test
    void aMixedStepGeneratesAndReads() {
        // Four sequences with one draft token each, and six tokens of prompts of ten.
        assertThat(computing()
                        .mixed(
                                Deployment.tensor(1, 4),
                                new RequestTokens(10, 20),
                                new Speculation(1, 1, 1, 0),
                                6,
                                1,
                                new TimeBreakdown()))
                .isEqualTo(2 * (8 + 6) * LAYERS + 2 * 8 * OUTPUT + 6 * 5 * PER_PAIR);
    }

    @Test
    void promptsKeepPaceWithWhatIsGenerated() {
        // Four sequences of ten in and twenty out: two prompt tokens a step, unless others read them.
        RequestTokens context = new RequestTokens(10, 20);
        Deployment beside = new Deployment(1, false, 1, 1, 1, 4, false);
        Deployment apart = new Deployment(1, false, 1, 1, 1, 4, true);
        assertThat(computing().decode(beside, context, Speculation.NONE, new TimeBreakdown()))
                .isEqualTo(2 * (4 + 2) * LAYERS + 2 * 4 * OUTPUT + 2 * 5 * PER_PAIR);
        assertThat(computing().decode(apart, context, Speculation.NONE, new TimeBreakdown()))
                .isEqualTo(2 * 4 * LAYERS + 2 * 4 * OUTPUT);
    }

    @Test
    void everyKernelLayerStepAndSequenceHasItsFixedCost() {
        // In order: a product 1, attention 10, a hop between stages 5, a layer 100, a step 1000, a sequence 10,000.
        CalibratedFactors fixed = new CalibratedFactors(
                1, 1, 2, 10, 1, 1, 0, 1, 1, 0, 0, 1, 0, 1, 0, 1, 5, 100, 1000, 10_000, 0, 0, 0, 0, 1, 0, 0, 0, 0);
        Deployment stages = new Deployment(1, false, 1, 1, 3, 2, true);
        TimeBreakdown causes = new TimeBreakdown();
        step(DENSE, AT_ONCE, AT_ONCE, fixed).decode(stages, new RequestTokens(10, 20), Speculation.NONE, causes);
        // Four products a layer; the last stage, with one more, and the host of each stage set the pace of three.
        assertThat(causes.times(1).fixedSeconds()).isEqualTo(3 * (4 + 10 + 100) + 3 * (1 + 1000 + 2 * 10_000));
        assertThat(causes.times(2).collectiveSeconds()).isEqualTo(2 * 2 * 5);
        // Latent attention has five, the feed-forward part two.
        step(LATENT, AT_ONCE, AT_ONCE, fixed).decode(stages, new RequestTokens(10, 20), Speculation.NONE, causes);
        assertThat(causes.times(1).fixedSeconds()).isEqualTo(3 * (7 + 10 + 100) + 3 * (1 + 1000 + 2 * 10_000));
    }

    @Test
    void touchedExpertsAndPassesOfSmallKernelsCost() {
        // A layer of experts 1 and each that is touched 10; both of two picks of four by one token: 2. Five passes over
        // the
        // stream of one token, 8 wide in 16 bits.
        CalibratedFactors fixed = new CalibratedFactors(
                0, 1, 2, 0, 1, 1, 1, 1, 1, 0, 0, 1, 0, 1, 0, 1, 0, 0, 0, 0, 5, 10, 0, 0, 1, 0, 0, 0, 0);
        Deployment one = new Deployment(1, false, 1, 1, 1, 1, true);
        TimeBreakdown causes = new TimeBreakdown();
        step(EXPERTS, AT_ONCE, AT_ONCE, fixed).decode(one, new RequestTokens(0, 20), Speculation.NONE, causes);
        assertThat(causes.times(1).fixedSeconds()).isCloseTo(3 * (1 + 2 * 10), within(1e-9));
        TimeBreakdown without = new TimeBreakdown();
        step(EXPERTS, 1, AT_ONCE, fixed).decode(one, new RequestTokens(0, 20), Speculation.NONE, causes);
        step(EXPERTS, 1, AT_ONCE, CalibratedFactors.SPEED_OF_LIGHT)
                .decode(one, new RequestTokens(0, 20), Speculation.NONE, without);
        assertThat(causes.times(1).activationSeconds() - without.times(1).activationSeconds())
                .isCloseTo(3 * 5 * 8 * 2, within(1e-9));
    }

    // A step of two groups of four sequences, whose experts lie on both chips, over links and a network of so many B/s.
    private static double exchanging(int domain, double links, double network) {
        MatrixFormat format = new MatrixFormat(1, 1, 1, 1, 0);
        Machine machine = new Machine(AT_ONCE, AT_ONCE, 1, domain, links, network);
        return new StepTime(
                        EXPERTS, new ModelFormats(format, format, format, 1), machine, CalibratedFactors.SPEED_OF_LIGHT)
                .decode(
                        new Deployment(1, false, 2, 2, 1, 4, true),
                        new RequestTokens(0, 20),
                        Speculation.NONE,
                        new TimeBreakdown());
    }

    @Test
    void overTheNetworkOneHalfIsSentWhileTheOtherIsComputed() {
        double computing = exchanging(1, AT_ONCE, AT_ONCE);
        // Four tokens of 8 numbers go to two experts and back in three layers, in 1.5 bytes; half of them to the other
        // chip.
        double bytes = 4 * 2 * 8 * 2 * 3 * 1.5;
        double sentInHalf = bytes / 2 / (computing / 2);
        assertThat(exchanging(1, AT_ONCE, sentInHalf)).isCloseTo(computing, within(1e-9 * computing));
        // Three times as long as all products of the layers: these hide, and the output layer does not.
        double layers = computing - 2 * 4 * OUTPUT;
        assertThat(exchanging(1, AT_ONCE, bytes / 2 / (3 * layers)))
                .isCloseTo(3 * layers + 2 * 4 * OUTPUT, within(1e-9 * computing));
        // Inside of a domain all of it is sent after the products.
        assertThat(exchanging(2, bytes / (computing / 2), AT_ONCE))
                .isCloseTo(1.5 * computing, within(1e-9 * computing));
    }

    @Test
    void whatOverlapsIsSplitByHowMuchEachMatters() {
        // Bytes 3 and arithmetic 4 with p = 2 make 5, split 9 to 16; of the bytes two parts of three are weights.
        TimeBreakdown causes = new TimeBreakdown();
        causes.blended(2, 2, 1, 4, 2);
        assertThat(causes.seconds()).isCloseTo(10, within(1e-12));
        assertThat(causes.times(1).weightSeconds()).isCloseTo(10 * 9.0 / 25 * 2 / 3, within(1e-12));
        assertThat(causes.times(1).activationSeconds()).isCloseTo(10 * 9.0 / 25 / 3, within(1e-12));
        assertThat(causes.times(1).computeSeconds()).isCloseTo(10 * 16.0 / 25, within(1e-12));
        TimeBreakdown longer = new TimeBreakdown();
        longer.blended(1, 4, 0, 3, 2);
        assertThat(longer.times(1).weightSeconds()).isCloseTo(5 * 16.0 / 25, within(1e-12));
    }

    @Test
    void twoKindsOfStepsAreMixedPartByPart() {
        TimeBreakdown some = new TimeBreakdown();
        some.compute(1);
        some.weights(2);
        some.cache(3);
        some.activations(4);
        some.collectives(5);
        some.fixed(6);
        TimeBreakdown others = new TimeBreakdown();
        others.compute(11);
        others.weights(22);
        others.cache(33);
        others.activations(44);
        others.collectives(55);
        others.fixed(66);
        some.mix(others, 0.9, 0.1);
        // Nine parts of the one and one of the other.
        assertThat(some.times(10)).isEqualTo(new TokenTimeBreakdown(20, 40, 60, 80, 100, 120));
        assertThat(some.times(10).seconds()).isEqualTo(420);
        some.clear();
        assertThat(some.seconds()).isZero();
    }

    @Test
    void aChipHoldsItsPartOfTheWeights() {
        // Attention in 16 bits, the rest in 8, embeddings in 16: 576 2 + 1152 + 512 2 bytes over two chips.
        assertThat(memory(DENSE, AT_ONCE).weightBytes(Deployment.tensor(2, 1))).isEqualTo(3328 / 2.0);
        assertThat(memory(DENSE, AT_ONCE).modelBytes()).isEqualTo(3328);
        // A router of 8 by 4 a layer; four experts of 384 a layer, one on each of four chips; two stages.
        assertThat(memory(EXPERTS, AT_ONCE).weightBytes(new Deployment(2, false, 2, 4, 2, 1, false)))
                .isEqualTo(((576 * 2 + 96 + 512 * 2) / 2.0 + 3 * 4 * 384 / 4.0) / 2);
        // Each of the four on one pair of chips, which share it.
        assertThat(memory(EXPERTS, AT_ONCE).weightBytes(new Deployment(2, false, 2, 2, 1, 1, false)))
                .isEqualTo((576 * 2 + 96 + 512 * 2) / 2.0 + 3 * 4 * 384 / 2.0 / 2);
    }

    @Test
    void sequencesFillWhatTheWeightsLeave() {
        // 2 4 elements in 3 layers of 10 + 20 tokens at 2 bytes: 1440 a sequence. One KV head is not cut, so that both
        // hold it.
        RequestTokens context = new RequestTokens(10, 20);
        assertThat(memory(DENSE, 10_000).largestBatch(Deployment.tensor(2, 1), 8, context))
                .isCloseTo((10_000 - 1664) / 1440.0, within(1e-9));
        // Two domains of two chips that cut the width: each holds half of the sequences.
        assertThat(memory(DENSE, 10_000).largestBatch(new Deployment(4, true, 1, 1, 1, 1, false), 2, context))
                .isCloseTo(2 * (10_000 - 832) / 1440.0, within(1e-9));
        assertThat(memory(DENSE, 1664).largestBatch(Deployment.tensor(2, 1), 8, context))
                .isZero();
        assertThat(memory(DENSE, 1664 + 1439).largestBatch(Deployment.tensor(2, 1), 8, context))
                .isZero();
        assertThat(memory(DENSE, 1664 + 1440).largestBatch(Deployment.tensor(2, 1), 8, context))
                .isEqualTo(1);
    }

    private static MemoryFootprint memory(Shape shape, double usable) {
        MatrixFormat wide = new MatrixFormat(2, 2, 1, 1, 0);
        MatrixFormat narrow = new MatrixFormat(1, 1, 1, 1, 0);
        return new MemoryFootprint(shape, new ModelFormats(wide, narrow, wide, 2), usable);
    }

    @Test
    void draftTokensAreAcceptedLessAndLess() {
        // 1 + 0.8 + 0.8 0.4 + 0.8 0.4 0.2.
        assertThat(new Speculation(3, 0.8, 0.5, 0).tokensPerStep()).isCloseTo(2.184, within(1e-12));
        assertThat(Speculation.NONE.tokensPerStep()).isEqualTo(1);
        // 1 + 0.92 + 0.92 0.69.
        assertThat(Speculation.predictionHead(2).tokensPerStep()).isCloseTo(2.5548, within(1e-12));
    }

    @Test
    void chipsAndSequencesOfAReplica() {
        Deployment spread = new Deployment(4, false, 3, 6, 2, 5, false);
        assertThat(spread.chips()).isEqualTo(24);
        assertThat(spread.sequences()).isEqualTo(30);
        assertThat(spread.expertTensor()).isEqualTo(2);
        assertThat(spread.with(7).sequences()).isEqualTo(42);
        assertThat(new RequestTokens(10, 20).meanTokens()).isEqualTo(20);
        assertThat(new RequestTokens(10, 20).mostTokens()).isEqualTo(30);
    }

    @Test
    void domainsHaveAsManyChipsEach() {
        // Of 256 chips in domains of 72, four times 64.
        Deployment wide = new Deployment(256, true, 1, 1, 1, 1, false);
        assertThat(Sharding.of(wide, 72)).isEqualTo(new Sharding(64, 4, true));
        assertThat(Sharding.of(Deployment.tensor(8, 1), 8)).isEqualTo(new Sharding(8, 1, false));
        assertThat(Sharding.of(wide, 72).columns()).isEqualTo(4);
        assertThat(Sharding.of(wide, 72).rows()).isEqualTo(64);
        assertThat(Sharding.of(wide, 72).chips()).isEqualTo(256);
        assertThat(Sharding.of(Deployment.tensor(8, 1), 8).columns()).isEqualTo(8);
        assertThat(Sharding.of(Deployment.tensor(8, 1), 8).rows()).isEqualTo(1);
    }
}
