package muster.numeric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

final class NumericTest {

    @Test
    void rootsOfFunctionsWithKnownRoots() {
        assertThat(Roots.between(x -> x * x * x - 2, 0, 5)).isCloseTo(Math.cbrt(2), within(1e-13));
        assertThat(Roots.between(x -> Math.exp(-x) - x, 0, 700)).isCloseTo(0.5671432904097838, within(1e-13));
        assertThat(Roots.between(x -> Math.atan(1e6 * (x - 0.1234)), -1, 90)).isCloseTo(0.1234, within(1e-9));
        // Flat at the root, where a secant alone creeps.
        assertThat(Roots.between(x -> Math.pow(x - 1, 9), -3, 4)).isCloseTo(1, within(1e-1));
        assertThat(Roots.between(x -> x, 0, 5)).isZero();
        assertThat(Roots.between(x -> x - 5, 0, 5)).isEqualTo(5);
    }

    @Test
    void noRootIsNoNumber() {
        assertThat(Roots.between(x -> x * x + 1, -2, 2)).isNaN();
        assertThat(Roots.between(x -> Double.NaN, -2, 2)).isNaN();
    }

    @Test
    void leastSquaresFindsTheCoefficientsOfAnExactSum() {
        double[][] columns = {{1, 1, 1, 1}, {1, 2, 3, 4}, {1, 4, 9, 16}};
        double[] target = new double[4];
        for (int i = 0; i < 4; i++) {
            target[i] = 2 * columns[0][i] + 0.5 * columns[1][i] + 3 * columns[2][i];
        }

        assertThat(NonNegative.leastSquares(columns, target)).containsExactly(new double[] {2, 0.5, 3}, within(1e-9));
    }

    // Without the bound the answer is (3.5, -0.5) for a falling line; with it the slope is zero and the level the mean.
    @Test
    void aCoefficientThatWouldBeBelowZeroIsZero() {
        double[] coefficients =
                NonNegative.leastSquares(new double[][] {{1, 1, 1}, {1, 2, 3}}, new double[] {3, 2.5, 2});

        assertThat(coefficients).containsExactly(new double[] {2.5, 0}, within(1e-12));
    }

    @Test
    void noOtherCoefficientsAreBetter() {
        SplittableRandom random = new SplittableRandom(3);
        for (int i = 0; i < 200; i++) {
            double[][] columns = new double[3][8];
            double[] target = new double[8];
            for (int j = 0; j < 8; j++) {
                for (double[] column : columns) {
                    column[j] = 2 * random.nextDouble() - 1;
                }
                target[j] = 2 * random.nextDouble() - 1;
            }
            double[] best = NonNegative.leastSquares(columns, target);
            for (double coefficient : best) {
                assertThat(coefficient).isNotNegative();
            }
            for (int k = 0; k < 20; k++) {
                double[] other = new double[3];
                for (int j = 0; j < 3; j++) {
                    other[j] = Math.max(0, best[j] + 0.2 * (random.nextDouble() - 0.5));
                }
                assertThat(distance(columns, target, other))
                        .as("case %d", i)
                        .isGreaterThanOrEqualTo(distance(columns, target, best) - 1e-12);
            }
        }
    }

    private static double distance(double[][] columns, double[] target, double[] coefficients) {
        double sum = 0;
        for (int i = 0; i < target.length; i++) {
            double off = target[i];
            for (int j = 0; j < columns.length; j++) {
                off -= coefficients[j] * columns[j][i];
            }
            sum += off * off;
        }
        return sum;
    }

    // Rosenbrock's valley, whose minimum is at (1, 1).
    @Test
    void bothSearchesGoDownTheValleyOfRosenbrock() {
        double[] simplex = NelderMead.minimum(
                at -> 100 * Math.pow(at[1] - at[0] * at[0], 2) + Math.pow(1 - at[0], 2) + 1,
                new double[] {-1.2, 1},
                new double[] {0.5, 0.5},
                1e-14);
        double[] descent = Descent.minimum(
                (at, gradient) -> {
                    double across = at[1] - at[0] * at[0];
                    gradient[0] = -400 * at[0] * across - 2 * (1 - at[0]);
                    gradient[1] = 200 * across;
                    return 100 * across * across + (1 - at[0]) * (1 - at[0]);
                },
                new double[] {-1.2, 1});

        assertThat(simplex).containsExactly(new double[] {1, 1}, within(1e-4));
        assertThat(descent).containsExactly(new double[] {1, 1}, within(1e-7));
    }

    @Test
    void theRootOfACovarianceGivesItBack() {
        double[][] rows = {{1, 2, 0}, {2, 3, 1}, {4, 1, 5}, {0, 0, 2}, {3, 3, 1}};
        double[][] covariance = Covariance.of(rows);
        double[][] root = Covariance.root(covariance);

        // Of the first column: mean 2, squares 1 + 0 + 4 + 4 + 1 over four.
        assertThat(covariance[0][0]).isCloseTo(2.5, within(1e-12));
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 3; j++) {
                double sum = 0;
                for (int k = 0; k < 3; k++) {
                    sum += root[i][k] * root[j][k];
                }
                assertThat(sum).isCloseTo(covariance[i][j], within(1e-12));
            }
        }
    }
}
