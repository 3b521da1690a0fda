package muster.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import muster.inference.step.ActivatedExperts;
import muster.inference.step.CalibratedFactors;
import muster.model.layer.FeedForward;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Experts that a step touches: limits, and counts by simulation. */
class ActivatedExpertsTest {
    private static final FeedForward.Experts LAYER =
            new FeedForward.Experts(128, 8, 1536, 0, 0, 0, true, false, false, false);

    private static CalibratedFactors constants(double skew, double spread) {
        return new CalibratedFactors(
                0, 1, 2.5, 0, 1, 1, 0, 1, 1, 0, 0, 1, 0, 1, 0, 1, 0, 0, 0, 0, 0, 0, skew, spread, 1, 0, 0, 0, 0);
    }

    @Test
    void oneTokenTouchesAsManyAsItVisits() {
        assertThat(ActivatedExperts.of(LAYER, 1, 1, constants(0, 0)).experts()).isCloseTo(8, within(1e-9));
        assertThat(ActivatedExperts.of(LAYER, 1, 1, constants(0, 0)).rows()).isEqualTo(8);
    }

    @ParameterizedTest
    @ValueSource(doubles = {1, 7, 64, 1000})
    void smallSkewIsNone(double tokens) {
        assertThat(ActivatedExperts.of(LAYER, 1, tokens, constants(1e-9, 0)).experts())
                .isCloseTo(128 * (1 - Math.pow(1 - 8.0 / 128, tokens)), within(1e-5));
    }

    @Test
    void unevenExpertsAreTouchedLess() {
        double even = ActivatedExperts.of(LAYER, 1, 32, constants(0, 0)).experts();
        double uneven = ActivatedExperts.of(LAYER, 1, 32, constants(1, 0)).experts();
        assertThat(uneven).isLessThan(even).isGreaterThan(even / 2);
    }

    @Test
    void popularityOfAGammaDistributionGivesTheSame() {
        // Experts whose rate of visits is exponential (skew 1): the mean of 1 - exp(-n p) over the distribution, by
        // quadrature.
        double tokens = 32;
        double rate = -Math.log1p(-8.0 / 128) * tokens;
        int steps = 200_000;
        double sum = 0;
        for (int i = 0; i < steps; i++) {
            double quantile = -Math.log1p(-(i + 0.5) / steps);
            sum += 1 - Math.exp(-rate * quantile);
        }
        assertThat(ActivatedExperts.of(LAYER, 1, tokens, constants(1, 0)).experts())
                .isCloseTo(128 * sum / steps, within(0.01));
    }

    @Test
    void theBusiestChipHasMoreThanTheMeanAndNeverMoreThanItHolds() {
        ActivatedExperts mean = ActivatedExperts.of(LAYER, 8, 16, constants(0, 0));
        ActivatedExperts busiest = ActivatedExperts.of(LAYER, 8, 16, constants(0, 1));
        assertThat(busiest.experts()).isGreaterThan(mean.experts());
        assertThat(busiest.rows()).isGreaterThan(mean.rows());
        assertThat(ActivatedExperts.of(LAYER, 8, 1e6, constants(0, 1)).experts())
                .isEqualTo(16);
    }

    @Test
    void theBusiestChipTouchesNoMoreExpertsThanItHoldsWhereItsMeanIsBelow() {
        // 71 tokens: (1 - 8/128)^71 = 0.010232 idle, so 15.836 of 16 touched on average, and sqrt(ln 8) standard
        // deviations of sqrt(15.836 * 0.010232) = 0.4025 more would be 16.417.
        assertThat(ActivatedExperts.of(LAYER, 8, 71, constants(0, 0)).experts()).isCloseTo(15.836, within(1e-3));
        assertThat(ActivatedExperts.of(LAYER, 8, 71, constants(0, 1)).experts()).isEqualTo(16);
    }
}
