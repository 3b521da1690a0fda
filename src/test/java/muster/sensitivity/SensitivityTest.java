package muster.sensitivity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.List;
import java.util.Optional;
import muster.uncertainty.Input;
import muster.uncertainty.sampling.RankCorrelations;
import org.junit.jupiter.api.Test;

/** Swings, ranks, inputs that move nothing, and thresholds. */
final class SensitivityTest {
    private static final Input A = Functions.input("a", "1 to 100", Optional.empty());
    private static final Input B = Functions.input("b", "2 to 4", Optional.empty());
    private static final Input C = Functions.input("c", "5 to 9", Optional.empty());
    // Of a, b and c, where c cancels.
    private static final Subject RATIO =
            Functions.subject(List.of(B, C, A), RankCorrelations.NONE, x -> x[2] * x[1] / x[0] / x[1]);

    @Test
    void theLargestShareStandsFirstAndWhatCancelsIsToldApart() {
        Sensitivity sensitivity = Sensitivity.of(RATIO, 1 << 12, 1);

        assertThat(sensitivity.drivers())
                .extracting(driver -> driver.input().name())
                .containsExactly("a", "b");
        assertThat(sensitivity.still()).containsExactly(C);
        assertThat(sensitivity.logarithmic()).isTrue();
        // In logarithms it is a sum: the parts of the variance are as the squares of ln 100 and ln 2.
        double a = Math.pow(Math.log(100), 2);
        double b = Math.pow(Math.log(2), 2);
        assertThat(sensitivity.drivers().get(0).share()).isCloseTo(a / (a + b), within(0.005));
        assertThat(sensitivity.drivers().get(1).first()).isCloseTo(b / (a + b), within(0.005));
        assertThat(sensitivity.drivers().get(0).rank()).isBetween(0.95, 1.0);
        assertThat(sensitivity.drivers().get(1).rank()).isBetween(-0.3, 0.0);
    }

    @Test
    void swingsAreTheFigureAtThePercentiles() {
        List<Driver> drivers = Sensitivity.of(RATIO, 1 << 10, 1).drivers();

        // The central value of b is the square root of 8, that of a is 10.
        assertThat(drivers.get(0).low()).isCloseTo(1 / Math.sqrt(8), withinPercentage(1e-6));
        assertThat(drivers.get(0).high()).isCloseTo(100 / Math.sqrt(8), withinPercentage(1e-6));
        assertThat(drivers.get(1).low()).isCloseTo(5, withinPercentage(1e-6));
        assertThat(drivers.get(1).high()).isCloseTo(2.5, withinPercentage(1e-6));
    }

    @Test
    void whatWouldHaveToBeTrue() {
        Threshold threshold = Threshold.of(RATIO, 50, 1 << 14, 1);

        Threshold.Need a = threshold.needs().get(2);
        assertThat(a.value().orElseThrow()).isCloseTo(50 * Math.sqrt(8), withinPercentage(1e-6));
        // ln(50 sqrt 8 / 10) over the deviation ln 10 / 1.645, by the table of the normal distribution: 1.8924 and
        // 0.9708.
        assertThat(a.probability()).isCloseTo(0.9708, within(2e-4));
        // b would have to be 0.2, more than ten deviations away.
        assertThat(threshold.needs().get(0).value()).isEmpty();
        assertThat(threshold.needs().get(1).value()).isEmpty();
        // The logarithm has the deviation sqrt(ln^2 10 + ln^2 sqrt 2) / 1.645 = 1.4156: 1 - Phi(2.6492 / 1.4156) =
        // 0.0306.
        assertThat(threshold.chance()).isCloseTo(0.0306, within(0.003));
        assertThat(a.atLeast()).isTrue();
        assertThat(Threshold.of(RATIO, 3, 1 << 10, 1).needs().get(0).atLeast()).isFalse();
    }

    @Test
    void ranksOfEqualValuesShareTheirMean() {
        // By hand: ranks 0.5, 0.5, 2, 3 and 0, 1, 2, 3.
        assertThat(Ranks.correlation(new double[] {1, 1, 2, 3}, new double[] {10, 20, 30, 40}))
                .isCloseTo(4.5 / Math.sqrt(4.5 * 5), within(1e-12));
        assertThat(Ranks.correlation(new double[] {1, 2, 3}, new double[] {-1, -8, -9}))
                .isCloseTo(-1, within(1e-12));
        assertThat(Ranks.correlation(new double[] {1, 1}, new double[] {1, 2})).isZero();
    }
}
