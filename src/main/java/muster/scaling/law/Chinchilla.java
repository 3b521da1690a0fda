package muster.scaling.law;

import java.util.Map;
import java.util.Optional;
import muster.document.Inline;
import muster.scaling.loss.ChinchillaFormula;
import muster.trace.Arithmetic;

/**
 * The parametric loss of Hoffmann et al. 2022 and its optimum under a training compute C = k N D.
 *
 * <pre>
 * L(N, D) = E + A / N^alpha + B / D^beta                                       (Eq. 2)
 * N = G (C/k)^(beta/(alpha+beta)),  D = C / (k N)                              (Eq. 4)
 * G = (alpha A / (beta B))^(1/(alpha+beta))
 * </pre>
 *
 * N counts single parameters and D single tokens, so powers are of pure numbers. Losses of different constant sets are not
 * comparable: they belong to different texts and tokenizers.
 *
 * @param powers the constants
 * @param domain the models of the fit
 * @param uncertainty in which directions the constants are uncertain together, by name
 */
public record Chinchilla(
        @Inline Powers powers, Optional<FitDomain> domain, Optional<Map<String, Direction>> uncertainty)
        implements LossLaw {

    /** The loss, whose constants are moved together where they are uncertain. */
    @Override
    public <N extends Arithmetic<N>> ChinchillaFormula<N> formula(LawConstants<N> constants) {
        ChinchillaFormula<N> fitted = powers.formula(constants);
        return uncertainty
                .map(directions -> Direction.moved(constants, fitted, directions.values()))
                .orElse(fitted);
    }
}
