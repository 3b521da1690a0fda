package muster.model.layer;

import static muster.model.layer.Kinds.BLOCKS;
import static muster.model.layer.Kinds.CSA;
import static muster.model.layer.Kinds.HCA;
import static muster.model.layer.Kinds.JAMBA;
import static muster.model.layer.Kinds.K3;
import static muster.model.layer.Kinds.K3_LATENT;
import static muster.model.layer.Kinds.KIMI_LINEAR;
import static muster.model.layer.Kinds.LIGHTNING;
import static muster.model.layer.Kinds.QWEN;
import static muster.model.layer.Kinds.ULTRA;
import static muster.model.layer.Kinds.V32;
import static muster.model.layer.Kinds.grouped;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.Stream;
import muster.model.layer.Attention.Latent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What each kind of layer has, against sums written out here from the papers and configurations. */
class LayerKindsTest {
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
                // Four taps over 2 * 16 + 64 heads, a decay and a bias of the step for each of 64, and a norm of a
                // head.
                Arguments.of(QWEN, 4096, 4 * 96 * 128 + 2 * 64 + 128),
                // Three convolutions, a decay a head, a bias of the step a channel, a norm of a head.
                Arguments.of(K3, 7168, 3 * 4 * 12_288 + 96 + 12_288 + 128),
                Arguments.of(KIMI_LINEAR, 2304, 3 * 4 * 4096 + 32 + 4096 + 128),
                Arguments.of(new KimiDelta(32, 128, true, true, 4), 2560, 3 * 4 * 4096 + 32 + 4096 + 128),
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
                // The index of V3.2: 1536 * 8192 of queries, 7168 * 192 of key and weights: 13.96e6, 0.85e9 in 61
                // layers.
                Arguments.of(V32, 7168, 187_107_328 + 13_959_424),
                // D (3 H d) + D H d of the gate, of rank 128 for the decay, 96 of the strength, and out.
                Arguments.of(
                        K3,
                        7168,
                        5.0 * 7168 * 12_288 + 7168 * (128 + 96) + 128 * 12_288 + 12 * 12_288 + 96 + 12_288 + 128),
                // In: z and x of 16384, 16 vectors of 128, 256 steps. Out: 16384.
                Arguments.of(ULTRA, 8192, 8192.0 * (3 * 16_384 + 2048 + 256) + 5 * 18_432 + 768 + 16_384),
                // 8192 * 3 * 16384; step of rank 512 and two vectors of 16; the rest a channel has 1 + 5 + 1 + 16.
                Arguments.of(JAMBA, 8192, 8192.0 * 3 * 16_384 + 16_384.0 * (512 + 32) + 512 * 16_384 + 23 * 16_384),
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
