package muster.scaling.loss;

import java.util.Optional;
import java.util.function.Function;
import muster.trace.Arithmetic;

/**
 * A sum of powers to a power: the joint law of Kaplan et al. 2020 (arXiv 2001.08361, Eq. 1.5) and the supervised law of Busbridge
 * et al. 2025 (arXiv 2502.08606, Eq. 1), which also counts the arithmetic of a token exactly (App. H, Eq. 69).
 *
 * <pre>
 * L = E + (A / N^alpha + B / D^beta)^gamma
 * FLOP per training token = k N (1 + c_1 N^(-1/3) + c_2 N^(-2/3)), or k N
 * </pre>
 *
 * @param sum E, and what the power is taken of
 * @param outer gamma
 * @param exact what a token costs beside the products with parameters, where that is counted
 * @param <N> the numbers
 */
public record OuterPowerFormula<N extends Arithmetic<N>>(
        ChinchillaFormula<N> sum, N outer, Optional<ExactFlop<N>> exact) implements SizingFormula<N> {

    /**
     * What a token costs over k N: {@code 1 + c_1 N^(-1/3) + c_2 N^(-2/3)}.
     *
     * @param attention c_1
     * @param embedding c_2
     * @param <N> the numbers
     */
    public record ExactFlop<N extends Arithmetic<N>>(N attention, N embedding) {}

    @Override
    public N loss(N parameters, N tokens) {
        N nat = LawUnits.nat(parameters);
        return sum.terms()
                .irreducible()
                .plus(nat.times(inside(parameters, tokens).over(nat).power(outer)));
    }

    private N inside(N parameters, N tokens) {
        return sum.terms().parameterTerm(parameters).plus(sum.terms().tokenTerm(tokens));
    }

    @Override
    public N tokensFor(N loss, N parameters) {
        N nat = LawUnits.nat(loss);
        N inside = nat.times(loss.minus(sum.terms().irreducible())
                .over(nat)
                .power(loss.number(1).over(outer)));
        return sum.terms().tokensOf(inside.minus(sum.terms().parameterTerm(parameters)));
    }

    @Override
    public N parameterGain(N parameters, N tokens) {
        return sum.parameterGain(parameters, tokens);
    }

    @Override
    public N tokenGain(N parameters, N tokens) {
        return sum.tokenGain(parameters, tokens);
    }

    /** gamma (A / N^alpha + B / D^beta)^(gamma - 1). */
    @Override
    public N gainScale(N parameters, N tokens) {
        N inside = inside(parameters, tokens).over(LawUnits.nat(parameters));
        return outer.times(inside.power(outer.minus(outer.number(1))));
    }

    @Override
    public N flopPerParameterToken() {
        return sum.flopPerParameterToken();
    }

    @Override
    public N flopPerToken(N parameters) {
        N products = sum.flopPerToken(parameters);
        if (exact.isEmpty()) {
            return products;
        }
        N attention = attention(exact.get(), parameters);
        N embedding = embedding(exact.get(), parameters);
        return products.times(parameters.number(1).plus(attention).plus(embedding));
    }

    @Override
    public N flopElasticity(N parameters) {
        N one = parameters.number(1);
        if (exact.isEmpty()) {
            return one;
        }
        N attention = attention(exact.get(), parameters);
        N embedding = embedding(exact.get(), parameters);
        return one.plus(attention.times(2.0 / 3))
                .plus(embedding.times(1.0 / 3))
                .over(one.plus(attention).plus(embedding));
    }

    private N attention(ExactFlop<N> more, N parameters) {
        return more.attention().over(thirds(parameters, 1));
    }

    private N embedding(ExactFlop<N> more, N parameters) {
        return more.embedding().over(thirds(parameters, 2));
    }

    private N thirds(N parameters, int count) {
        return parameters
                .over(sum.terms().parameter())
                .power(parameters.number(count).over(parameters.number(3)));
    }

    // The outer power has no part in where the optimum lies.
    @Override
    public Optional<N> bestParameters(N compute) {
        return exact.isEmpty() ? sum.bestParameters(compute) : Optional.empty();
    }

    @Override
    public <M extends Arithmetic<M>> OuterPowerFormula<M> map(Function<N, M> each) {
        return new OuterPowerFormula<>(
                sum.map(each),
                each.apply(outer),
                exact.map(more -> new ExactFlop<>(each.apply(more.attention()), each.apply(more.embedding()))));
    }
}
