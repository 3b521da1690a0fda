package muster.scaling.fit;

import java.util.List;
import muster.numeric.Descent;
import muster.scaling.loss.PowerSum;

/**
 * Finds the law near another that makes an objective least, by its gradient in ln E, in the logarithms of both terms at the
 * middle of the runs, and in the exponents. So centred the variables hardly pull at each other.
 */
final class Refinement {
    // The variables: ln E, ln of the parameter term at the middle, ln of the token term, alpha, beta.
    private static final int VARIABLES = 5;
    private static final double LEAST_TERM = 1e-9;
    private static final double SCALE = 1e4;

    private final double[] logParameters;
    private final double[] logTokens;
    private final double[] losses;
    private final Objective objective;
    private final boolean tied;
    private final double middleParameters;
    private final double middleTokens;

    Refinement(List<Run> runs, Objective objective, boolean tied) {
        this.logParameters = centred(Projection.logs(runs, Run::parameters));
        this.logTokens = centred(Projection.logs(runs, Run::tokens));
        this.losses = runs.stream().mapToDouble(Run::loss).toArray();
        this.objective = objective;
        this.tied = tied;
        this.middleParameters = Projection.mean(Projection.logs(runs, Run::parameters));
        this.middleTokens = Projection.mean(Projection.logs(runs, Run::tokens));
    }

    private static double[] centred(double[] values) {
        double mean = Projection.mean(values);
        double[] centred = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            centred[i] = values[i] - mean;
        }
        return centred;
    }

    PowerSum near(PowerSum law) {
        double[] start = {
            log(law.irreducible()),
            log(law.parameterCoefficient()) - law.parameterExponent() * middleParameters,
            log(law.tokenCoefficient()) - law.tokenExponent() * middleTokens,
            law.parameterExponent(),
            law.tokenExponent()
        };
        double[] best = Descent.minimum(this::value, start);
        return new PowerSum(
                StrictMath.exp(best[0]),
                StrictMath.exp(best[1] + best[3] * middleParameters),
                best[3],
                StrictMath.exp(best[2] + best[4] * middleTokens),
                best[4],
                LawFit.FLOP_PER_PARAMETER_TOKEN);
    }

    private static double log(double term) {
        return StrictMath.log(Math.max(term, LEAST_TERM));
    }

    private double value(double[] at, double[] gradient) {
        double[] sums = new double[VARIABLES];
        double irreducible = StrictMath.exp(at[0]);
        double value = 0;
        for (int i = 0; i < losses.length; i++) {
            double parameterTerm = StrictMath.exp(at[1] - at[3] * logParameters[i]);
            double tokenTerm = StrictMath.exp(at[2] - at[4] * logTokens[i]);
            double predicted = irreducible + parameterTerm + tokenTerm;
            double slope = objective.slope(predicted, losses[i]);
            value += objective.of(predicted, losses[i]);
            sums[0] += slope * irreducible;
            sums[1] += slope * parameterTerm;
            sums[2] += slope * tokenTerm;
            sums[3] -= slope * parameterTerm * logParameters[i];
            sums[4] -= slope * tokenTerm * logTokens[i];
        }
        // One exponent moves both.
        if (tied) {
            double both = (sums[3] + sums[4]) / 2;
            sums[3] = both;
            sums[4] = both;
        }
        // Numbers near one suit the search.
        for (int i = 0; i < VARIABLES; i++) {
            gradient[i] = sums[i] / losses.length * SCALE;
        }
        return value / losses.length * SCALE;
    }
}
