package muster.scaling.fit;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.ToDoubleFunction;
import muster.numeric.Covariance;
import muster.scaling.loss.ChinchillaLoss;
import muster.scaling.loss.TestError;

/**
 * A law as it was fitted.
 *
 * @param fit how
 * @param runs to what
 * @param law the law
 * @param value the objective at the law
 * @param error the error on downstream tasks at a loss, where it was measured and the form has one
 * @param drawn the laws of resampled runs; none where there was no bootstrap
 * @param seed of the bootstrap
 */
public record FittedLaw(
        LawFit fit,
        FitRuns runs,
        ChinchillaLoss law,
        double value,
        Optional<TestError> error,
        List<ChinchillaLoss> drawn,
        long seed) {
    public FittedLaw {
        drawn = List.copyOf(drawn);
    }

    /** The law that fits best, with the laws of as many resampled runs. */
    public static FittedLaw of(LawFit fit, FitRuns runs, int resamples, long seed, Consumer<ChinchillaLoss> progress) {
        ChinchillaLoss law = fit.of(runs.kept());
        return new FittedLaw(
                fit,
                runs,
                law,
                fit.objective().sum(law, runs.kept()),
                fit.tied() ? ErrorFit.of(runs.kept()) : Optional.empty(),
                fit.bootstrap(runs.kept(), law, resamples, seed, progress),
                seed);
    }

    /**
     * The value of a number of the drawn laws that is not exceeded with a probability.
     *
     * @param of the number
     * @param probability from 0 to 1
     */
    public double quantile(ToDoubleFunction<ChinchillaLoss> of, double probability) {
        double[] sorted = drawn.stream().mapToDouble(of).sorted().toArray();
        double position = probability * (sorted.length - 1);
        int below = (int) Math.floor(position);
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (position - below) * (sorted[above] - sorted[below]);
    }

    /** The root mean square of the difference of logarithms. */
    public double residual() {
        double sum = 0;
        for (TrainingRun run : runs.kept()) {
            double off = StrictMath.log(law.loss(run.parameters(), run.tokens()) / run.loss());
            sum += off * off;
        }
        return Math.sqrt(sum / runs.kept().size());
    }

    /**
     * Directions in which the constants are uncertain together, a column each: the change of ln A, ln alpha, ln B, ln beta, and of
     * E as a part of it, for an amount of one. A law that was drawn without one of its terms has no logarithm and is left out.
     */
    public double[][] directions() {
        double[][] rows = drawn.stream()
                .filter(one -> one.parameterCoefficient() > 0 && one.tokenCoefficient() > 0)
                .map(one -> new double[] {
                    StrictMath.log(one.parameterCoefficient()),
                    StrictMath.log(one.parameterExponent()),
                    StrictMath.log(one.tokenCoefficient()),
                    StrictMath.log(one.tokenExponent()),
                    one.irreducible() / law.irreducible()
                })
                .toArray(double[][]::new);
        return rows.length < 2 ? new double[0][0] : Covariance.root(Covariance.of(rows));
    }
}
