package muster.scaling.law;

import java.util.List;
import java.util.Optional;
import muster.scaling.loss.LeastLoss;
import muster.scaling.loss.SizingFormula;
import muster.trace.Chain;
import muster.trace.Figure;
import muster.trace.SolutionCheck;

/**
 * A loss over parameters and tokens on a chain, so that questions of size are put to every law that tells one alike.
 *
 * @param chain the chain that it is on
 * @param formula the loss
 */
public record Surface(Chain chain, SizingFormula<Figure> formula) {

    /** The parameters and tokens of least loss for a compute; recorded, but for the loss. */
    ComputeOptimal optimum(Figure compute, String under) {
        String name = under + "parameters";
        Figure parameters = formula.bestParameters(compute)
                .map(best -> best.as(name, "N", "parameter"))
                .orElseGet(() -> searched(compute, name));
        return sized(compute, parameters, compute.over(formula.flopPerToken(parameters)), under);
    }

    private Figure searched(Figure compute, String name) {
        return LossSearch.under(chain, formula, compute)
                .solved(
                        name,
                        sample ->
                                sample.law(formula).optimum(sample.of(compute)).parameters(),
                        n -> List.of(check(formula.leastLoss(n, compute.over(formula.flopPerToken(n))))));
    }

    /** That both sides of what holds at a best model are equal. */
    public static SolutionCheck check(LeastLoss<Figure> sides) {
        return new SolutionCheck(sides.ofParameters(), sides.ofTokens());
    }

    /** The model of least loss for a compute; recorded. */
    public ComputeOptimal best(Figure compute, String under) {
        ComputeOptimal best = optimum(compute, under);
        return best.of(formula.loss(best.parameters(), best.tokens()).as(under + "loss", "L", "nat/token"));
    }

    /** A model with its active parameters and its tokens recorded. */
    public ComputeOptimal sized(Figure compute, Figure parameters, Figure tokens, String under) {
        Figure active = formula.active(parameters)
                .map(part -> part.as(under + "active_parameters", "n", "parameter"))
                .orElse(parameters);
        return new ComputeOptimal(
                compute, parameters, active, tokens.as(under + "tokens", "D", "token"), Optional.empty());
    }
}
