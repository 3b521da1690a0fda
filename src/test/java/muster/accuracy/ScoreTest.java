package muster.accuracy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** Quantiles and rank correlation against values counted by hand. */
class ScoreTest {

    @Test
    void quantilesLieBetweenTheNearestValues() {
        double[] values = {4, 1, 3, 2};
        assertThat(Score.quantile(values, 0.5)).isEqualTo(2.5);
        assertThat(Score.quantile(values, 0.9)).isCloseTo(3.7, within(1e-12));
        assertThat(Score.quantile(values, 1)).isEqualTo(4);
        assertThat(Score.quantile(new double[0], 0.5)).isNaN();
    }

    @Test
    void ranksCorrelate() {
        // Differences of ranks 1, 1, 0, 0: 1 - 6 * 2/(4 * 15).
        assertThat(Score.rankCorrelation(new double[] {1, 2, 3, 4}, new double[] {20, 10, 30, 40}))
                .isCloseTo(0.8, within(1e-12));
        assertThat(Score.rankCorrelation(new double[] {1, 2, 3}, new double[] {9, 4, 1}))
                .isCloseTo(-1, within(1e-12));
    }

    @Test
    void equalValuesShareTheirRank() {
        // Ranks 1.5, 1.5, 3 against 1, 2, 3: covariance 1.5, variances 1.5 and 2.
        assertThat(Score.rankCorrelation(new double[] {5, 5, 7}, new double[] {1, 2, 3}))
                .isCloseTo(1.5 / Math.sqrt(3), within(1e-12));
    }
}
