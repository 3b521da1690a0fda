package muster.inference.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

/** How many requests are answered at once. */
class GeneratingTest {

    @Test
    void ofAnswersOfOneTimeThereAreRateTimesTime() {
        Generating some = Generating.of(5, 1000, sequences -> 4);
        assertThat(some.mean()).isCloseTo(20, within(1e-9));
        assertThat(some.waiting()).isCloseTo(0, within(1e-9));
    }

    /** Erlang's C for 10 servers at a load of 8: 0.4092 wait, 1.637 on average; the half for answers of one length. */
    @Test
    void theyWaitAsErlangSays() {
        Generating some = Generating.of(8, 10, sequences -> 1);
        assertThat(some.mean()).isCloseTo(8, within(1e-9));
        assertThat(some.waiting()).isCloseTo(1.637 / 2, Percentage.withPercentage(0.1));
    }

    /** Answers that take longer the more there are, {@code a + b n}: {@code rate (a + b)/(1 - rate b)} on average. */
    @Test
    void slowerAnswersKeepMoreAtOnce() {
        assertThat(Generating.of(2, 4000, sequences -> 1 + 0.3 * sequences).mean())
                .isCloseTo(2 * 1.3 / (1 - 0.6), Percentage.withPercentage(1e-6));
    }

    @Test
    void moreThanAllSlotsServeWaitForEver() {
        assertThat(Generating.of(11, 10, sequences -> 1).waiting()).isInfinite();
        assertThat(Generating.of(10, 10, sequences -> 1).waiting()).isInfinite();
        assertThat(Generating.of(0.5, 1, sequences -> 1).mean()).isCloseTo(0.5, within(1e-9));
    }

    /** The unit of time makes no difference, nor that the products are beyond what a number holds: exp(2000) is. */
    @Test
    void manyAtOnceAreStillRateTimesTime() {
        assertThat(Generating.of(4, 10, sequences -> 2).waiting()).isCloseTo(1.637 / 2, Percentage.withPercentage(0.1));
        Generating many = Generating.of(2000, 4000, sequences -> 1);
        assertThat(many.mean()).isCloseTo(2000, Percentage.withPercentage(1e-6));
        assertThat(many.waiting()).isCloseTo(0, within(1e-9));
    }
}
