package muster.scaling;

import java.util.Optional;
import muster.scaling.loss.LossLaw;
import muster.scaling.loss.PowerSum;
import muster.scaling.loss.Tempered;
import muster.trace.Chain;
import muster.trace.Figure;

/**
 * A sum of powers to a power, on a chain ({@link Tempered}).
 *
 * @param sum E, and what the power is taken of
 * @param outer gamma
 * @param exact what a token costs beside the products with parameters, where that is counted
 */
record TemperedSurface(Terms sum, Figure outer, Optional<ExactFlop> exact) implements Surface {

    /**
     * What a token costs over k N: {@code 1 + c_1 N^(-1/3) + c_2 N^(-2/3)}.
     *
     * @param attention c_1
     * @param embedding c_2
     */
    record ExactFlop(Figure attention, Figure embedding) {}

    @Override
    public Chain chain() {
        return sum.chain();
    }

    @Override
    public Figure loss(Figure parameters, Figure tokens) {
        Figure nat = Counted.nat(chain());
        return sum.irreducible()
                .plus(nat.times(sum.parameterTerm(parameters)
                        .plus(sum.tokenTerm(tokens))
                        .over(nat)
                        .power(outer)));
    }

    @Override
    public Figure tokensFor(Figure loss, Figure parameters) {
        Figure nat = Counted.nat(chain());
        Figure inside = nat.times(
                loss.minus(sum.irreducible()).over(nat).power(chain().one().over(outer)));
        return sum.tokensOf(inside.minus(sum.parameterTerm(parameters)));
    }

    @Override
    public Figure perLogParameters(Figure parameters, Figure tokens) {
        return sum.perLogParameters(parameters, tokens);
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
        Figure products = sum.flopPerToken(parameters);
        return exact.map(more -> products.times(
                        chain().one().plus(attention(more, parameters)).plus(embedding(more, parameters))))
                .orElse(products);
    }

    @Override
    public Figure flopElasticity(Figure parameters) {
        Figure one = chain().one();
        return exact.map(more -> one.plus(attention(more, parameters).times(2.0 / 3))
                        .plus(embedding(more, parameters).times(1.0 / 3))
                        .over(one.plus(attention(more, parameters)).plus(embedding(more, parameters))))
                .orElse(one);
    }

    private Figure attention(ExactFlop more, Figure parameters) {
        return more.attention()
                .over(parameters.over(sum.parameter()).power(chain().one().over(chain().number(3))));
    }

    private Figure embedding(ExactFlop more, Figure parameters) {
        return more.embedding()
                .over(parameters.over(sum.parameter()).power(chain().number(2).over(chain().number(3))));
    }

    @Override
    public Sized optimum(Figure compute, String under) {
        // The outer power has no part in where the optimum lies.
        return exact.isEmpty() ? sum.optimum(compute, under) : Surface.super.optimum(compute, under);
    }

    @Override
    public Figure[] arguments(Figure... others) {
        Figure zero = chain().number(0);
        Figure[] own = {
            outer,
            exact.map(ExactFlop::attention).orElse(zero),
            exact.map(ExactFlop::embedding).orElse(zero)
        };
        return sum.arguments(Terms.joined(own, others));
    }

    @Override
    public LossLaw at(double[] arguments) {
        PowerSum whole = Terms.kernel(arguments);
        return new Tempered(
                whole.irreducible(),
                whole.without(),
                arguments[Terms.COUNT],
                arguments[Terms.COUNT + 1],
                arguments[Terms.COUNT + 2]);
    }
}
