package muster.scaling.fit;

import java.util.List;
import java.util.Optional;
import muster.numeric.NelderMead;
import muster.numeric.NonNegative;
import muster.scaling.loss.TestError;

/** Fits {@code error = eps - k exp(-gamma L)} by least squares: eps and k follow from gamma, which alone is searched for. */
public final class ErrorFit {
    private static final int GRID = 60;

    private ErrorFit() {}

    /** The curve through runs, where all of them have an error. */
    static Optional<TestError> of(List<TrainingRun> runs) {
        boolean measured = runs.stream().allMatch(run -> run.error().isPresent());
        return measured
                ? Optional.of(of(
                        runs.stream().mapToDouble(TrainingRun::loss).toArray(),
                        runs.stream()
                                .mapToDouble(run -> run.error().orElseThrow())
                                .toArray()))
                : Optional.empty();
    }

    /**
     * The curve through losses and errors.
     *
     * @param losses in nat per token
     * @param errors from 0 to 1
     */
    public static TestError of(double[] losses, double[] errors) {
        double[] best = {0};
        double least = Double.POSITIVE_INFINITY;
        for (int i = 0; i < GRID; i++) {
            double[] tried = {Math.log(0.05) + i * Math.log(100) / (GRID - 1)};
            double value = residual(losses, errors, tried);
            if (value < least) {
                least = value;
                best = tried;
            }
        }
        return curve(
                losses,
                errors,
                NelderMead.minimum(rate -> residual(losses, errors, rate), best, new double[] {0.05}, 1e-12));
    }

    private static double residual(double[] losses, double[] errors, double[] logRate) {
        TestError curve = curve(losses, errors, logRate);
        double sum = 0;
        for (int i = 0; i < losses.length; i++) {
            double off = curve.at(losses[i]) - errors[i];
            sum += off * off;
        }
        return sum;
    }

    private static TestError curve(double[] losses, double[] errors, double[] logRate) {
        double rate = StrictMath.exp(logRate[0]);
        double[][] columns = new double[2][losses.length];
        for (int i = 0; i < losses.length; i++) {
            columns[0][i] = 1;
            columns[1][i] = -StrictMath.exp(-rate * losses[i]);
        }
        double[] coefficients = NonNegative.leastSquares(columns, errors);
        return new TestError(coefficients[0], coefficients[1], rate);
    }
}
