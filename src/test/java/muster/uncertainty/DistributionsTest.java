package muster.uncertainty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.stream.Stream;
import muster.uncertainty.distribution.Beta;
import muster.uncertainty.distribution.Distribution;
import muster.uncertainty.distribution.Normal;
import muster.uncertainty.distribution.QuantileTableTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Distributions against values from printed tables, and against themselves. */
final class DistributionsTest {

    @Test
    void aNormalHasTheQuantilesOfTheTables() {
        // Upper percentage points of the standard normal: 1.6449 at 5%, 1.9600 at 2.5%, 2.3263 at 1%.
        Normal standard = new Normal(0, 1, 0);

        assertThat(standard.quantile(0.95)).isCloseTo(1.6449, within(5e-5));
        assertThat(standard.quantile(0.975)).isCloseTo(1.9600, within(5e-5));
        assertThat(standard.quantile(0.01)).isCloseTo(-2.3263, within(5e-5));
        assertThat(standard.density(0)).isCloseTo(1 / Math.sqrt(2 * Math.PI), within(1e-12));
    }

    @Test
    void aBetaOfWholeShapesHasTheQuantilesOfItsPolynomial() {
        // Beta(2, 2) has the distribution function 3 x^2 - 2 x^3: 0.5 at 0.5, 0.15625 at 0.25.
        Beta beta = new Beta(2, 2, 0.5);

        assertThat(beta.quantile(0.5)).isCloseTo(0.5, within(1e-10));
        assertThat(beta.quantile(0.15625)).isCloseTo(0.25, within(1e-10));
        assertThat(beta.density(0.5)).isCloseTo(1.5, within(1e-10));
    }

    static Stream<Distribution> distributions() {
        return QuantileTableTest.distributions();
    }

    @ParameterizedTest
    @MethodSource("distributions")
    void theDensityIsTheSlopeOfTheProbability(Distribution distribution) {
        for (double probability : new double[] {0.02, 0.2, 0.49, 0.51, 0.8, 0.98}) {
            double step = 1e-5;
            double rise = distribution.quantile(probability + step) - distribution.quantile(probability - step);
            assertThat(distribution.density(distribution.quantile(probability)))
                    .isCloseTo(2 * step / rise, withinPercentage(0.01));
        }
    }

    @ParameterizedTest
    @MethodSource("distributions")
    void noValueLiesBeyondTheEnds(Distribution distribution) {
        assertThat(distribution.quantile(1e-9)).isGreaterThanOrEqualTo(distribution.least());
        assertThat(distribution.quantile(1 - 1e-9)).isLessThanOrEqualTo(distribution.greatest());
    }
}
