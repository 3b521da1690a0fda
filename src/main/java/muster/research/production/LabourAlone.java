package muster.research.production;

import java.util.Optional;
import java.util.function.ToDoubleFunction;
import muster.document.In;
import muster.document.Otherwise;
import muster.trace.Chain;
import muster.uncertainty.Input;

/**
 * Labour alone counts, as in a count of researcher-months: research needs no experiments that take compute.
 *
 * <pre>
 * X / X0 = n^lambda v
 * </pre>
 *
 * @param name what it is called
 * @param headsExponent lambda, the power of the number of researchers that counts
 * @param baseline the laboratory to which it is compared
 * @param accumulation how progress cumulates
 */
public record LabourAlone(
        String name,

        @In("1") @Otherwise(value = "1", because = "every head counts in full")
        Input headsExponent,

        Laboratory baseline,
        Optional<Accumulation> accumulation)
        implements ResearchLaw {

    @Override
    public ProductionFigures on(Chain chain) {
        return new ProductionFigures(chain.input(headsExponent, "lambda"), Optional.empty(), Optional.empty());
    }

    @Override
    public Production at(ToDoubleFunction<Input> value) {
        return new Production(0, 0, 1, value.applyAsDouble(headsExponent), 1);
    }
}
