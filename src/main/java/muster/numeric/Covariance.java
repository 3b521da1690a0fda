package muster.numeric;

/** How numbers vary together. */
public final class Covariance {
    private Covariance() {}

    /** The covariance of the columns of many rows. */
    public static double[][] of(double[][] rows) {
        int count = rows[0].length;
        double[] mean = new double[count];
        for (double[] row : rows) {
            for (int j = 0; j < count; j++) {
                mean[j] += row[j] / rows.length;
            }
        }
        double[][] covariance = new double[count][count];
        for (double[] row : rows) {
            for (int i = 0; i < count; i++) {
                for (int j = 0; j < count; j++) {
                    covariance[i][j] += (row[i] - mean[i]) * (row[j] - mean[j]) / (rows.length - 1);
                }
            }
        }
        return covariance;
    }

    /**
     * The lower triangle L with {@code L L^T} the covariance (Cholesky): independent standard normal numbers times L vary as it
     * says. A column that follows from those before it is zero.
     */
    public static double[][] root(double[][] covariance) {
        int count = covariance.length;
        double[][] root = new double[count][count];
        for (int j = 0; j < count; j++) {
            for (int i = j; i < count; i++) {
                double rest = covariance[i][j];
                for (int k = 0; k < j; k++) {
                    rest -= root[i][k] * root[j][k];
                }
                if (i == j) {
                    root[i][j] = Math.sqrt(Math.max(0, rest));
                } else {
                    root[i][j] = root[j][j] > 0 ? rest / root[j][j] : 0;
                }
            }
        }
        return root;
    }
}
