package muster.numeric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class NormalSumTest {
    private static final double[] PLACES = {-6, -2.5, -1, -0.1, 0, 0.7, 2, 5, 12};

    @ParameterizedTest
    @ValueSource(doubles = {0.02, 0.3, 0.9, 0.999, 1, 1.001, 1.7, 2.3, 6, 30})
    void isTheIntegralThatAnotherRuleGives(double spread) {
        for (double x : PLACES) {
            assertThat(NormalSum.LOGISTIC.below(x, spread))
                    .isCloseTo(BySimpson.below(BySimpson::logistic, x, spread), within(1e-9));
            assertThat(NormalSum.GUMBEL.below(x, spread))
                    .isCloseTo(BySimpson.below(BySimpson::gumbel, x, spread), within(1e-9));
            assertThat(NormalSum.NORMAL.below(x, spread)).isCloseTo(BySimpson.normal(x / spread), within(1e-9));
        }
    }

    // Tables of the normal distribution.
    @ParameterizedTest
    @CsvSource({
        "0, 0.5",
        "1, 0.8413447460685429",
        "-1, 0.15865525393145705",
        "-3, 0.0013498980316300945",
        "-8, 6.220960574271785e-16",
        "-20, 2.7536241186062337e-89",
        "-50, 0",
        "50, 1"
    })
    void normalHoldsFarOut(double x, double below) {
        assertThat(NormalSum.NORMAL.below(x, 1)).isCloseTo(below, withinPercentage(1e-10));
        assertThat(NormalSum.NORMAL.below(7 * x, 7)).isCloseTo(below, withinPercentage(1e-10));
    }

    // Mordell's equation of the integral: I(m + s^2) = 1 - I(m) e^(-m - s^2 / 2).
    @ParameterizedTest
    @ValueSource(doubles = {0.2, 0.95, 1.05, 2.5})
    void logisticKeepsItsFunctionalEquation(double spread) {
        double square = spread * spread;
        for (double m : new double[] {-2, -0.5, 0, 1, 3}) {
            double far = NormalSum.LOGISTIC.below(m + square, spread);

            assertThat(far + NormalSum.LOGISTIC.below(m, spread) * Math.exp(-m - square / 2))
                    .isCloseTo(1, within(1e-6));
        }
    }

    @Test
    void eachIsADistributionFunctionOfWhateverSpread() {
        for (NormalSum sum : NormalSum.values()) {
            for (double spread : new double[] {1e-6, 0.5, 1, 40, 1e6}) {
                assertThat(sum.below(-1e9, spread)).as("%s %s", sum, spread).isCloseTo(0, within(1e-9));
                assertThat(sum.below(1e9, spread)).as("%s %s", sum, spread).isCloseTo(1, within(1e-9));
                double last = 0;
                for (double x = -20; x <= 20; x += 0.5) {
                    double next = sum.below(x, spread);
                    assertThat(next).as("%s %s %s", sum, spread, x).isGreaterThanOrEqualTo(last - 1e-10);
                    last = next;
                }
            }
        }
    }
}
