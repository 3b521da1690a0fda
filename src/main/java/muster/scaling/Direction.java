package muster.scaling;

import java.util.Collection;
import java.util.function.Function;
import muster.document.In;
import muster.document.Range;
import muster.trace.Chain;
import muster.trace.Figure;
import muster.uncertainty.Input;

/**
 * A direction in which the constants of a fit are uncertain together. Coefficient and exponent of a term go up and down as one,
 * so that drawing each by itself would spread the loss many times too far; a few independent directions carry their covariance.
 *
 * <pre>
 * A = A_0 exp(sum_i z_i a_i),  alpha = alpha_0 + sum_i z_i b_i, ...
 * </pre>
 *
 * @param amount z, how far along; a standard normal number
 * @param logParameterCoefficient the change of ln A for an amount of one
 * @param parameterExponent the change of alpha
 * @param logTokenCoefficient the change of ln B
 * @param tokenExponent the change of beta
 * @param irreducibleLoss the change of E, in nat per token
 */
public record Direction(
        @In(value = "1", range = Range.ANY) Input amount,
        @In(value = "1", range = Range.ANY) Input logParameterCoefficient,
        @In(value = "1", range = Range.ANY) Input parameterExponent,
        @In(value = "1", range = Range.ANY) Input logTokenCoefficient,
        @In(value = "1", range = Range.ANY) Input tokenExponent,
        @In(value = "nat/token", range = Range.ANY) Input irreducibleLoss) {

    /** The constants of a fit, moved along every direction by its amount. */
    static Terms moved(Chain chain, Terms fitted, Collection<Direction> directions) {
        return new Terms(
                fitted.irreducible()
                        .plus(sum(chain, directions, Direction::irreducibleLoss))
                        .as("training.law.drawn.irreducible_loss", "E", "nat/token"),
                fitted.parameterCoefficient()
                        .times(sum(chain, directions, Direction::logParameterCoefficient)
                                .exp())
                        .as("training.law.drawn.parameter_coefficient", "A", "nat/token"),
                fitted.parameterExponent()
                        .plus(sum(chain, directions, Direction::parameterExponent))
                        .as("training.law.drawn.parameter_exponent", "alpha", "1"),
                fitted.tokenCoefficient()
                        .times(sum(chain, directions, Direction::logTokenCoefficient)
                                .exp())
                        .as("training.law.drawn.token_coefficient", "B", "nat/token"),
                fitted.tokenExponent()
                        .plus(sum(chain, directions, Direction::tokenExponent))
                        .as("training.law.drawn.token_exponent", "beta", "1"),
                fitted.flopPerParameterToken(),
                fitted.parameter(),
                fitted.token());
    }

    private static Figure sum(Chain chain, Collection<Direction> directions, Function<Direction, Input> change) {
        return directions.stream()
                .map(direction -> chain.input(direction.amount, "z").times(chain.input(change.apply(direction), "")))
                .reduce(Figure::plus)
                .orElseThrow();
    }
}
