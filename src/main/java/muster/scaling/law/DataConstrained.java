package muster.scaling.law;

import java.util.Optional;
import muster.document.In;
import muster.document.Inline;
import muster.scaling.loss.LimitedDataFormula;
import muster.scaling.loss.LossSurface;
import muster.trace.Arithmetic;
import muster.trace.Chain;
import muster.trace.Figure;
import muster.uncertainty.Input;

/**
 * A sum of powers in which tokens seen again are worth less (Muennighoff et al. 2023, arXiv 2305.16264).
 *
 * @param powers the constants of the loss without repetition
 * @param uniqueTokens U, the tokens that there are
 * @param tokenReuse R_D, repetitions until a token has given most of its worth
 * @param parameterReuse R_N, the same of parameters beyond what the unique tokens fill
 * @param domain the models of the fit
 */
public record DataConstrained(
        @Inline Powers powers,
        @In("token") Input uniqueTokens,
        @In("1") Input tokenReuse,
        @In("1") Input parameterReuse,
        Optional<FitDomain> domain)
        implements Law {

    @Override
    public ComputeOptimal apply(Chain chain, Figure compute, String under) {
        return LimitedDataOptimum.best(chain, formula(LawConstants.on(chain)), compute, under);
    }

    /** The loss, with the constants of a run or their central values. */
    <N extends Arithmetic<N>> LimitedDataFormula<N> formula(LawConstants<N> constants) {
        return LimitedDataFormula.of(
                powers.formula(constants),
                constants.input(uniqueTokens, "U"),
                constants.input(tokenReuse, "R_D"),
                constants.input(parameterReuse, "R_N"));
    }

    @Override
    public Optional<String> unsizable() {
        return Optional.of("its data are limited already. Maybe muennighoff-c4 with training.sizing.unique_tokens?");
    }

    @Override
    public Optional<LossSurface> loss() {
        return Optional.of(LossSurface.of(formula(LawConstants.central())));
    }
}
