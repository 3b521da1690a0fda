package muster.scaling.law;

import java.util.Collection;
import java.util.function.Function;
import muster.document.In;
import muster.document.Range;
import muster.scaling.loss.ChinchillaFormula;
import muster.scaling.loss.PowerTerms;
import muster.trace.Arithmetic;
import muster.uncertainty.Input;
import muster.unit.Quantity;

/**
 * A direction in which the constants of a fit are uncertain together. Coefficient and exponent of a term go up and down as one,
 * so that drawing each by itself would spread the loss many times too far; a few independent directions carry their covariance.
 *
 * <pre>
 * A = A_0 exp(sum_i z_i a_i),  alpha = alpha_0 exp(sum_i z_i b_i), ...,  E = E_0 (1 + sum_i z_i e_i)
 * </pre>
 *
 * @param amount z, how far along; a standard normal number
 * @param parameterCoefficient the change of ln A for an amount of one, a pure number
 * @param parameterExponent the change of ln alpha
 * @param tokenCoefficient the change of ln B
 * @param tokenExponent the change of ln beta
 * @param irreducibleLoss the change of E as a part of it, which may be nothing at all
 */
public record Direction(
        @In(value = "1", range = Range.ANY) Input amount,
        Quantity parameterCoefficient,
        Quantity parameterExponent,
        Quantity tokenCoefficient,
        Quantity tokenExponent,
        Quantity irreducibleLoss) {

    /** The constants of a fit, moved along every direction by its amount. */
    static <N extends Arithmetic<N>> ChinchillaFormula<N> moved(
            LawConstants<N> constants, ChinchillaFormula<N> fitted, Collection<Direction> directions) {
        PowerTerms<N> terms = fitted.terms();
        return new ChinchillaFormula<>(
                new PowerTerms<>(
                        terms.irreducible()
                                .times(constants.number(1).plus(sum(constants, directions, Direction::irreducibleLoss)))
                                .as("training.law.drawn.irreducible_loss", "E", "nat/token"),
                        terms.parameterCoefficient()
                                .times(factor(constants, directions, Direction::parameterCoefficient))
                                .as("training.law.drawn.parameter_coefficient", "A", "nat/token"),
                        terms.parameterExponent()
                                .times(factor(constants, directions, Direction::parameterExponent))
                                .as("training.law.drawn.parameter_exponent", "alpha", "1"),
                        terms.tokenCoefficient()
                                .times(factor(constants, directions, Direction::tokenCoefficient))
                                .as("training.law.drawn.token_coefficient", "B", "nat/token"),
                        terms.tokenExponent()
                                .times(factor(constants, directions, Direction::tokenExponent))
                                .as("training.law.drawn.token_exponent", "beta", "1"),
                        terms.parameter(),
                        terms.token()),
                fitted.flopPerParameterToken());
    }

    private static <N extends Arithmetic<N>> N factor(
            LawConstants<N> constants, Collection<Direction> directions, Function<Direction, Quantity> change) {
        return sum(constants, directions, change).exp();
    }

    private static <N extends Arithmetic<N>> N sum(
            LawConstants<N> constants, Collection<Direction> directions, Function<Direction, Quantity> change) {
        return directions.stream()
                .map(direction -> constants
                        .input(direction.amount, "z")
                        .times(change.apply(direction).base()))
                .reduce(Arithmetic::plus)
                .orElseThrow();
    }
}
