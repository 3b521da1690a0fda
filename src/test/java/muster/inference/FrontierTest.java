package muster.inference;

import static muster.testing.Seeded.forAll;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import muster.inference.replica.Frontier;
import muster.inference.replica.MemoryFootprint;
import muster.inference.replica.ModelOnChip;
import muster.inference.replica.OperatingPoint;
import muster.inference.replica.ReplicaRequest;
import muster.inference.step.Deployment;
import muster.inference.step.Machine;
import muster.inference.step.MatrixFormat;
import muster.inference.step.ModelFormats;
import muster.inference.step.RequestTokens;
import muster.inference.step.Speculation;
import muster.model.Architecture;
import muster.testing.Seeded.Draws;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for every frontier. */
class FrontierTest {
    private static final int RUNS = 40;

    private record Case(ModelOnChip setup, ReplicaRequest request, double factor) {
        @Override
        public String toString() {
            return "%d layers, %s, %s, factor %s".formatted(setup.shape().layers(), setup.machine(), request, factor);
        }
    }

    private static Case draw(Draws draws) {
        ModelOnChip setup = ModelsOnChips.of(
                draws.oneOf(List.of("llama-3.1-8b", "llama-3.1-70b", "mixtral-8x7b", "deepseek-v3", "gpt-oss-120b")),
                draws.oneOf(List.of("nvidia-h100-sxm", "nvidia-h200-sxm", "amd-mi300x", "nvidia-gb200")),
                draws.oneOf(List.of("fp8", "bf16", "weights=int4,activations=bf16")));
        ReplicaRequest request = new ReplicaRequest(
                new RequestTokens(draws.whole(16, 8192), draws.whole(16, 4096)), draws.whole(1, 40), Speculation.NONE);
        return new Case(setup, request, draws.between(1, 3));
    }

    private static void noWorse(Frontier better, Frontier worse) {
        for (OperatingPoint point : worse.points()) {
            // Within rounding, since the order of sums differs.
            double least = point.serialSpeed() * (1 - 1e-12);
            assertThat(better.atLeast(least))
                    .as("at %s token/s", point.serialSpeed())
                    .hasValueSatisfying(found -> assertThat(found.throughputPerChip())
                            .isGreaterThanOrEqualTo(point.throughputPerChip() * (1 - 1e-12)));
        }
    }

    private static void neverWorse(long seed, java.util.function.UnaryOperator<Case> improve) {
        forAll(seed, RUNS, FrontierTest::draw, drawn -> {
            Case improved = improve.apply(drawn);
            noWorse(
                    ModelsOnChips.frontier(improved.setup(), improved.request()),
                    ModelsOnChips.frontier(drawn.setup(), drawn.request()));
        });
    }

    private static Case machine(Case of, Machine machine) {
        return new Case(of.setup().on(machine), of.request(), of.factor());
    }

    @Test
    void moreChipsNeverMakeItWorse() {
        neverWorse(
                1,
                drawn -> new Case(
                        drawn.setup(),
                        new ReplicaRequest(
                                drawn.request().context(),
                                (int) (drawn.factor() * drawn.request().maxReplicaChips()),
                                Speculation.NONE),
                        1));
    }

    @Test
    void moreBandwidthNeverMakesItWorse() {
        neverWorse(2, drawn -> {
            Machine was = drawn.setup().machine();
            return machine(
                    drawn,
                    new Machine(
                            was.memoryBytes(),
                            drawn.factor() * was.bandwidthBytesPerSecond(),
                            was.wideFlopPerSecond(),
                            was.domainChips(),
                            was.linkBytesPerSecond(),
                            was.networkBytesPerSecond()));
        });
    }

    @Test
    void fasterLinksNeverMakeItWorse() {
        neverWorse(3, drawn -> {
            Machine was = drawn.setup().machine();
            return machine(
                    drawn,
                    new Machine(
                            was.memoryBytes(),
                            was.bandwidthBytesPerSecond(),
                            was.wideFlopPerSecond(),
                            was.domainChips(),
                            drawn.factor() * was.linkBytesPerSecond(),
                            drawn.factor() * was.networkBytesPerSecond()));
        });
    }

    @Test
    void moreComputeNeverMakesItWorse() {
        neverWorse(4, drawn -> {
            ModelOnChip was = drawn.setup();
            ModelFormats faster = new ModelFormats(
                    faster(was.formats().attention(), drawn.factor()),
                    faster(was.formats().feedForward(), drawn.factor()),
                    faster(was.formats().wide(), drawn.factor()),
                    was.formats().cacheBytes());
            return with(drawn, faster);
        });
    }

    private static MatrixFormat faster(MatrixFormat was, double factor) {
        return new MatrixFormat(
                was.weightBytes(), was.activationBytes(), factor * was.flopPerSecond(), was.efficiency(), 0);
    }

    @Test
    void fewerBytesNeverMakeItWorse() {
        neverWorse(5, drawn -> {
            ModelFormats was = drawn.setup().formats();
            return with(
                    drawn,
                    new ModelFormats(
                            smaller(was.attention(), drawn.factor()),
                            smaller(was.feedForward(), drawn.factor()),
                            was.wide(),
                            was.cacheBytes() / drawn.factor()));
        });
    }

    private static MatrixFormat smaller(MatrixFormat was, double factor) {
        return new MatrixFormat(
                was.weightBytes() / factor, was.activationBytes() / factor, was.flopPerSecond(), was.efficiency(), 0);
    }

    private static Case with(Case drawn, ModelFormats formats) {
        ModelOnChip was = drawn.setup();
        return new Case(
                new ModelOnChip(
                        was.shape(),
                        was.encodings(),
                        formats,
                        was.machine(),
                        was.constants(),
                        new MemoryFootprint(was.shape(), formats, was.memory().usableBytes()),
                        was.calibration(),
                        was.engine(),
                        was.unseen(),
                        was.dividesWhole()),
                drawn.request(),
                drawn.factor());
    }

    @Test
    void noPointIsDominated() {
        forAll(6, RUNS, FrontierTest::draw, drawn -> {
            List<OperatingPoint> points =
                    ModelsOnChips.frontier(drawn.setup(), drawn.request()).points();
            for (OperatingPoint point : points) {
                assertThat(points).noneMatch(point::dominatedBy);
            }
        });
    }

    @Test
    void whatDoesNotFitIsNotOnIt() {
        forAll(7, RUNS, FrontierTest::draw, drawn -> {
            ModelOnChip setup = drawn.setup();
            for (OperatingPoint point :
                    ModelsOnChips.frontier(setup, drawn.request()).points()) {
                Deployment deployment = point.deployment();
                // Each chip's weights, and the cache counted over all chips of a group, of which it holds at least its
                // part.
                double cache = deployment.batch()
                        * setup.shape().kvElements(drawn.request().context().mostTokens())
                        * setup.formats().cacheBytes()
                        / deployment.tensor();
                assertThat(setup.memory().weightBytes(deployment) + cache)
                        .isLessThanOrEqualTo(0.9 * setup.machine().memoryBytes() - 2.5e9);
                assertThat(deployment.chips())
                        .isLessThanOrEqualTo(drawn.request().maxReplicaChips());
            }
        });
    }

    @Test
    void theBreakdownAddsUpToATokensTime() {
        forAll(8, RUNS, FrontierTest::draw, drawn -> {
            for (OperatingPoint point :
                    ModelsOnChips.frontier(drawn.setup(), drawn.request()).points()) {
                assertThat(point.breakdown().seconds() * point.serialSpeed()).isCloseTo(1, within(1e-9));
            }
        });
    }

    static Stream<String> models() {
        return ModelsOnChips.SHELF.ids(Architecture.KIND).stream();
    }

    @ParameterizedTest
    @MethodSource("models")
    void noStreamIsFasterThanReadingWhatItMust(String model) {
        for (String chip : List.of("nvidia-h100-sxm", "nvidia-gb200", "google-tpu-v5e", "amd-mi300x")) {
            ModelOnChip setup = ModelsOnChips.of(model, chip, "weights=fp8,activations=bf16");
            ReplicaRequest request = new ReplicaRequest(new RequestTokens(1024, 1024), 64, Speculation.NONE);
            for (OperatingPoint point : ModelsOnChips.frontier(setup, request).points()) {
                double bytes = setup.shape().activeParameters()
                                * setup.formats().feedForward().weightBytes()
                        + setup.shape().kvElements(1536) * setup.formats().cacheBytes();
                double bandwidth = point.deployment().tensor()
                        * point.deployment().data()
                        * setup.machine().bandwidthBytesPerSecond();
                assertThat(point.serialSpeed())
                        .as("%s on %s: %s", model, chip, point)
                        .isLessThan(bandwidth / bytes);
            }
        }
    }

    @Test
    void theBestAtASpeedHasTheMostThroughputOfThoseThatReachIt() {
        Frontier frontier = ModelsOnChips.frontier(
                ModelsOnChips.of("llama-3.1-70b", "nvidia-h100-sxm", "fp8"),
                new ReplicaRequest(new RequestTokens(1024, 1024), 8, Speculation.NONE));
        OperatingPoint best = frontier.atLeast(50).orElseThrow();
        assertThat(best.serialSpeed()).isGreaterThanOrEqualTo(50);
        assertThat(frontier.points())
                .filteredOn(point -> point.serialSpeed() >= 50)
                .allMatch(point -> point.throughputPerChip() <= best.throughputPerChip());
        assertThat(frontier.atLeast(1e4)).isEmpty();
        // InferenceX measured 51 token/s at 810 token/s/chip, prompts read by the chips that generate.
        Frontier together = ModelsOnChips.frontier(
                ModelsOnChips.of("llama-3.1-70b", "nvidia-h100-sxm", "fp8"),
                new ReplicaRequest(new RequestTokens(1024, 1024), 8, Speculation.NONE)
                        .disaggregated(Optional.of(false)));
        assertThat(together.atLeast(50).orElseThrow().throughputPerChip()).isCloseTo(810, withinPercentage(35));
    }

    @Test
    void aModelThatFitsOnNoReplicaHasNoFrontier() {
        ModelOnChip setup = ModelsOnChips.of("llama-3.1-405b", "nvidia-h100-sxm", "bf16");
        Frontier frontier =
                ModelsOnChips.frontier(setup, new ReplicaRequest(new RequestTokens(1024, 1024), 8, Speculation.NONE));
        assertThat(frontier.points()).isEmpty();
        assertThat(frontier.fewestChips()).isZero();
        assertThat(setup.memory().modelBytes() / 1e9).isCloseTo(811.7, withinPercentage(0.1));
    }
}
