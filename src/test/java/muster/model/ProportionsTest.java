package muster.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProportionsTest {
    private static final Shape LLAMA_405B = Shape.dense(126, 16384, 128, 8, 128, 53248, 128256);
    private static final Proportions LLAMA = Proportions.of(LLAMA_405B).orElseThrow();

    @Test
    void itsOwnSizeIsTheModelItself() {
        assertThat(LLAMA.sized(LLAMA_405B.parameters())).isEqualTo(LLAMA_405B);
    }

    /** 11 trillion parameters are three times as deep and three times as wide: 378 layers of width 49 thousand. */
    @Test
    void layersAndWidthGrowAsTheCubeRoot() {
        Shape large = LLAMA.sized(11e12);
        assertThat(large.layers()).isCloseTo(378, within(4));
        assertThat((double) large.width()).isCloseTo(49_152, within(600.0));
        assertThat(large.attention().heads() * 128.0).isCloseTo(large.width(), within(1100.0));
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e9, 3e10, 4e11, 1e13})
    void comesWithinAPercentOfTheParameters(double parameters) {
        assertThat(LLAMA.sized(parameters).parameters() / parameters).isCloseTo(1, within(0.05));
    }

    @Test
    void aModelWithExpertsHasNoProportions() {
        Shape experts = new Shape(
                2,
                256,
                1000,
                false,
                0,
                2,
                false,
                Attention.Grouped.plain(2, 1, 128),
                new FeedForward.Experts(8, 2, 128, 0, 0, 0, true, false, false, false));
        assertThat(Proportions.of(experts)).isEmpty();
    }
}
