package muster.research.production;

import java.util.Optional;
import java.util.function.ToDoubleFunction;
import muster.document.In;
import muster.document.Otherwise;
import muster.document.Range;
import muster.trace.Chain;
import muster.trace.Figure;
import muster.uncertainty.Input;

/**
 * A law by its constants: labour and compute stand in for one another with a constant elasticity.
 *
 * <pre>
 * X / X0 = ((s c^(zeta rho) + (1 - s) (n^lambda v)^rho)^(1 / rho))^k
 * </pre>
 *
 * @param name what it is called
 * @param computeWeight s, the weight of compute at the baseline
 * @param substitution rho; 0 is Cobb and Douglas's, 1 one input as good as the other
 * @param computeExponent zeta, the power of compute that counts
 * @param headsExponent lambda, the power of the number of researchers that counts
 * @param outerExponent k, the power of the whole that counts
 * @param baseline the laboratory at which the weight holds
 * @param accumulation how progress cumulates
 */
public record ConstantElasticity(
        String name,
        @In(value = "1", range = Range.PART) Input computeWeight,
        @In(value = "1", range = Range.ANY) Input substitution,

        @In("1") @Otherwise(value = "1", because = "all compute counts")
        Input computeExponent,

        @In("1") @Otherwise(value = "1", because = "every head counts in full")
        Input headsExponent,

        @In("1") @Otherwise(value = "1", because = "the mean itself is the rate")
        Input outerExponent,

        Laboratory baseline,
        Optional<Accumulation> accumulation)
        implements ResearchLaw {

    @Override
    public ProductionFigures on(Chain chain) {
        Figure weight = chain.input(computeWeight, "s");
        Figure rho = chain.input(substitution, "rho");
        boolean bounded = substitution.value().distribution().greatest() < 0;
        return new ProductionFigures(
                chain.input(headsExponent, "lambda"),
                unlessOne(chain, outerExponent, "k"),
                Optional.of(new ProductionFigures.Experiments(
                        unlessOne(chain, computeExponent, "zeta"),
                        Optional.of(new ProductionFigures.Mean(weight, rho, bounded)))));
    }

    // A power of one changes nothing and would only make the expression longer.
    private static Optional<Figure> unlessOne(Chain chain, Input exponent, String symbol) {
        boolean one = exponent.value().distribution().certain() && chain.look(exponent) == 1;
        return one ? Optional.empty() : Optional.of(chain.input(exponent, symbol));
    }

    @Override
    public Production at(ToDoubleFunction<Input> value) {
        return new Production(
                value.applyAsDouble(computeWeight),
                value.applyAsDouble(substitution),
                value.applyAsDouble(computeExponent),
                value.applyAsDouble(headsExponent),
                value.applyAsDouble(outerExponent));
    }
}
