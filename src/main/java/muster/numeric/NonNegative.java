package muster.numeric;

/** Linear least squares with coefficients that are not below zero, for a few columns. */
public final class NonNegative {
    private static final double SINGULAR = 1e-12;

    private NonNegative() {}

    /**
     * The coefficients {@code c >= 0} that minimise {@code |sum_j c_j columns[j] - target|^2}. Every set of columns that may be
     * above zero is tried, which for the three or four of a scaling law is exact and quick.
     *
     * @param columns the columns, at most eight
     * @param target what they should add up to
     */
    public static double[] leastSquares(double[][] columns, double[] target) {
        int count = columns.length;
        double[][] gram = new double[count][count];
        double[] right = new double[count];
        for (int i = 0; i < count; i++) {
            right[i] = dot(columns[i], target);
            for (int j = 0; j < count; j++) {
                gram[i][j] = dot(columns[i], columns[j]);
            }
        }
        double[] best = new double[count];
        double least = 0;
        for (int set = 1; set < 1 << count; set++) {
            double[] tried = solve(gram, right, set);
            double gain = gain(gram, right, tried);
            if (gain < least) {
                least = gain;
                best = tried;
            }
        }
        return best;
    }

    // The squared distance less that of all zeros; no number where a coefficient is below zero.
    private static double gain(double[][] gram, double[] right, double[] coefficients) {
        double gain = 0;
        for (int i = 0; i < right.length; i++) {
            if (!(coefficients[i] >= 0)) {
                return Double.NaN;
            }
            double row = -2 * right[i];
            for (int j = 0; j < right.length; j++) {
                row += gram[i][j] * coefficients[j];
            }
            gain += coefficients[i] * row;
        }
        return gain;
    }

    // The normal equations of the columns in a set, by elimination with scaled columns and pivots.
    private static double[] solve(double[][] gram, double[] right, int set) {
        int count = right.length;
        double[][] rows = new double[count][count + 1];
        for (int i = 0; i < count; i++) {
            boolean in = (set >> i & 1) == 1;
            for (int j = 0; j < count; j++) {
                boolean both = in && (set >> j & 1) == 1;
                rows[i][j] = both ? gram[i][j] / Math.sqrt(gram[i][i] * gram[j][j]) : i == j ? 1 : 0;
            }
            rows[i][count] = in ? right[i] / Math.sqrt(gram[i][i]) : 0;
        }
        double[] scaled = eliminate(rows);
        for (int i = 0; i < count; i++) {
            scaled[i] = (set >> i & 1) == 1 ? scaled[i] / Math.sqrt(gram[i][i]) : 0;
        }
        return scaled;
    }

    private static double[] eliminate(double[][] rows) {
        int count = rows.length;
        for (int i = 0; i < count; i++) {
            int pivot = i;
            for (int k = i + 1; k < count; k++) {
                pivot = Math.abs(rows[k][i]) > Math.abs(rows[pivot][i]) ? k : pivot;
            }
            double[] row = rows[pivot];
            rows[pivot] = rows[i];
            rows[i] = row;
            if (Math.abs(row[i]) < SINGULAR) {
                row[i] = Double.NaN;
            }
            for (int k = i + 1; k < count; k++) {
                double factor = rows[k][i] / row[i];
                for (int j = i; j <= count; j++) {
                    rows[k][j] -= factor * row[j];
                }
            }
        }
        double[] solution = new double[count];
        for (int i = count - 1; i >= 0; i--) {
            double sum = rows[i][count];
            for (int j = i + 1; j < count; j++) {
                sum -= rows[i][j] * solution[j];
            }
            solution[i] = sum / rows[i][i];
        }
        return solution;
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
