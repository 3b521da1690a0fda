package muster.model.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import muster.model.layer.Attention.Biases;
import muster.model.layer.Attention.Grouped;
import muster.model.layer.Attention.HeadNorm;
import muster.model.layer.Attention.Latent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What each kind of layer has and keeps, against sums written out here from the papers and configurations. */
class LayerKindsTest {
    static final TokenIndex V32_INDEX = new TokenIndex(64, 128, 2048, 0, true);
    static final Latent V32 = new Latent(128, 1536, 512, 64, 128, 128, false, Optional.of(V32_INDEX));
    static final Latent K3_LATENT = new Latent(96, 1536, 512, 64, 128, 128, true, Optional.empty());
    static final CompressedAttention HCA =
            new CompressedAttention(128, 512, 1536, 16, 1024, 128, 128, Optional.empty());
    static final CompressedAttention CSA = new CompressedAttention(
            128, 512, 1536, 16, 1024, 128, 4, Optional.of(new TokenIndex(64, 128, 1024, 0, true)));
    static final GatedDelta QWEN = new GatedDelta(16, 64, 128, 128, 4);
    static final KimiDelta K3 = new KimiDelta(96, 128, true, 4);
    static final KimiDelta KIMI_LINEAR = new KimiDelta(32, 128, false, 4);
    static final Lightning LIGHTNING = new Lightning(64, 96);
    static final Mamba2 ULTRA = new Mamba2(256, 64, 128, 8, 4);
    static final Mamba1 JAMBA = new Mamba1(16384, 16, 512, 4);
    static final Grouped BLOCKS = grouped(64, 4, 128, 0, 0, new TokenIndex(4, 128, 2048, 128, false));

    static Grouped grouped(int heads, int kvHeads, int headDim, int valueDim, int window, TokenIndex index) {
        return new Grouped(
                heads,
                kvHeads,
                headDim,
                Biases.NONE,
                HeadNorm.NONE,
                false,
                false,
                valueDim,
                window,
                false,
                false,
                Optional.ofNullable(index.heads() == 0 ? null : index),
                Optional.empty());
    }

    static Grouped grouped(int heads, int kvHeads, int headDim, int valueDim, int window) {
        return grouped(heads, kvHeads, headDim, valueDim, window, new TokenIndex(0, 0, 1, 0, true));
    }

    // A kind in a model of a width; parameters beside its matrices: convolutions, decays, positions, norms.
    static Stream<Arguments> matrices() {
        return Stream.of(
                // Queries and the compressed vector have a norm, and the key of the index a scale and a bias.
                Arguments.of(V32, 7168, 1536 + 512 + 2 * 128),
                Arguments.of(K3_LATENT, 7168, 1536 + 512),
                Arguments.of(new Latent(32, 0, 512, 64, 128, 128), 2304, 512),
                // A run has 128 learned positions, or 8 of two runs that overlap and 8 of the index; norms and sinks.
                Arguments.of(HCA, 7168, 128 * 512 + 1536 + 512 + 128),
                Arguments.of(CSA, 7168, 8 * 512 + 8 * 128 + 1536 + 512 + 128),
                // Four taps over 2 * 16 + 64 heads, a decay and a bias of the step for each of 64, and a norm of a head.
                Arguments.of(QWEN, 4096, 4 * 96 * 128 + 2 * 64 + 128),
                // Three convolutions, a decay a head, a bias of the step a channel, a norm of a head.
                Arguments.of(K3, 7168, 3 * 4 * 12_288 + 96 + 12_288 + 128),
                Arguments.of(KIMI_LINEAR, 2304, 3 * 4 * 4096 + 32 + 4096 + 128),
                Arguments.of(LIGHTNING, 4096, 64 * 96),
                // Four taps and a bias over channels and 16 vectors of the groups; three numbers a head; a norm.
                Arguments.of(ULTRA, 8192, 5 * (16_384 + 16 * 128) + 3 * 256 + 16_384),
                // Four taps and a bias, a bias of the step, decays, the part that passes by.
                Arguments.of(JAMBA, 8192, 5 * 16_384 + 16_384 + 16 * 16_384 + 16_384),
                Arguments.of(BLOCKS, 6144, 0),
                Arguments.of(grouped(64, 8, 192, 128, 128), 4096, 0));
    }

    @ParameterizedTest
    @MethodSource("matrices")
    void parametersAreTheMatricesAndWhatIsSmall(Mixer mixer, int width, double small) {
        double matrices = mixer.projections(width).stream()
                .mapToDouble(WeightMatrix::parameters)
                .sum();
        assertThat(mixer.parameters(width)).isCloseTo(matrices + small, within(0.5));
    }

    static Stream<Arguments> sums() {
        return Stream.of(
                // The index of V3.2: 1536 * 8192 of queries, 7168 * 192 of key and weights: 13.96e6, 0.85e9 in 61 layers.
                Arguments.of(V32, 7168, 187_107_328 + 13_959_424),
                // D (3 H d) + D H d of the gate, of rank 128 for the decay, 96 of the strength, and out.
                Arguments.of(
                        K3,
                        7168,
                        5.0 * 7168 * 12_288
                                + 7168 * (128 + 96)
                                + 128 * 12_288
                                + 12 * 12_288
                                + 96
                                + 12_288
                                + 128),
                // In: z and x of 16384, 16 vectors of 128, 256 steps. Out: 16384.
                Arguments.of(ULTRA, 8192, 8192.0 * (3 * 16_384 + 2048 + 256) + 5 * 18_432 + 768 + 16_384),
                // 8192 * 3 * 16384; step of rank 512 and two vectors of 16; the rest a channel has 1 + 5 + 1 + 16.
                Arguments.of(
                        JAMBA, 8192, 8192.0 * 3 * 16_384 + 16_384.0 * (512 + 32) + 512 * 16_384 + 23 * 16_384),
                // Queries 111.7e6, key 3.7e6, output 184.5e6, compressor 7.4e6 or 14.7e6 and an index of 16.7e6.
                Arguments.of(
                        HCA,
                        7168,
                        1536.0 * (7168 + 65_536)
                                + 7168 * 512
                                + 65_536.0 * 1024
                                + 16_384.0 * 7168
                                + 2 * 7168 * 512
                                + 128 * 512
                                + 2176),
                Arguments.of(
                        CSA,
                        7168,
                        1536.0 * (7168 + 65_536)
                                + 7168 * 512
                                + 65_536.0 * 1024
                                + 16_384.0 * 7168
                                + 4.0 * 7168 * 512
                                + 8 * 512
                                + 4 * 7168 * 128
                                + 8 * 128
                                + 1536 * 8192
                                + 7168 * 64
                                + 2176),
                // 64 heads and two times 4 of 128, one query of 4 heads and one key of the index, and out.
                Arguments.of(BLOCKS, 6144, 6144.0 * (2 * 64 + 2 * 4 + 4 + 1) * 128));
    }

    @ParameterizedTest
    @MethodSource("sums")
    void parametersAreThoseOfTheConfiguration(Mixer mixer, int width, double parameters) {
        assertThat(mixer.parameters(width)).isEqualTo(parameters);
    }

    // A kind, what a token adds to cache and keys of an index, elements kept and read of 1e5 tokens, elements of its state.
    static Stream<Arguments> kept() {
        return Stream.of(
                Arguments.of(V32, 576, 128, 57_600_000, 2048 * 576, 0),
                Arguments.of(K3_LATENT, 576, 0, 57_600_000, 57_600_000, 0),
                Arguments.of(BLOCKS, 1024, 128, 102_400_000, 2176 * 1024, 0),
                // 128 tokens and an entry for each 128, or for each 4, of which 1024 are read.
                Arguments.of(HCA, 516, 0, 128 * 512 + 400_000, 128 * 512 + 400_000, 0),
                Arguments.of(CSA, 640, 32, 128 * 512 + 12_800_000, (128 + 1024) * 512, 0),
                Arguments.of(grouped(64, 8, 192, 128, 128), 2560, 0, 128 * 2560, 128 * 2560, 0),
                Arguments.of(QWEN, 0, 0, 0, 0, 64 * 16_384 + 3 * 12_288),
                Arguments.of(K3, 0, 0, 0, 0, 96 * 16_384 + 9 * 12_288),
                Arguments.of(LIGHTNING, 0, 0, 0, 0, 64 * 9216),
                Arguments.of(ULTRA, 0, 0, 0, 0, 16_384 * 128 + 3 * 18_432),
                Arguments.of(JAMBA, 0, 0, 0, 0, 16_384 * 19));
    }

    @ParameterizedTest
    @MethodSource("kept")
    void cacheIndexAndStateAreKeptApart(
            Mixer mixer, double cache, double index, double kept, double read, double state) {
        assertThat(List.of(
                        mixer.cachePerToken(),
                        mixer.indexElements(1),
                        mixer.cacheElements(1e5),
                        mixer.cacheRead(1e5),
                        mixer.stateElements()))
                .containsExactly(cache, index, kept, read, state);
        // The cache in fp8, the index in fp8 with 4 bytes for 128, the state at 32 bits, read and written.
        assertThat(mixer.keptBytes(1e5, 1, 1, 1)).isEqualTo(kept + index * 1e5 * 132 / 128 + 4 * state);
        assertThat(mixer.movedBytes(1e5, 1, 0.5, 0.25))
                .isEqualTo(read / 2 + index * 1e5 * 132 / 128 + 2 * state);
    }

    @Test
    void layersThatLookAtTheCacheOfAnotherReadItAndKeepNothing() {
        Grouped own = grouped(8, 1, 256, 0, 512);
        Grouped shared = new Grouped(
                8, 1, 256, Biases.NONE, HeadNorm.NONE, false, false, 0, 512, true, false, Optional.empty(), Optional.empty());
        assertThat(shared.cacheElements(4096)).isZero();
        assertThat(shared.cacheRead(4096)).isEqualTo(own.cacheRead(4096)).isEqualTo(512 * 512);
        assertThat(own.parameters(1536) - shared.parameters(1536)).isEqualTo(1536 * 512);
    }

    @Test
    void valuesThatAreKeysHaveNoMatrixAndAreKept() {
        Grouped keys = new Grouped(
                32, 4, 512, Biases.NONE, HeadNorm.NONE, false, false, 0, 0, false, true, Optional.empty(), Optional.empty());
        assertThat(keys.parameters(5376)).isEqualTo(5376.0 * 512 * (32 + 4 + 32));
        assertThat(keys.cachePerToken()).isEqualTo(4096);
    }

    @Test
    void enginesDivideWhatTheyHaveNoCopiesOf() {
        // Groups of state-space layers, heads of keys of the delta rule, groups of V4's output; one group is copied.
        assertThat(ULTRA.divides(8)).isTrue();
        assertThat(ULTRA.divides(16)).isFalse();
        assertThat(new Mamba2(128, 64, 128, 1, 4).divides(16)).isTrue();
        assertThat(QWEN.divides(16)).isTrue();
        assertThat(QWEN.divides(32)).isFalse();
        assertThat(HCA.divides(16)).isTrue();
        assertThat(HCA.divides(32)).isFalse();
        assertThat(K3.divides(32)).isTrue();
        assertThat(K3.divides(64)).isFalse();
        assertThat(BLOCKS.divides(8)).isTrue();
    }
}
