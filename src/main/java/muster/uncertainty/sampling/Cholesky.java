package muster.uncertainty.sampling;

import java.util.Optional;

/** Correlated normal variables from independent ones. */
final class Cholesky {
    // What rounding may leave of a zero.
    private static final double ZERO = 1e-9;

    private Cholesky() {}

    /**
     * For each variable the weights of the independent scores of it and those before: the rows of Cholesky's factor. Nothing
     * where the matrix has a negative eigenvalue, so that no variables can correlate so.
     *
     * @param correlation a symmetric matrix with ones on its diagonal
     */
    static Optional<double[][]> rows(double[][] correlation) {
        double[][] rows = new double[correlation.length][correlation.length];
        for (int i = 0; i < rows.length; i++) {
            double left = 1;
            for (int j = 0; j < i; j++) {
                double rest = correlation[i][j] - product(rows[i], rows[j], j);
                double pivot = rows[j][j];
                // A variable that others determine adds nothing of its own, and nothing may be left for it to explain.
                if (pivot == 0 && Math.abs(rest) > Math.sqrt(ZERO)) {
                    return Optional.empty();
                }
                rows[i][j] = pivot == 0 ? 0 : rest / pivot;
                left -= rows[i][j] * rows[i][j];
            }
            if (left < -ZERO) {
                return Optional.empty();
            }
            rows[i][i] = left < ZERO ? 0 : Math.sqrt(left);
        }
        return Optional.of(rows);
    }

    private static double product(double[] a, double[] b, int length) {
        double sum = 0;
        for (int i = 0; i < length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
