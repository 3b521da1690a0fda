package muster.numeric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PowerMeanTest {
    private static final double EXACT = 1e-12;

    @ParameterizedTest
    @CsvSource({"0.3, 2, 5, 1", "0.3, 2, 5, -1", "0.65, 40, 0.2, -0.155", "0.5, 7, 3, 0.612853", "0.9, 1e-3, 1e3, -2"})
    void theMeanIsThatOfItsFormula(double weight, double a, double b, double exponent) {
        double formula = Math.pow(weight * Math.pow(a, exponent) + (1 - weight) * Math.pow(b, exponent), 1 / exponent);

        assertThat(PowerMean.of(weight, a, b, exponent) / formula - 1).isCloseTo(0, within(EXACT));
    }

    @Test
    void atZeroItIsTheGeometricMeanAndNearItClose() {
        double geometric = Math.pow(3, 0.4) * Math.pow(800, 0.6);

        assertThat(PowerMean.of(0.4, 3, 800, 0) / geometric - 1).isCloseTo(0, within(EXACT));
        for (double exponent : new double[] {1e-7, -1e-7, 1e-9, -1e-9, 1e-13, -1e-300}) {
            assertThat(PowerMean.of(0.4, 3, 800, exponent) / geometric - 1)
                    .isCloseTo(0, within(5 * Math.abs(exponent) + EXACT));
        }
    }

    @Test
    void farBelowZeroItIsTheLesser() {
        assertThat(PowerMean.of(0.4, 3, 800, Double.NEGATIVE_INFINITY)).isEqualTo(3);
        assertThat(PowerMean.of(0.4, 800, 3, -1e5)).isCloseTo(3, within(1e-4));
    }

    @Test
    void farAboveZeroItIsTheGreater() {
        assertThat(PowerMean.of(0.4, 3, 800, 1e6)).isCloseTo(800, within(1e-3));
    }

    @Test
    void oneNumberAloneIsItself() {
        assertThat(PowerMean.of(0, 3, 0.1 + 0.2, -2)).isEqualTo(0.1 + 0.2);
        assertThat(PowerMean.of(1, 0.1 + 0.2, 3, -2)).isEqualTo(0.1 + 0.2);
        assertThat(PowerMean.of(0.7, 0.1 + 0.2, 0.1 + 0.2, -2)).isEqualTo(0.1 + 0.2);
    }

    @Test
    void nothingOfOneIsNothingOfAllWhereNeitherReplacesTheOther() {
        assertThat(PowerMean.of(0.5, 0, 9, -0.4)).isZero();
        assertThat(PowerMean.of(0.5, 9, 0, 0)).isZero();
        assertThat(PowerMean.of(0.5, 0, 9, 1)).isEqualTo(4.5);
    }

    @Test
    void withoutLimitItReachesItsCeiling() {
        assertThat(PowerMean.of(0.5, 1, Double.POSITIVE_INFINITY, -0.4)).isCloseTo(Math.pow(0.5, -2.5), within(1e-12));
        assertThat(PowerMean.of(0.5, 1, Double.POSITIVE_INFINITY, 0)).isInfinite();
    }

    @Test
    void powersThatOverflowDoNot() {
        assertThat(PowerMean.of(0.5, 1e200, 1e-200, -10)).isCloseTo(1e-200 * Math.pow(0.5, -0.1), within(1e-212));
        assertThat(PowerMean.of(0.5, 1e200, 1e-200, 10) / (1e200 * Math.pow(0.5, 0.1)) - 1)
                .isCloseTo(0, within(EXACT));
    }
}
