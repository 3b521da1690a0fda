package muster.model.layer;

import static muster.model.layer.Kinds.BLOCKS;
import static muster.model.layer.Kinds.CSA;
import static muster.model.layer.Kinds.HCA;
import static muster.model.layer.Kinds.JAMBA;
import static muster.model.layer.Kinds.K3;
import static muster.model.layer.Kinds.KIMI_LINEAR;
import static muster.model.layer.Kinds.LIGHTNING;
import static muster.model.layer.Kinds.QWEN;
import static muster.model.layer.Kinds.ULTRA;
import static muster.model.layer.Kinds.V32;
import static muster.model.layer.Kinds.grouped;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.Optional;
import java.util.stream.Stream;
import muster.model.layer.Attention.Latent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** FLOP of the kinds of layers beside the products with parameters, against sums that are taken token by token. */
class LayerWorkTest {

    static Stream<Mixer> looking() {
        return Stream.of(
                HCA,
                CSA,
                BLOCKS,
                grouped(32, 4, 512, 0, 0),
                grouped(64, 8, 192, 128, 128),
                new CompressedAttention(64, 512, 1024, 8, 1024, 128, 0, Optional.empty()));
    }

    @ParameterizedTest
    @MethodSource("looking")
    void aPromptIsTheMeanOfItsTokens(Mixer mixer) {
        for (int prompt : new int[] {64, 1000, 5000, 30_000}) {
            double sum = 0;
            for (int token = 0; token < prompt; token++) {
                sum += mixer.decodeFlop(token + 0.5);
            }
            assertThat(mixer.prefillFlop(prompt)).isCloseTo(sum / prompt, withinPercentage(0.01));
        }
    }

    @Test
    void promptsThatAnIndexChoosesFromAreNotExpanded() {
        // A pair takes 2 * 128 * 1088 absorbed and 2 * 128 * 320 expanded; the index 2 * 64 * 128.
        Latent sparse = V32;
        Latent full = new Latent(128, 1536, 512, 64, 128, 128);
        assertThat(full.decodeFlop(10_000)).isEqualTo(278_528 * 1e4);
        assertThat(full.prefillFlop(10_000)).isEqualTo(81_920 * 5e3);
        assertThat(sparse.prefillFlop(2000)).isEqualTo((81_920 + 16_384) * 1e3);
        double sum = 0;
        for (int token = 0; token < 10_000; token++) {
            sum += 278_528 * Math.min(token + 0.5, 2048) + 16_384 * (token + 0.5);
        }
        assertThat(sparse.prefillFlop(10_000)).isCloseTo(sum / 1e4, withinPercentage(1e-6));
    }

    @Test
    void aLayerThatTakesAChoiceHasNoIndexAndLooksAtAsFew() {
        TokenIndex taken = new TokenIndex(0, 0, 2048, 0, true);
        Latent layer = new Latent(64, 2048, 512, 64, 192, 256, false, Optional.of(taken));
        assertThat(layer.decodeFlop(1e5)).isEqualTo(2.0 * 64 * 1088 * 2048);
        assertThat(layer.indexElements(1e5)).isZero();
        assertThat(layer.parameters(6144)).isEqualTo(new Latent(64, 2048, 512, 64, 192, 256).parameters(6144));
    }

    @ParameterizedTest
    @CsvSource({
        // Layers, tokens, GFLOP of a new token: 61 layers of V3.2; 31 and 30 of V4 Pro.
        "index of V3.2,         131072,  131",
        "attention of V3.2,     131072,  35",
        "attention without,     131072,  2227",
        "index of V4 Pro,       131072,  16",
        "attention of V4 Pro,   131072,  18",
        "index of V4 Pro,      1048576,  129",
        "attention of V4 Pro,  1048576,  77",
    })
    void aNewTokenTakesAsManyFlopAsTheFormulasGive(String what, double context, double gigaflop) {
        double flop = switch (what) {
            case "index of V3.2" -> 61 * V32.indexFlop(context);
            case "attention of V3.2" -> 61 * (V32.decodeFlop(context) - V32.indexFlop(context));
            case "attention without" -> 61 * new Latent(128, 1536, 512, 64, 128, 128).decodeFlop(context);
            case "index of V4 Pro" -> 30 * CSA.indexFlop(context);
            default -> 31 * HCA.decodeFlop(context) + 30 * (CSA.decodeFlop(context) - CSA.indexFlop(context));
        };
        assertThat(Math.rint(flop / 1e9)).isEqualTo(gigaflop);
    }

    // A kind, its heads, pairs of tokens of a chunk by the width that they are multiplied in, without and with the
    // token itself,
    // products of a token with the state, elements of a head's state and tokens of a chunk.
    static Stream<Arguments> chunked() {
        return Stream.of(
                // Without itself: keys with keys, both corrections. With itself: queries with keys, scores with values.
                Arguments.of(QWEN, 64, 128 + 128 + 128, 128 + 128, 3, 128 * 128, 64),
                Arguments.of(K3, 96, 128 + 128 + 128, 128 + 128, 3, 128 * 128, 64),
                Arguments.of(LIGHTNING, 64, 0, 96 + 96, 2, 96 * 96, 256),
                // Scores of 8 groups serve 256 heads of 64 channels.
                Arguments.of(ULTRA, 256, 0, 64 + 128.0 * 8 / 256, 2, 64 * 128, 128));
    }

    @ParameterizedTest
    @MethodSource("chunked")
    void aPromptIsItsChunksPairByPair(
            Mixer mixer, int heads, double before, double upTo, int withState, double state, int chunk) {
        double multiplyAdds = 0;
        for (int query = 0; query < chunk; query++) {
            for (int key = 0; key <= query; key++) {
                multiplyAdds += upTo + (key < query ? before : 0);
            }
            multiplyAdds += withState * state;
        }
        assertThat(mixer.prefillFlop(1e5)).isCloseTo(2.0 * heads * multiplyAdds / chunk, withinPercentage(1));
    }

    @Test
    void aPromptOfKimiLinearTakesATenthMoreThanItsReportSays() {
        // Eq. 13 of the report: 6 d^2 + 3 C d + C^2 a head and token.
        double published = 32 * (6 * 128 * 128 + 3 * 64 * 128 + 64 * 64);
        assertThat(KIMI_LINEAR.prefillFlop(1e5)).isCloseTo(published, withinPercentage(10));
    }

    @Test
    void aNewTokenTakesAStateThroughDecayWritingAndReading() {
        assertThat(QWEN.decodeFlop(1e5)).isEqualTo(7.0 * 64 * 128 * 128);
        assertThat(K3.decodeFlop(1e5)).isEqualTo(7.0 * 96 * 128 * 128);
        assertThat(LIGHTNING.decodeFlop(1e5)).isEqualTo(5.0 * 64 * 96 * 96);
        assertThat(ULTRA.decodeFlop(1e5)).isEqualTo(5.0 * 16_384 * 128);
        assertThat(JAMBA.decodeFlop(1e5)).isEqualTo(6.0 * 16_384 * 16);
    }
}
