package muster.scaling;

import muster.document.In;
import muster.document.Range;
import muster.scaling.loss.PowerSum;
import muster.trace.Chain;
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

    /** The loss at the central values. */
    PowerSum central() {
        return new PowerSum(
                irreducibleLoss.central(),
                parameterCoefficient.central(),
                parameterExponent.central(),
                tokenCoefficient.central(),
                tokenExponent.central(),
                flopPerParameterToken.central());
    }

    Terms figures(Chain chain) {
        return new Terms(
                chain,
                chain.input(irreducibleLoss, "E"),
                chain.input(parameterCoefficient, "A"),
                chain.input(parameterExponent, "alpha"),
                chain.input(tokenCoefficient, "B"),
                chain.input(tokenExponent, "beta"),
                chain.input(flopPerParameterToken, "k"),
                Counted.parameter(chain),
                Counted.token(chain));
    }
}
