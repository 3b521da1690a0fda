package muster.scaling.law;

import java.util.Optional;
import muster.document.In;
import muster.scaling.loss.ChinchillaFormula;
import muster.scaling.loss.OuterPowerFormula;
import muster.scaling.loss.PowerTerms;
import muster.trace.Arithmetic;
import muster.uncertainty.Input;

/**
 * The joint law of Kaplan et al. 2020, with its optimum under C = k N D.
 *
 * <pre>
 * L = ((N_c / N)^(alpha_N / alpha_D) + D_c / D)^alpha_D                          (Eq. 1.5)
 * </pre>
 *
 * <p>N counts parameters outside the embedding. The paper's own rule for the size, N ~ C^0.73, is read off other runs.
 *
 * @param parameterScale N_c, in parameter
 * @param parameterExponent alpha_N
 * @param tokenScale D_c, in token
 * @param tokenExponent alpha_D
 * @param flopPerParameterToken k, in FLOP per parameter and token
 * @param domain the models of the fit
 */
public record Kaplan(
        @In("parameter") Input parameterScale,
        @In("1") Input parameterExponent,
        @In("token") Input tokenScale,
        @In("1") Input tokenExponent,
        @In("FLOP/parameter/token") Input flopPerParameterToken,
        Optional<FitDomain> domain)
        implements LossLaw {

    @Override
    public <N extends Arithmetic<N>> OuterPowerFormula<N> formula(LawConstants<N> constants) {
        N parameter = constants.parameter();
        N token = constants.token();
        N nat = constants.nat();
        N outer = constants.input(tokenExponent, "alpha_D");
        N ratio = constants.input(parameterExponent, "alpha_N").over(outer).as("training.law.exponent_ratio", "", "1");
        PowerTerms<N> inside = new PowerTerms<>(
                nat.times(0),
                nat.times(constants.input(parameterScale, "N_c").over(parameter).power(ratio)),
                ratio,
                nat.times(constants.input(tokenScale, "D_c").over(token)),
                constants.number(1),
                parameter,
                token);
        return new OuterPowerFormula<>(
                new ChinchillaFormula<>(inside, constants.input(flopPerParameterToken, "k")), outer, Optional.empty());
    }

    @Override
    public boolean outsideEmbedding() {
        return true;
    }
}
