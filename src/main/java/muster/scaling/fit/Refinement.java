package muster.scaling.fit;

import java.util.List;
import muster.numeric.Descent;
import muster.scaling.loss.ChinchillaLoss;

/**
 * Finds the law near another that makes an objective least, by its gradient in ln E, in the logarithms of both terms at the
 * middle of the runs, and in the exponents. So centred the variables hardly pull at each other. These are the terms of
 * {@link muster.scaling.loss.PowerTerms} by their logarithms, as Hoffmann et al. 2022, Eq. 3, write them for the fit.
 */
final class Refinement {
    // One bad run makes least squares leave a term out, and no gradient in its logarithm leads back from nothing.
    private static final double LEAST_PART = 0.01;
    private static final double SCALE = 1e4;

    private final double[] logParameters;
    private final double[] logTokens;
    private final double[] losses;
    private final Objective objective;
    private final boolean tied;
    private final double middleParameters;
    private final double middleTokens;

    Refinement(List<TrainingRun> runs, Objective objective, boolean tied) {
        this.logParameters = centred(Projection.logs(runs, TrainingRun::parameters));
        this.logTokens = centred(Projection.logs(runs, TrainingRun::tokens));
        this.losses = runs.stream().mapToDouble(TrainingRun::loss).toArray();
        this.objective = objective;
        this.tied = tied;
        this.middleParameters = Projection.mean(Projection.logs(runs, TrainingRun::parameters));
        this.middleTokens = Projection.mean(Projection.logs(runs, TrainingRun::tokens));
    }

    private static double[] centred(double[] values) {
        double mean = Projection.mean(values);
        double[] centred = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            centred[i] = values[i] - mean;
        }
        return centred;
    }

    /**
     * What the search varies.
     *
     * @param logIrreducible ln E
     * @param logParameterTerm ln of A / N^alpha at the middle of the runs
     * @param logTokenTerm ln of B / D^beta there
     * @param alpha the exponent of the parameters
     * @param beta the exponent of the tokens
     */
    private record Variables(
            double logIrreducible, double logParameterTerm, double logTokenTerm, double alpha, double beta) {
        static Variables of(double[] numbers) {
            return new Variables(numbers[0], numbers[1], numbers[2], numbers[3], numbers[4]);
        }

        double[] numbers() {
            return new double[] {logIrreducible, logParameterTerm, logTokenTerm, alpha, beta};
        }
    }

    ChinchillaLoss near(ChinchillaLoss law) {
        Variables start = new Variables(
                log(law.irreducible(), 0),
                log(law.parameterCoefficient(), law.parameterExponent() * middleParameters),
                log(law.tokenCoefficient(), law.tokenExponent() * middleTokens),
                law.parameterExponent(),
                law.tokenExponent());
        Variables best = Variables.of(Descent.minimum(this::value, start.numbers()));
        return new ChinchillaLoss(
                StrictMath.exp(best.logIrreducible),
                StrictMath.exp(best.logParameterTerm + best.alpha * middleParameters),
                best.alpha,
                StrictMath.exp(best.logTokenTerm + best.beta * middleTokens),
                best.beta,
                LawFit.FLOP_PER_PARAMETER_TOKEN);
    }

    // The logarithm of a coefficient over a power, whose logarithm is given.
    private double log(double coefficient, double power) {
        return Math.max(StrictMath.log(coefficient) - power, StrictMath.log(LEAST_PART * Projection.mean(losses)));
    }

    // The objective; its gradient is written into the array.
    private double value(double[] at, double[] gradient) {
        Variables law = Variables.of(at);
        double irreducible = StrictMath.exp(law.logIrreducible);
        double value = 0;
        double byIrreducible = 0;
        double byParameterTerm = 0;
        double byTokenTerm = 0;
        double byAlpha = 0;
        double byBeta = 0;
        for (int i = 0; i < losses.length; i++) {
            double parameterTerm = StrictMath.exp(law.logParameterTerm - law.alpha * logParameters[i]);
            double tokenTerm = StrictMath.exp(law.logTokenTerm - law.beta * logTokens[i]);
            double predicted = irreducible + parameterTerm + tokenTerm;
            double slope = objective.slope(predicted, losses[i]);
            value += objective.of(predicted, losses[i]);
            byIrreducible += slope * irreducible;
            byParameterTerm += slope * parameterTerm;
            byTokenTerm += slope * tokenTerm;
            byAlpha -= slope * parameterTerm * logParameters[i];
            byBeta -= slope * tokenTerm * logTokens[i];
        }
        // One exponent moves both.
        double both = (byAlpha + byBeta) / 2;
        double[] sums = new Variables(
                        byIrreducible, byParameterTerm, byTokenTerm, tied ? both : byAlpha, tied ? both : byBeta)
                .numbers();
        // Numbers near one suit the search.
        for (int i = 0; i < sums.length; i++) {
            gradient[i] = sums[i] / losses.length * SCALE;
        }
        return value / losses.length * SCALE;
    }
}
