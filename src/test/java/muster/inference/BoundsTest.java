package muster.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.Arrays;
import java.util.OptionalDouble;
import muster.inference.replica.Erdil;
import muster.inference.replica.ErdilGrid;
import muster.inference.replica.ModelOnChip;
import muster.inference.replica.ReplicaRequest;
import muster.inference.replica.RooflineBound;
import muster.inference.replica.TimeModelChoice;
import muster.inference.step.Deployment;
import muster.inference.step.RequestTokens;
import muster.inference.step.Speculation;
import muster.inference.step.TimeBreakdown;
import muster.inference.step.TokenTimeBreakdown;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Bounds of whole steps by their published formulas, and what the grid over Erdil's model must keep to. */
final class BoundsTest {
    private final ModelOnChip llama = ModelsOnChips.of("llama-3.1-70b", "nvidia-h100-sxm", "bf16");
    private final ModelOnChip routed = ModelsOnChips.of("gpt-oss-120b", "nvidia-h100-sxm", "bf16");

    /** 2 N B / (n P). */
    private static double arithmetic(ModelOnChip setup, double tokens, double chips) {
        return 2
                * setup.shape().activeParameters()
                * tokens
                / (chips * setup.formats().feedForward().flopPerSecond());
    }

    /** w N / (n W). */
    private static double weights(ModelOnChip setup, double chips) {
        return setup.memory().modelBytes() / (chips * setup.machine().bandwidthBytesPerSecond());
    }

    private TokenTimeBreakdown step(RooflineBound.Rule rule, double chips, double sequences, double tokens) {
        TimeBreakdown causes = new TimeBreakdown();
        RooflineBound bound = new RooflineBound(llama, rule);
        bound.step(chips, 7, 1e9, 1e6, causes);
        double seconds = bound.step(chips, sequences, tokens, 1000, causes);
        assertThat(causes.seconds()).isEqualTo(seconds);
        return causes.times(1);
    }

    @ParameterizedTest
    @CsvSource({"8, 1", "8, 64", "16, 4096"})
    void theScalingBookAddsTheCacheToTheLongerOfArithmeticAndWeights(double chips, double sequences) {
        TokenTimeBreakdown step = step(RooflineBound.Rule.SCALING_BOOK, chips, sequences, sequences);
        // Eight key and value heads of 128 in 80 layers, in two bytes.
        double cache = sequences * 1000 * 80 * 2 * 8 * 128 * 2 / (chips * 3.35e12);

        assertThat(step.cacheSeconds()).isCloseTo(cache, withinPercentage(1e-6));
        double flop = arithmetic(llama, sequences, chips);
        double bytes = weights(llama, chips);
        assertThat(step.seconds()).isCloseTo(cache + Math.max(flop, bytes), withinPercentage(1e-9));
        assertThat(step.computeSeconds()).isEqualTo(flop >= bytes ? flop : 0);
        assertThat(step.collectiveSeconds()).isZero();
        assertThat(RooflineBound.scalingBook(6, 8, 12, 2, 4)).isEqualTo(3 + 4);
        assertThat(RooflineBound.scalingBook(6, 8, 20, 2, 4)).isEqualTo(3 + 5);
    }

    @ParameterizedTest
    @CsvSource({"1, 1920", "0.25, 1920", "4, 2560", "16, 3840"})
    void theSimpleModelHasFourReductionsALayer(double chips, double microseconds) {
        // 4 * 80 (2 us max(sqrt(n) - 1, 0) + 6 us)
        assertThat(step(RooflineBound.Rule.ERDIL_SIMPLE, chips, 1, 1).collectiveSeconds())
                .isCloseTo(microseconds * 1e-6, within(1e-12));
        assertThat(step(RooflineBound.Rule.ERDIL_SIMPLE, chips, 1, 1).cacheSeconds())
                .isZero();
    }

    @Test
    void arithmeticAloneKnowsNoBytes() {
        TokenTimeBreakdown step = step(RooflineBound.Rule.FLOP_RULE, 8, 1, 1);
        assertThat(step.computeSeconds()).isCloseTo(arithmetic(llama, 1, 8), withinPercentage(1e-9));
        assertThat(step.seconds()).isEqualTo(step.computeSeconds());
    }

    @Test
    void promptsComeIntoTheStepsUnlessTheyArePrefilledElsewhere() {
        RequestTokens context = new RequestTokens(1000, 400);
        TimeBreakdown causes = new TimeBreakdown();
        RooflineBound flop = new RooflineBound(routed, RooflineBound.Rule.FLOP_RULE);
        RooflineBound bytes = new RooflineBound(routed, RooflineBound.Rule.SCALING_BOOK);
        // Two by four chips, 3 sequences for each of four groups; 2.5 prompt tokens for an output token.
        Deployment together = new Deployment(2, false, 4, 8, 1, 3, false);
        assertThat(flop.decode(together, context, Speculation.NONE, causes))
                .isCloseTo(arithmetic(routed, 12 + 30, 8), withinPercentage(1e-9));
        assertThat(flop.decode(
                        new Deployment(2, false, 4, 8, 1, 3, true), context, Speculation.predictionHead(2), causes))
                .isCloseTo(arithmetic(routed, 36, 8), withinPercentage(1e-9));
        // So few tokens take the time of the weights, and the cache is of 1200 tokens each.
        double cache =
                12 * routed.shape().kvElements(1200) * 2 / (8 * routed.machine().bandwidthBytesPerSecond());
        assertThat(bytes.decode(together, context, Speculation.NONE, causes))
                .isCloseTo(weights(routed, 8) + cache, withinPercentage(1e-9));
        assertThat(flop.prefill(together, 1000, causes)).isCloseTo(arithmetic(routed, 1000, 8), withinPercentage(1e-9));
        assertThat(bytes.prefill(together, 1, causes)).isCloseTo(weights(routed, 8), withinPercentage(1e-9));
    }

    @Test
    void everyChoiceIsAModelOfItsOwn() {
        double[] seconds = Arrays.stream(TimeModelChoice.values())
                .mapToDouble(choice -> choice.of(llama)
                        .decode(
                                Deployment.tensor(8, 4),
                                new RequestTokens(1000, 400),
                                Speculation.NONE,
                                new TimeBreakdown()))
                .toArray();
        assertThat(seconds).doesNotHaveDuplicates();
        // Arithmetic alone is the least, and light needs less time than what was measured.
        assertThat(Arrays.stream(seconds).min().orElseThrow()).isEqualTo(seconds[TimeModelChoice.FLOP_RULE.ordinal()]);
        assertThat(seconds[TimeModelChoice.SPEED_OF_LIGHT.ordinal()])
                .isLessThan(seconds[TimeModelChoice.CALIBRATED.ordinal()]);
        assertThat(seconds[TimeModelChoice.ERDIL.ordinal()])
                .isEqualTo(Erdil.of(llama)
                        .decode(
                                Deployment.tensor(8, 4),
                                new RequestTokens(1000, 400),
                                Speculation.NONE,
                                new TimeBreakdown()));
    }

    /** The most that any replica has, by trying them all in other steps. */
    private double most(double speed, double utilization, double chipsAtHand, boolean yield) {
        Erdil model = Erdil.of(llama);
        double memory = llama.machine().memoryBytes();
        double context = 1200;
        double best = 0;
        for (double chips = model.residentBytes(1, context) / memory; chips <= chipsAtHand; chips *= 1.03) {
            for (double n = 1; n <= 65536 && model.residentBytes(n, context) <= memory * chips; n *= 1.07) {
                for (double stages : new double[] {1, 2, 4, 6}) {
                    if (stages <= chips && stages <= n) {
                        double had = 1 / model.step(chips, n, 1, stages, context, new TimeBreakdown());
                        double used = arithmetic(llama, n, chips) * had;
                        if (had >= speed && used >= utilization) {
                            best = Math.max(best, yield ? n * had / chips : had);
                        }
                    }
                }
            }
        }
        return best;
    }

    @ParameterizedTest
    @CsvSource({"0, 16, 1000", "0.05, 16, 1000", "0.2, 16, 1000", "0, 16, 6", "0.2, 5, 1000"})
    void theFastestThatUsesAPartOfTheRate(double utilization, int limit, double chips) {
        double most = most(0, utilization, Math.min(limit, chips), false);
        OptionalDouble found = grid(limit, chips).speed(utilization);
        assertThat(found.orElse(0)).isCloseTo(most, withinPercentage(3));
    }

    @ParameterizedTest
    @CsvSource({"1, 16, 1000", "40, 16, 1000", "80, 16, 1000", "40, 16, 6", "1, 4, 1000"})
    void theMostOfStreamsOfASpeed(double speed, int limit, double chips) {
        assertThat(grid(limit, chips).throughputPerChip(speed))
                .isCloseTo(most(speed, 0, Math.min(limit, chips), true), withinPercentage(3));
    }

    @Test
    void whatNoReplicaHasIsNothing() {
        ErdilGrid grid = grid(16, 1000);
        double fastest = grid.speed(0).orElseThrow();
        assertThat(grid.throughputPerChip(fastest)).isPositive();
        assertThat(grid.throughputPerChip(fastest * 1.0001)).isZero();
        // The most tokens of a chip are the most of its rate that is used, and no speed has more.
        double used = arithmetic(llama, grid.throughputPerChip(0), 1);
        assertThat(grid.speed(used * 0.9999)).isPresent();
        assertThat(grid.speed(used * 1.0001)).isEmpty();
        // 141 GB of weights lie on no single chip.
        assertThat(grid(1, 1000).speed(0)).isEmpty();
        assertThat(grid(1, 1000).throughputPerChip(0)).isZero();
    }

    private ErdilGrid grid(int limit, double chips) {
        return new ErdilGrid(llama, new ReplicaRequest(new RequestTokens(1000, 400), limit, Speculation.NONE), chips);
    }
}
