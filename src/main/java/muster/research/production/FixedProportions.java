package muster.research.production;

import java.util.Optional;
import java.util.function.ToDoubleFunction;
import muster.document.In;
import muster.document.Otherwise;
import muster.trace.Chain;
import muster.uncertainty.Input;

/**
 * Labour and compute are of use in one proportion alone, that of the laboratory: whichever is short binds (Leontief).
 *
 * <pre>
 * X / X0 = min(c, n^lambda v)
 * </pre>
 *
 * @param name what it is called
 * @param headsExponent lambda, the power of the number of researchers that counts
 * @param baseline the laboratory whose proportion it is
 * @param accumulation how progress cumulates
 */
public record FixedProportions(
        String name,

        @In("1") @Otherwise(value = "1", because = "every head counts in full")
        Input headsExponent,

        Laboratory baseline,
        Optional<Accumulation> accumulation)
        implements ResearchLaw {

    private static final double HALF = 0.5;

    @Override
    public ProductionFigures on(Chain chain) {
        return new ProductionFigures(
                chain.input(headsExponent, "lambda"),
                Optional.empty(),
                Optional.of(new ProductionFigures.Experiments(Optional.empty(), Optional.empty())));
    }

    // The weight drops out of a minimum.
    @Override
    public Production at(ToDoubleFunction<Input> value) {
        return new Production(HALF, Double.NEGATIVE_INFINITY, 1, value.applyAsDouble(headsExponent), 1);
    }
}
