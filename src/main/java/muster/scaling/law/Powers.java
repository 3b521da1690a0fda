package muster.scaling.law;

import muster.document.In;
import muster.document.Range;
import muster.scaling.loss.ChinchillaFormula;
import muster.scaling.loss.PowerTerms;
import muster.trace.Arithmetic;
import muster.uncertainty.Input;

/**
 * The constants of a loss that is a sum of powers, {@code E + A / N^alpha + B / D^beta} under {@code C = k N D}.
 *
 * @param irreducibleLoss E, in nat per token
 * @param parameterCoefficient A, in nat per token
 * @param parameterExponent alpha
 * @param tokenCoefficient B, in nat per token
 * @param tokenExponent beta
 * @param flopPerParameterToken k, in FLOP per parameter and token
 */
public record Powers(
        @In(value = "nat/token", range = Range.NON_NEGATIVE) Input irreducibleLoss,
        @In("nat/token") Input parameterCoefficient,
        @In("1") Input parameterExponent,
        @In("nat/token") Input tokenCoefficient,
        @In("1") Input tokenExponent,
        @In("FLOP/parameter/token") Input flopPerParameterToken) {

    /** The loss, with the constants of a run or their central values. */
    <N extends Arithmetic<N>> ChinchillaFormula<N> formula(LawConstants<N> constants) {
        N irreducible = constants.input(irreducibleLoss, "E");
        N a = constants.input(parameterCoefficient, "A");
        N alpha = constants.input(parameterExponent, "alpha");
        N b = constants.input(tokenCoefficient, "B");
        N beta = constants.input(tokenExponent, "beta");
        N k = constants.input(flopPerParameterToken, "k");
        return new ChinchillaFormula<>(
                new PowerTerms<>(irreducible, a, alpha, b, beta, constants.parameter(), constants.token()), k);
    }
}
