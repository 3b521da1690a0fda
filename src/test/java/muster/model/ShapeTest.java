package muster.model;

import static muster.testing.Seeded.forAll;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.Optional;
import muster.model.layer.Attention;
import muster.model.layer.FeedForward;
import muster.model.layer.Mixed;
import muster.model.layer.Mixer;
import org.junit.jupiter.api.Test;

class ShapeTest {
    private static final Shape LLAMA_70B = Shape.dense(80, 8192, 64, 8, 128, 28672, 128256);

    @Test
    void aDenseShapeIsTheFormula() {
        // L (2 D^2 + 2 D K h + 3 D F + 2 D) + D + 2 V D; Llama 3 70B.
        double layers = 80 * (2.0 * 8192 * 8192 + 2.0 * 8192 * 1024 + 3.0 * 8192 * 28672 + 2 * 8192);
        assertThat(LLAMA_70B.parameters()).isEqualTo(layers + 8192 + 2.0 * 128256 * 8192);
        assertThat(LLAMA_70B.activeParameters()).isEqualTo(LLAMA_70B.parameters() - 128256.0 * 8192);
    }

    @Test
    void theExerciseOfTheScalingBookHas18Billion() {
        // L 64, D 4096, F 16384, 32 heads and 8 KV heads of 256, V 32128, tied: 18.4e9.
        Shape tied = new Shape(
                64,
                4096,
                32128,
                true,
                0,
                2,
                false,
                Attention.Grouped.plain(32, 8, 256),
                new FeedForward.Dense(16384, true, false));
        assertThat(tied.parameters()).isCloseTo(18.4e9, withinPercentage(0.3));
        assertThat(tied.activeParameters()).isEqualTo(tied.parameters());
    }

    @Test
    void decodingCostsTwoFlopPerActiveParameterAndFourPerHeadElementAndTokenOfContext() {
        assertThat(LLAMA_70B.decodeFlopPerToken(0)).isEqualTo(2 * LLAMA_70B.activeParameters());
        assertThat(LLAMA_70B.decodeFlopPerToken(4096) - LLAMA_70B.decodeFlopPerToken(0))
                .isEqualTo(4.0 * 64 * 128 * 80 * 4096);
        assertThat(LLAMA_70B.prefillFlopPerToken(4096)).isEqualTo(LLAMA_70B.decodeFlopPerToken(2048));
    }

    @Test
    void aWindowIsSeenInFullOnlyByTokensBeyondIt() {
        // One head of width 1 takes 4 FLOP a pair and keeps 2 elements a token.
        Mixer window = new Mixed.Window(0, 100).beside(Attention.Grouped.plain(1, 1, 1));
        // The tokens of a prompt of 300 see 0 to 99, then 100: 100 * 50 + 200 * 100 over 300.
        assertThat(window.prefillFlop(300)).isCloseTo(4 * (5000 + 20_000) / 300.0, withinPercentage(1e-9));
        assertThat(window.prefillFlop(80)).isEqualTo(4 * 40);
        assertThat(window.decodeFlop(300)).isEqualTo(4 * 100);
        assertThat(window.cacheElements(80)).isEqualTo(160);
        assertThat(window.cacheElements(300)).isEqualTo(200);
    }

    @Test
    void theAbsorbedFormOfDeepSeekLooksAtCompressedVectors() {
        Attention latent = new Attention.Latent(128, 1536, 512, 64, 128, 128);
        assertThat(latent.decodeFlop(61, 1)).isEqualTo(2.0 * 128 * (2 * 512 + 64) * 61);
        assertThat(latent.kvElementsPerToken(61)).isEqualTo(35_136);
        // DeepSeek-V2-Lite does not compress its queries.
        Attention lite = new Attention.Latent(16, 0, 512, 64, 128, 128);
        double perLayer = 2048.0 * 16 * 192 + 2048.0 * 576 + 512 + 512.0 * 16 * 256 + 16.0 * 128 * 2048;
        assertThat(lite.parameters(27, 2048)).isEqualTo(27 * perLayer);
    }

    @Test
    void whatNoModelCanBeIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Attention.Grouped.plain(64, 7, 128))
                .withMessage("kv_heads is 7 and must divide heads, 64");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new FeedForward.Experts(8, 9, 1, 0, 0, 0, true, false, false, false))
                .withMessage("active is 9, above experts, 8");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Shape.dense(0, 1, 1, 1, 1, 1, 1))
                .withMessage("layers is at least 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Shape(
                        4,
                        64,
                        100,
                        false,
                        0,
                        2,
                        false,
                        new Attention.Grouped(
                                4,
                                4,
                                16,
                                Attention.Biases.NONE,
                                Attention.HeadNorm.NONE,
                                false,
                                false,
                                Optional.of(new Mixed.Window(5, 16))),
                        new FeedForward.Dense(64, true, false)))
                .withMessage("full_layers is 5, above layers, 4");
    }

    @Test
    void activeIsAtMostAllAndExpertsCostTheirShare() {
        forAll(
                11,
                200,
                draws -> new FeedForward.Experts(
                        8 * draws.whole(1, 32),
                        draws.whole(1, 8),
                        64 * draws.whole(1, 64),
                        1,
                        0,
                        0,
                        true,
                        false,
                        false,
                        false),
                experts -> {
                    double all = experts.parameters(10, 512);
                    double active = experts.activeParameters(10, 512);
                    double inactive = 10 * 3.0 * 512 * experts.width() * (experts.experts() - experts.active());
                    assertThat(all - active).isCloseTo(inactive, withinPercentage(1e-9));
                });
    }
}
