package muster.scaling.fit;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import muster.numeric.NelderMead;
import muster.numeric.NonNegative;
import muster.scaling.loss.ChinchillaLoss;

/**
 * Least squares by variable projection: for given exponents E, A and B follow from linear least squares, none below zero, so that
 * only the exponents are searched for. A grid finds where, a simplex the rest. Without it the fit is so ill-conditioned (3.5e11
 * against 11; Open-Athena 2026) that searches end anywhere in a long valley.
 */
final class Projection {
    private static final int GRID = 32;
    private static final double LEAST = 0.02;
    private static final double MOST = 1.5;
    private static final double TOLERANCE = 1e-12;

    private final double[] logParameters;
    private final double[] logTokens;
    private final double[] losses;
    private final double middleParameters;
    private final double middleTokens;
    private final boolean tied;

    Projection(List<TrainingRun> runs, boolean tied) {
        this.logParameters = logs(runs, TrainingRun::parameters);
        this.logTokens = logs(runs, TrainingRun::tokens);
        this.losses = runs.stream().mapToDouble(TrainingRun::loss).toArray();
        this.middleParameters = mean(logParameters);
        this.middleTokens = mean(logTokens);
        this.tied = tied;
    }

    static double[] logs(List<TrainingRun> runs, ToDoubleFunction<TrainingRun> of) {
        return runs.stream().mapToDouble(of).map(StrictMath::log).toArray();
    }

    static double mean(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum / values.length;
    }

    /** The law of least squares. */
    ChinchillaLoss best() {
        double[] best = {Math.log(0.3), Math.log(0.3)};
        double least = Double.POSITIVE_INFINITY;
        for (int i = 0; i < GRID; i++) {
            for (int j = 0; j < (tied ? 1 : GRID); j++) {
                double[] tried = tied ? new double[] {node(i)} : new double[] {node(i), node(j)};
                double value = residual(tried);
                if (value < least) {
                    least = value;
                    best = tried;
                }
            }
        }
        return refined(best);
    }

    /** The law of least squares near another. */
    ChinchillaLoss near(ChinchillaLoss law) {
        double first = Math.log(law.parameterExponent());
        return refined(tied ? new double[] {first} : new double[] {first, Math.log(law.tokenExponent())});
    }

    private ChinchillaLoss refined(double[] start) {
        double[] steps = new double[start.length];
        Arrays.fill(steps, 0.1);
        return law(NelderMead.minimum(this::residual, start, steps, TOLERANCE));
    }

    private static double node(int index) {
        return Math.log(LEAST) + index * Math.log(MOST / LEAST) / (GRID - 1);
    }

    private double residual(double[] logExponents) {
        double[][] columns = columns(logExponents);
        double[] coefficients = NonNegative.leastSquares(columns, losses);
        double sum = 0;
        for (int i = 0; i < losses.length; i++) {
            double off = losses[i];
            for (int j = 0; j < columns.length; j++) {
                off -= coefficients[j] * columns[j][i];
            }
            sum += off * off;
        }
        return sum;
    }

    // Powers of sizes over their geometric mean, so that no column is tiny.
    private double[][] columns(double[] logExponents) {
        double alpha = StrictMath.exp(logExponents[0]);
        double beta = StrictMath.exp(logExponents[logExponents.length - 1]);
        double[][] columns = new double[3][losses.length];
        for (int i = 0; i < losses.length; i++) {
            columns[0][i] = 1;
            columns[1][i] = StrictMath.exp(-alpha * (logParameters[i] - middleParameters));
            columns[2][i] = StrictMath.exp(-beta * (logTokens[i] - middleTokens));
        }
        return columns;
    }

    private ChinchillaLoss law(double[] logExponents) {
        double[] coefficients = NonNegative.leastSquares(columns(logExponents), losses);
        double alpha = StrictMath.exp(logExponents[0]);
        double beta = StrictMath.exp(logExponents[logExponents.length - 1]);
        return new ChinchillaLoss(
                coefficients[0],
                coefficients[1] * StrictMath.exp(alpha * middleParameters),
                alpha,
                coefficients[2] * StrictMath.exp(beta * middleTokens),
                beta,
                LawFit.FLOP_PER_PARAMETER_TOKEN);
    }
}
