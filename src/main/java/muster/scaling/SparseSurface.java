package muster.scaling;

import java.util.Optional;
import muster.scaling.loss.LossLaw;
import muster.scaling.loss.Sparse;
import muster.trace.Chain;
import muster.trace.Figure;

/**
 * A mixture of experts by its sparsity, on a chain ({@link Sparse}).
 *
 * @param sum e, a, alpha, b, beta and k
 * @param sparsity S
 * @param visited 1 - S
 * @param sparsityCoefficient c
 * @param sparsityExponent lambda
 * @param mixedCoefficient d
 * @param mixedSparsityExponent delta
 * @param mixedParameterExponent gamma
 */
record SparseSurface(
        Terms sum,
        Figure sparsity,
        Figure visited,
        Figure sparsityCoefficient,
        Figure sparsityExponent,
        Figure mixedCoefficient,
        Figure mixedSparsityExponent,
        Figure mixedParameterExponent)
        implements Surface {

    @Override
    public Chain chain() {
        return sum.chain();
    }

    // What hangs on neither parameters nor tokens.
    private Figure ofSparsity() {
        return sparsityCoefficient.over(visited.power(sparsityExponent));
    }

    private Figure mixed(Figure parameters) {
        return mixedCoefficient.over(visited.power(mixedSparsityExponent)
                .times(parameters.over(sum.parameter()).power(mixedParameterExponent)));
    }

    @Override
    public Figure loss(Figure parameters, Figure tokens) {
        return sum.loss(parameters, tokens).plus(ofSparsity()).plus(mixed(parameters));
    }

    @Override
    public Figure tokensFor(Figure loss, Figure parameters) {
        return sum.tokensFor(loss.minus(ofSparsity()).minus(mixed(parameters)), parameters);
    }

    @Override
    public Figure perLogParameters(Figure parameters, Figure tokens) {
        return sum.perLogParameters(parameters, tokens).plus(mixedParameterExponent.times(mixed(parameters)));
    }

    @Override
    public Figure perLogTokens(Figure parameters, Figure tokens) {
        return sum.perLogTokens(parameters, tokens);
    }

    @Override
    public Figure flopPerParameterToken() {
        return sum.flopPerParameterToken();
    }

    @Override
    public Figure flopPerToken(Figure parameters) {
        return sum.flopPerToken(parameters.times(visited));
    }

    @Override
    public Optional<Figure> active(Figure parameters) {
        return Optional.of(parameters.times(visited));
    }

    @Override
    public Figure[] arguments(Figure... others) {
        Figure[] own = {
            sparsity,
            sparsityCoefficient,
            sparsityExponent,
            mixedCoefficient,
            mixedSparsityExponent,
            mixedParameterExponent
        };
        return sum.arguments(Terms.joined(own, others));
    }

    @Override
    public LossLaw at(double[] arguments) {
        int own = Terms.COUNT;
        return new Sparse(
                Terms.kernel(arguments),
                arguments[own],
                arguments[own + 1],
                arguments[own + 2],
                arguments[own + 3],
                arguments[own + 4],
                arguments[own + 5]);
    }
}
