package muster.inference.replica;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.List;
import java.util.Optional;
import muster.diagnostic.Diagnostic;
import muster.diagnostic.Place;
import muster.diagnostic.Problems;
import muster.document.yaml.Text;
import muster.format.Encoding;
import muster.inference.ModelsOnChips;
import muster.inference.calibration.FactorInputs;
import muster.inference.step.Deployment;
import muster.inference.step.Machine;
import muster.inference.step.RequestTokens;
import muster.inference.step.Speculation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is held where, by the numbers of the published configurations. */
final class FootprintTest {
    // Llama 3.1 8B: 32 layers of width 4096, 32 heads of 128 on 8, 14,336 between, 128,256 tokens twice.
    private static final double ATTENTION = 32 * (2 * 4096.0 * 4096 + 2 * 4096.0 * 1024);
    private static final double FEED_FORWARD = 32 * 3 * 4096.0 * 14_336;
    private static final double EMBEDDINGS = 2 * 128_256 * 4096.0;
    // Two of 8 heads of 128 in 32 layers.
    private static final double CACHE = 2 * 8 * 128 * 32;

    private static MemoryFootprint llama(String formats) {
        return ModelsOnChips.of("llama-3.1-8b", "nvidia-h100-sxm", formats).memory();
    }

    private static Deployment layout(int tensor, int data, int expert, int stages) {
        return new Deployment(tensor, false, data, expert, stages, 1, false);
    }

    @Test
    void embeddingsStayAtSixteenBits() {
        assertThat(llama("bf16").modelBytes())
                .isCloseTo(2 * (ATTENTION + FEED_FORWARD + EMBEDDINGS), withinPercentage(0.01));
        assertThat(llama("fp8").modelBytes())
                .isCloseTo(ATTENTION + FEED_FORWARD + 2 * EMBEDDINGS, withinPercentage(0.01));
    }

    @Test
    void chipsAndStagesShareTheWeights() {
        MemoryFootprint llama = llama("bf16");
        assertThat(llama.weightBytes(layout(2, 1, 1, 1))).isCloseTo(llama.modelBytes() / 2, withinPercentage(1e-9));
        assertThat(llama.weightBytes(layout(2, 1, 1, 4))).isCloseTo(llama.modelBytes() / 8, withinPercentage(1e-9));
    }

    @Test
    void groupsHoldTheirExpertsAndAllElse() {
        MemoryFootprint routed =
                ModelsOnChips.of("gpt-oss-120b", "nvidia-h100-sxm", "bf16").memory();
        // 36 layers of 128 experts of three matrices of 2880 by 2880.
        double experts = 2 * 36 * 128 * 3 * 2880.0 * 2880;
        double all = routed.modelBytes();
        assertThat(routed.weightBytes(layout(4, 1, 1, 1))).isCloseTo(all / 4, withinPercentage(1e-9));
        assertThat(routed.weightBytes(layout(4, 1, 4, 1))).isCloseTo(all / 4, withinPercentage(1e-9));
        assertThat(routed.weightBytes(layout(1, 4, 4, 1)))
                .isCloseTo(all - experts + experts / 4, withinPercentage(0.5));
        assertThat(routed.weightBytes(layout(2, 4, 8, 2)))
                .isCloseTo(((all - experts) / 2 + experts / 8) / 2, withinPercentage(0.5));
    }

    @Test
    void theBatchIsWhatTheCacheLeavesRoomFor() {
        MemoryFootprint llama = llama("bf16");
        RequestTokens context = new RequestTokens(3000, 1000);
        double sequence = 4000 * CACHE * 2;
        assertThat(llama.largestBatch(layout(1, 1, 1, 1), 8, context))
                .isCloseTo((llama.usableBytes() - llama.modelBytes()) / sequence, withinPercentage(1e-6));
        // Four chips hold two heads each; of sixteen two hold the same one.
        assertThat(llama.largestBatch(layout(4, 1, 1, 1), 8, context))
                .isCloseTo((llama.usableBytes() - llama.modelBytes() / 4) / sequence * 4, withinPercentage(1e-6));
        assertThat(llama.largestBatch(layout(16, 1, 1, 1), 8, context))
                .isCloseTo((llama.usableBytes() - llama.modelBytes() / 16) / sequence * 8, withinPercentage(1e-6));
        // Cut both ways over two domains of eight, each domain has four heads, and its chips share the sequences.
        assertThat(llama.largestBatch(new Deployment(16, true, 1, 1, 1, 1, false), 8, context))
                .isCloseTo((llama.usableBytes() - llama.modelBytes() / 16) / sequence * 2 * 8, withinPercentage(1e-6));
    }

    @Test
    void whatHoldsNoSequenceHoldsNone() {
        MemoryFootprint llama = llama("bf16");
        RequestTokens context = new RequestTokens(3000, 1000);
        double sequence = 4000 * CACHE * 2;
        Deployment one = layout(1, 1, 1, 1);
        assertThat(room(llama, llama.modelBytes()).largestBatch(one, 8, context))
                .isZero();
        assertThat(room(llama, llama.modelBytes() - 1).largestBatch(one, 8, context))
                .isZero();
        assertThat(room(llama, llama.modelBytes() + 0.999 * sequence).largestBatch(one, 8, context))
                .isZero();
        assertThat(room(llama, llama.modelBytes() + 1.001 * sequence).largestBatch(one, 8, context))
                .isCloseTo(1.001, within(1e-6));
    }

    private static MemoryFootprint room(MemoryFootprint of, double bytes) {
        return new MemoryFootprint(of.shape(), of.formats(), bytes);
    }

    @Test
    void anEngineLeavesItsPartOfTheMemoryLessAReserve() {
        ModelOnChip setup = ModelsOnChips.of("llama-3.1-8b", "nvidia-h100-sxm", "bf16");
        assertThat(setup.memory().usableBytes())
                .isEqualTo(FactorInputs.central(setup.engine().factors().memoryFraction())
                                * setup.machine().memoryBytes()
                        - FactorInputs.central(setup.calibration().memoryReserve()))
                .isLessThan(setup.machine().memoryBytes());
        assertThat(setup.measured()).isTrue();
    }

    @Test
    void whyAModelFitsNowhereIsSaidWithItsNumbers() {
        ModelOnChip setup = ModelsOnChips.of("llama-3.1-70b", "nvidia-h100-sxm", "bf16");
        ReplicaRequest request = new ReplicaRequest(new RequestTokens(1, 1), 1, Speculation.NONE);
        assertThat(setup.tooSmall(request))
                .startsWith(
                        "no replica of at most 1 chip and 8 stages holds the model: its weights take 141 GB in bf16");
        assertThat(setup.tooSmall(request.upTo(64))).contains("at most 64 chips");
        Machine was = setup.machine();
        assertThat(setup.on(new Machine(
                                was.memoryBytes(),
                                was.bandwidthBytesPerSecond(),
                                was.wideFlopPerSecond(),
                                8,
                                was.linkBytesPerSecond(),
                                0))
                        .tooSmall(request.upTo(64)))
                .contains("at most 8 chips");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "fp8 | FP8 FP8 FP8",
                "fp4 | FP4 FP4 FP8",
                "int4 | INT4 BF16 BF16",
                "w4a16 | INT4 BF16 BF16",
                "weights=fp4 | FP4 FP4 FP8",
                "weights=int4, cache=fp8 | INT4 BF16 FP8",
                "cache=fp8,weights=bf16,activations=fp8 | BF16 FP8 FP8",
            })
    void formatsAreReadAndWhatIsLeftOutFollows(String text, String read) {
        Problems problems = new Problems();
        Encodings encodings =
                Encodings.parse(new Text(text, Place.argument("f")), problems).orElseThrow();
        assertThat(encodings.weights().name() + " " + encodings.activations().name() + " "
                        + encodings.cache().name())
                .isEqualTo(read);
        assertThat(problems.none()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "fp9 | 'fp9' is not a format; there are",
                "weights=fp9 | 'fp9' is not a format; there are",
                "cache=fp8 | weights= is missing, as in weights=fp8,cache=bf16",
                "weigths=fp8 | 'weigths=fp8' is not weights=, activations= or cache= with a format. Maybe weights?",
                "weights=fp8,fp8 | 'fp8' is not weights=, activations= or cache= with a format.",
            })
    void whatIsNoFormatIsSaid(String text, String message) {
        Problems problems = new Problems();
        assertThat(Encodings.parse(new Text(text, Place.argument("f")), problems))
                .isEmpty();
        assertThat(problems.sorted())
                .singleElement()
                .extracting(Diagnostic::toString)
                .asString()
                .startsWith("f: error [formats] " + message);
    }

    @Test
    void encodingsAreSaidInOneWordOrThree() {
        assertThat(Encodings.of(Encoding.FP8)).hasToString("fp8");
        assertThat(Encodings.of(Encoding.FP4)).hasToString("weights fp4, activations fp4, cache fp8");
        assertThat(Encodings.of(Encoding.FP8).multipliedWide())
                .isEqualTo(new Encodings(Encoding.FP8, Encoding.BF16, Encoding.FP8));
        assertThat(Encodings.of(Encoding.FP8).storing(Encoding.FP4))
                .isEqualTo(new Encodings(Encoding.FP4, Encoding.FP8, Encoding.FP8));
    }

    @Test
    void aReplicaWhosePromptsArePrefilledElsewhereNeedsBoth() {
        PrefillReplica prefill = new PrefillReplica(layout(4, 1, 1, 1), 0.5, 0.25, 2);
        Replica apart = new Replica(layout(2, 1, 1, 3), Optional.of(prefill), 0, 7.5, 20, 100);
        Replica own = new Replica(layout(2, 1, 1, 3), Optional.empty(), 0.75, 6, 30, 90);

        assertThat(apart.fewestChips()).isEqualTo(6 + 4);
        assertThat(own.fewestChips()).isEqualTo(6);
        assertThat(apart.prefillSeconds()).isEqualTo(0.5);
        assertThat(own.prefillSeconds()).isEqualTo(0.75);
        assertThat(own.sequences()).isEqualTo(3);
        assertThat(apart.replicasOf(9.99)).isZero();
        assertThat(apart.replicasOf(10)).isEqualTo(1);
        assertThat(apart.replicasOf(15)).isEqualTo(2);
        Replicas both = Replicas.of(List.of(own, apart));
        assertThat(both.choice()).containsExactly(apart, own);
        assertThat(both.fastest()).contains(own);
        assertThat(both.smallest()).contains(own);
        // Ten chips are one replica of either.
        assertThat(both.best(10, 5)).contains(apart);
        assertThat(both.best(9, 5)).contains(own);
        assertThat(both.best(100, 25)).contains(own);
    }
}
