package muster.inference.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** What software takes for a first token, by hand: 10 ms, 5 us a token, 300 us a layer, a step, 200 ms to hand over. */
final class FirstTokenFactorsTest {
    private static final FirstTokenFactors AVERAGE = FirstTokenFactors.AVERAGE;

    @Test
    void aRequestItsTokensAndItsLayersAddUp() {
        assertThat(AVERAGE.seconds(1000, 1000, 80)).isCloseTo(0.01 + 0.005 + 0.024, within(1e-12));
        // Of a prompt of which most is cached, the rest runs as one graph; its text is taken apart all the same.
        assertThat(AVERAGE.seconds(1000, 100, 80)).isCloseTo(0.015, within(1e-12));
    }

    @Test
    void upTo512TokensRunAsOneGraph() {
        assertThat(FirstTokenFactors.layersAlone(512, 80)).isZero();
        assertThat(FirstTokenFactors.layersAlone(513, 80)).isEqualTo(80);
    }

    @Test
    void aStepAndAHandOver() {
        assertThat(AVERAGE.hiddenSteps()).isEqualTo(1);
        assertThat(AVERAGE.handoverSeconds()).isEqualTo(0.2);
    }
}
