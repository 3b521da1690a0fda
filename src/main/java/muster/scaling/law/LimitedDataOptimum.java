package muster.scaling.law;

import java.util.List;
import java.util.Optional;
import muster.scaling.loss.LeastLoss;
import muster.scaling.loss.LimitedDataFormula;
import muster.trace.Chain;
import muster.trace.Figure;

/** The model of least loss under limited data, on a chain. */
public final class LimitedDataOptimum {
    private LimitedDataOptimum() {}

    /** The parameters and tokens of least loss for a compute; recorded, with what they are worth. */
    public static ComputeOptimal best(Chain chain, LimitedDataFormula<Figure> formula, Figure compute, String under) {
        Figure parameters = LossSearch.under(chain, formula, compute)
                .solved(
                        under + "parameters",
                        sample ->
                                sample.law(formula).optimum(sample.of(compute)).parameters(),
                        n -> List.of(Surface.check(balanced(formula, n, compute))));
        Figure tokens = formula.law().tokens(compute, parameters).as(under + "tokens", "D", "token");
        Figure worthOfTokens = formula.worthOfTokens(tokens).as("training.law.worth_of_tokens", "D'", "token");
        Figure worthOfParameters =
                formula.worthOfParameters(parameters).as("training.law.worth_of_parameters", "N'", "parameter");
        tokens.over(formula.uniqueTokens()).as("training.law.epochs", "", "1");
        Figure loss = formula.law().loss(worthOfParameters, worthOfTokens).as(under + "loss", "L", "nat/token");
        return ComputeOptimal.dense(compute, parameters, tokens, Optional.of(loss));
    }

    // A token costs the same for every parameter, so the gains themselves are equal.
    private static LeastLoss<Figure> balanced(LimitedDataFormula<Figure> formula, Figure n, Figure compute) {
        Figure tokens = formula.law().tokens(compute, n);
        return new LeastLoss<>(formula.parameterGain(n, tokens), formula.tokenGain(n, tokens));
    }
}
