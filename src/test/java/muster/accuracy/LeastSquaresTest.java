package muster.accuracy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** The solver on problems whose answers are known. */
class LeastSquaresTest {

    @Test
    void aLineIsFoundInOneGo() {
        // y = 2 + 3 x through (0, 2), (1, 5.3), (2, 7.7): least squares by the normal equations are 2.15 and 2.85.
        double[] x = {0, 1, 2};
        double[] y = {2, 5.3, 7.7};
        double[] found = new LeastSquares(
                        point -> {
                            double[] residuals = new double[x.length];
                            for (int i = 0; i < x.length; i++) {
                                residuals[i] = point[0] + point[1] * x[i] - y[i];
                            }
                            return residuals;
                        },
                        1e-14)
                .solve(new double[2], 50);
        assertThat(found[0]).isCloseTo(2.15, within(1e-6));
        assertThat(found[1]).isCloseTo(2.85, within(1e-6));
    }

    @Test
    void theBananaValleyIsFollowedToItsEnd() {
        // Rosenbrock: residuals 10 (y - x^2) and 1 - x, the classic start.
        double[] found = new LeastSquares(
                        point -> new double[] {10 * (point[1] - point[0] * point[0]), 1 - point[0]}, 1e-16)
                .solve(new double[] {-1.2, 1}, 200);
        assertThat(found[0]).isCloseTo(1, within(1e-3));
        assertThat(found[1]).isCloseTo(1, within(2e-3));
    }
}
