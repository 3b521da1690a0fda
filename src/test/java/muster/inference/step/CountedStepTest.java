package muster.inference.step;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Optional;
import muster.model.Shape;
import muster.model.layer.Attention;
import muster.model.layer.FeedForward;
import org.junit.jupiter.api.Test;

/**
 * What a step moves and computes, counted by hand. On a chip of one byte a second that computes in no time, seconds are bytes;
 * on one of a FLOP a second that reads in no time, they are FLOP; nothing has a fixed cost.
 */
final class CountedStepTest {
    private static final double AT_ONCE = Double.POSITIVE_INFINITY;
    private static final int LAYERS = 3;
    private static final int WIDTH = 8;
    private static final int VOCABULARY = 32;

    // Two heads of four, one KV head.
    private static final Attention HEADS = Attention.Grouped.plain(2, 1, 4);
    private static final FeedForward DENSE = new FeedForward.Dense(16, true, false);

    // A vector of 16 and 4 that carry the position; heads of 6 and 4, values of 5; queries compressed to 12.
    private static final Attention LATENT = new Attention.Latent(4, 12, 16, 4, 6, 5);

    private static Shape shape(Attention attention, FeedForward feedForward) {
        return new Shape(LAYERS, WIDTH, VOCABULARY, false, 0, 2, false, attention, feedForward);
    }

    private static Attention grouped(boolean gated) {
        return new Attention.Grouped(
                2, 1, 4, Attention.Biases.NONE, Attention.HeadNorm.NONE, false, gated, Optional.empty());
    }

    // Every token activates each of four experts, so that all are read.
    private static FeedForward experts(boolean gated) {
        return new FeedForward.Experts(4, 4, 16, 0, 0, 0, gated, false, false, false);
    }

    private static TokenTimeBreakdown step(
            Shape shape, Machine machine, double rate, Deployment deployment, RequestTokens context) {
        MatrixFormat byteWide = new MatrixFormat(1, 1, rate, 1, 0);
        TimeBreakdown causes = new TimeBreakdown();
        new StepTime(
                        shape,
                        new ModelFormats(byteWide, byteWide, byteWide, 1),
                        machine,
                        CalibratedFactors.SPEED_OF_LIGHT)
                .decode(deployment, context, Speculation.NONE, causes);
        return causes.times(1);
    }

    private static TokenTimeBreakdown moved(Shape shape, Deployment deployment) {
        return step(shape, machine(1, AT_ONCE, 1), AT_ONCE, deployment, new RequestTokens(0, 40));
    }

    private static double computed(Shape shape, Deployment deployment) {
        return step(shape, machine(AT_ONCE, 1, 1), 1, deployment, new RequestTokens(0, 40))
                .computeSeconds();
    }

    private static Machine machine(double bandwidth, double rate, int domain) {
        return new Machine(AT_ONCE, bandwidth, rate, domain, 1, 1);
    }

    private static Deployment apart(int tensor, boolean twoDimensional, int data, int expert, double batch) {
        return new Deployment(tensor, twoDimensional, data, expert, 1, batch, true);
    }

    @Test
    void theWeightsOfADenseLayerAreReadOnce() {
        // (2 + 2) heads of 4 in and 2 out, three matrices of 16, all by 8; and the output layer.
        assertThat(moved(shape(HEADS, DENSE), apart(1, false, 1, 1, 5)).weightSeconds())
                .isEqualTo(3 * (16 * 8 + 8 * 8 + 3 * 16 * 8) + 32 * 8);
    }

    @Test
    void aTokenIsTwoFlopPerWeight() {
        double weights = 3 * (16 * 8 + 8 * 8 + 3 * 16 * 8) + 32 * 8;
        assertThat(computed(shape(HEADS, DENSE), apart(1, false, 1, 1, 5))).isEqualTo(2 * 5 * weights);
    }

    @Test
    void gatedAttentionProjectsAsManyGatesAsQueries() {
        double plain = 3 * (16 * 8 + 8 * 8 + 3 * 16 * 8) + 32 * 8;
        // Two more heads of 4 by 8 in each of three layers.
        double gated = plain + 3 * 8 * 8;
        assertThat(moved(shape(grouped(true), DENSE), apart(1, false, 1, 1, 5)).weightSeconds())
                .isEqualTo(gated);
        assertThat(computed(shape(grouped(true), DENSE), apart(1, false, 1, 1, 5)))
                .isEqualTo(2 * 5 * gated);
        assertThat(moved(shape(grouped(false), DENSE), apart(1, false, 1, 1, 5)).weightSeconds())
                .isEqualTo(plain);
    }

    @Test
    void ungatedExpertsHaveTwoMatricesAndGatedOnesThree() {
        double attention = 3 * (16 * 8 + 8 * 8) + 32 * 8;
        double matrix = 3 * 4 * 16 * 8;
        assertThat(moved(shape(HEADS, experts(false)), apart(1, false, 1, 1, 5)).weightSeconds())
                .isEqualTo(attention + 2 * matrix);
        assertThat(moved(shape(HEADS, experts(true)), apart(1, false, 1, 1, 5)).weightSeconds())
                .isEqualTo(attention + 3 * matrix);
        assertThat(computed(shape(HEADS, experts(false)), apart(1, false, 1, 1, 5)))
                .isEqualTo(2 * 5 * (attention + 2 * matrix));
        assertThat(computed(shape(HEADS, experts(true)), apart(1, false, 1, 1, 5)))
                .isEqualTo(2 * 5 * (attention + 3 * matrix));
    }

    @Test
    void sequencesOfALatentCacheAreSharedOutAmongTheChipsThatCutTheWidth() {
        Shape latent = shape(LATENT, DENSE);
        Machine fours = machine(1, AT_ONCE, 4);
        RequestTokens context = new RequestTokens(0, 40);
        // Eight chips in two domains of four: of 8 sequences each chip reads 2, of 20 tokens, 16 + 4 wide, in 3 layers.
        assertThat(step(latent, fours, AT_ONCE, apart(8, true, 1, 1, 8), context)
                        .cacheSeconds())
                .isEqualTo(3 * 2 * 20 * 20);
        // Three sequences cannot be cut into more than three.
        assertThat(step(latent, fours, AT_ONCE, apart(8, true, 1, 1, 3), context)
                        .cacheSeconds())
                .isEqualTo(3 * 20 * 20);
        // Where heads alone are cut every chip reads all of them.
        assertThat(step(latent, fours, AT_ONCE, apart(8, false, 1, 1, 8), context)
                        .cacheSeconds())
                .isEqualTo(3 * 8 * 20 * 20);
    }

    @Test
    void headsLookAtALatentCacheInItsOwnWidth() {
        // For each of 8 sequences, 20 tokens and 4 heads: 16 + 4 for the score and 16 for the value, two FLOP each; on
        // chips
        // that compute a FLOP a second and read at once this is all that is not a matrix product:
        // 12 + 16 + 4 by 8, 4 (6 + 4) by 12, 4 16 by 6, 4 5 by 16, 8 by 4 5 and the feed-forward part.
        double products = 3 * (32 * 8 + 40 * 12 + 64 * 6 + 20 * 16 + 8 * 20 + 3 * 16 * 8) + 32 * 8;
        assertThat(computed(shape(LATENT, DENSE), apart(1, false, 1, 1, 8)))
                .isEqualTo(2 * 8 * products + 3 * 2 * 8 * 20 * 4 * 36);
    }

    @Test
    void anAllToAllOverSeveralDomainsSendsWhatLeavesTheDomainOverTheNetwork() {
        // Sixteen groups of one chip, each with 2 tokens that visit 4 experts: 2 4 8 elements of 1.5 bytes, there and
        // back in
        // each of 3 layers. In domains of four, 12 of 16 chips are elsewhere.
        Shape routed = shape(HEADS, experts(true));
        RequestTokens context = new RequestTokens(0, 40);
        Machine slowNetwork = new Machine(AT_ONCE, AT_ONCE, AT_ONCE, 4, 1000, 10);
        Machine slowLinks = new Machine(AT_ONCE, AT_ONCE, AT_ONCE, 4, 10, 1000);
        Machine oneDomain = new Machine(AT_ONCE, AT_ONCE, AT_ONCE, 16, 10, 1);
        assertThat(step(routed, slowNetwork, AT_ONCE, apart(1, false, 16, 16, 2), context)
                        .collectiveSeconds())
                .isCloseTo(3 * 2 * 96 * 0.75 / 10, within(1e-9));
        assertThat(step(routed, slowLinks, AT_ONCE, apart(1, false, 16, 16, 2), context)
                        .collectiveSeconds())
                .isCloseTo(3 * 2 * 96.0 / 10, within(1e-9));
        assertThat(step(routed, oneDomain, AT_ONCE, apart(1, false, 16, 16, 2), context)
                        .collectiveSeconds())
                .isCloseTo(3 * 2 * 96.0 / 10, within(1e-9));
    }
}
