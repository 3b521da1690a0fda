package muster.accuracy;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Least squares by Levenberg and Marquardt's method, with differences for derivatives.
 *
 * <pre>
 * (J' J + l diag(J' J)) d = -J' r,  x := x + d where the sum of squares falls
 * </pre>
 *
 * <p>J. J. Moré, The Levenberg-Marquardt algorithm (1978). Columns of J are computed side by side; the result does not depend
 * on how many threads there are.
 */
final class LeastSquares {
    private static final double STEP = 1e-4;
    private static final double FIRST_DAMPING = 1e-2;
    private static final double MOST_DAMPING = 1e8;

    /** Residuals at a point; safe for use by several threads. */
    @FunctionalInterface
    interface Residuals {
        double[] at(double[] point);

        /**
         * The same where one coordinate was moved, of which some residuals may not depend.
         *
         * @param point the point after the move
         * @param before the residuals before it
         * @param moved which coordinate
         */
        default double[] moved(double[] point, double[] before, int moved) {
            return at(point);
        }
    }

    private final Residuals residuals;
    private final double tolerance;

    /**
     * A solver.
     *
     * @param residuals what is squared and summed
     * @param tolerance the relative fall of the sum below which it stops
     */
    LeastSquares(Residuals residuals, double tolerance) {
        this.residuals = residuals;
        this.tolerance = tolerance;
    }

    /** A point from which no step makes the sum of squares smaller, searched from a start for so many steps at most. */
    double[] solve(double[] start, int steps) {
        double[] point = start.clone();
        double[] values = residuals.at(point);
        double sum = squares(values);
        double damping = FIRST_DAMPING;
        for (int step = 0; step < steps; step++) {
            double[][] normal = normal(point, values);
            double before = sum;
            while (damping < MOST_DAMPING) {
                double[] next = move(point, normal, damping);
                double[] there = residuals.at(next);
                double less = squares(there);
                if (less < sum) {
                    point = next;
                    values = there;
                    sum = less;
                    damping /= 5;
                    break;
                }
                damping *= 4;
            }
            if (before - sum < tolerance * before) {
                return point;
            }
        }
        return point;
    }

    private static double squares(double[] values) {
        return Arrays.stream(values).map(value -> value * value).sum();
    }

    // J' J, and J' r as a last column.
    private double[][] normal(double[] point, double[] values) {
        int size = point.length;
        double[][] columns = IntStream.range(0, size)
                .parallel()
                .mapToObj(i -> slope(point, values, i))
                .toArray(double[][]::new);
        double[][] normal = new double[size][size + 1];
        IntStream.range(0, size).parallel().forEach(i -> {
            for (int j = 0; j <= i; j++) {
                normal[i][j] = dot(columns[i], columns[j]);
            }
            normal[i][size] = dot(columns[i], values);
        });
        for (int i = 0; i < size; i++) {
            for (int j = i + 1; j < size; j++) {
                normal[i][j] = normal[j][i];
            }
        }
        return normal;
    }

    private double[] slope(double[] point, double[] values, int i) {
        double[] moved = point.clone();
        moved[i] += STEP;
        double[] there = residuals.moved(moved, values, i);
        for (int row = 0; row < there.length; row++) {
            there[row] = (there[row] - values[row]) / STEP;
        }
        return there;
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    // By Cholesky's decomposition; the damped matrix is positive definite.
    private static double[] move(double[] point, double[][] normal, double damping) {
        int size = point.length;
        double[][] root = new double[size][size];
        for (int i = 0; i < size; i++) {
            for (int j = 0; j <= i; j++) {
                double sum = normal[i][j] * (i == j ? 1 + damping : 1) + (i == j ? 1e-12 : 0);
                for (int k = 0; k < j; k++) {
                    sum -= root[i][k] * root[j][k];
                }
                root[i][j] = i == j ? Math.sqrt(sum) : sum / root[j][j];
            }
        }
        double[] change = new double[size];
        for (int i = 0; i < size; i++) {
            double sum = -normal[i][size];
            for (int k = 0; k < i; k++) {
                sum -= root[i][k] * change[k];
            }
            change[i] = sum / root[i][i];
        }
        for (int i = size - 1; i >= 0; i--) {
            double sum = change[i];
            for (int k = i + 1; k < size; k++) {
                sum -= root[k][i] * change[k];
            }
            change[i] = sum / root[i][i];
        }
        double[] next = point.clone();
        for (int i = 0; i < size; i++) {
            next[i] += change[i];
        }
        return next;
    }
}
