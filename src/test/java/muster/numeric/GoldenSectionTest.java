package muster.numeric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class GoldenSectionTest {

    @Test
    void thePeakOfAConcaveFunctionIsFound() {
        assertThat(GoldenSection.of(x -> -(x - 0.3) * (x - 0.3), 0, 1, 1e-7)).isCloseTo(0.3, within(1e-6));
        // By hand: x^0.2 (1 - x)^0.8 is greatest at a fifth.
        assertThat(GoldenSection.of(x -> Math.pow(x, 0.2) * Math.pow(1 - x, 0.8), 0, 1, 1e-7))
                .isCloseTo(0.2, within(1e-6));
    }

    @Test
    void aFunctionThatOnlyRisesPeaksAtItsEnd() {
        assertThat(GoldenSection.of(x -> x, 2, 3, 1e-7)).isCloseTo(3, within(1e-6));
        assertThat(GoldenSection.of(x -> -x, 2, 3, 1e-7)).isCloseTo(2, within(1e-6));
    }
}
