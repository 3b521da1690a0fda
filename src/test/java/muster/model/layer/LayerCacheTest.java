package muster.model.layer;

import static muster.model.layer.Kinds.BLOCKS;
import static muster.model.layer.Kinds.CSA;
import static muster.model.layer.Kinds.HCA;
import static muster.model.layer.Kinds.JAMBA;
import static muster.model.layer.Kinds.K3;
import static muster.model.layer.Kinds.K3_LATENT;
import static muster.model.layer.Kinds.LIGHTNING;
import static muster.model.layer.Kinds.QWEN;
import static muster.model.layer.Kinds.ULTRA;
import static muster.model.layer.Kinds.V32;
import static muster.model.layer.Kinds.grouped;
import static muster.model.layer.Kinds.sharing;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import muster.model.layer.Attention.Grouped;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What each kind of layer keeps of a sequence and reads of it, against sums written out here. */
class LayerCacheTest {
    // A kind, what a token adds to cache and keys of an index, elements kept and read of 1e5 tokens, elements of its
    // state.
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
        assertThat(mixer.movedBytes(1e5, 1, 0.5, 0.25)).isEqualTo(read / 2 + index * 1e5 * 132 / 128 + 2 * state);
    }

    @Test
    void layersThatLookAtTheCacheOfAnotherReadItAndKeepNothing() {
        Grouped own = grouped(8, 1, 256, 0, 512);
        Grouped shared = sharing(8, 1, 256, 512, true, false);
        assertThat(shared.cacheElements(4096)).isZero();
        assertThat(shared.cacheRead(4096)).isEqualTo(own.cacheRead(4096)).isEqualTo(512 * 512);
        assertThat(own.parameters(1536) - shared.parameters(1536)).isEqualTo(1536 * 512);
    }

    @Test
    void valuesThatAreKeysHaveNoMatrixAndAreKept() {
        Grouped keys = sharing(32, 4, 512, 0, false, true);
        assertThat(keys.parameters(5376)).isEqualTo(5376.0 * 512 * (32 + 4 + 32));
        assertThat(keys.cachePerToken()).isEqualTo(4096);
    }
}
