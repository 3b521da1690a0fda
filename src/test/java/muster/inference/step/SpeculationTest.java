package muster.inference.step;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tokens of a step of speculative decoding. */
final class SpeculationTest {

    /** One draft token yields 1 + a, two 1 + a + a (a d), while no chance is above 1. */
    @Test
    void tokensOfAStepAreTheSumOfChances() {
        assertThat(new Speculation(1, 0.6, 1, 0).tokensPerStep()).isCloseTo(1.6, within(1e-12));
        assertThat(new Speculation(2, 0.6, 0.5, 0).tokensPerStep()).isCloseTo(1.6 + 0.6 * 0.3, within(1e-12));
        assertThat(new Speculation(2, 1.5, 0.5, 0).tokensPerStep()).isCloseTo(2.75, within(1e-12));
    }

    @ParameterizedTest
    @ValueSource(doubles = {1.0, 1.1, 2, 2.9, 3.9})
    void theRateThatYieldsSoManyTokensYieldsThem(double tokens) {
        for (double decay : new double[] {0.5, 0.75, 1}) {
            assertThat(new Speculation(3, 0.4, decay, 0).yielding(tokens).tokensPerStep())
                    .isCloseTo(tokens, within(1e-9));
        }
        assertThat(new Speculation(1, 0.4, 1, 0).yielding(1.3).acceptance()).isCloseTo(0.3, within(1e-9));
    }

    @Test
    void noMoreThanAreDraftedAreAccepted() {
        assertThat(new Speculation(3, 0.4, 0.75, 0).yielding(9).tokensPerStep()).isCloseTo(4, within(1e-9));
    }
}
