package muster.inference.calibration;

import java.util.Optional;
import muster.diagnostic.Place;
import muster.document.In;
import muster.document.Otherwise;
import muster.uncertainty.Input;
import muster.uncertainty.Source;
import muster.uncertainty.Tier;
import muster.uncertainty.Uncertain;
import muster.uncertainty.distribution.PointMass;
import muster.unit.Unit;

/**
 * What a family of chips does otherwise than the constants that all share, as factors on groups of them.
 *
 * @param fixed on every fixed cost inside a domain
 * @param memory on the parts of the memory bandwidth
 * @param compute on the parts of the dense rate
 * @param links on the parts of the links' rate
 * @param step on the cost of a step outside of the layers
 * @param block on the cost of bringing the input of a product into 8 bits with a scale for each block
 */
public record ChipFamilyFactors(
        @In("1") @Otherwise(value = "1", because = "no difference was found")
        Input fixed,

        @In("1") @Otherwise(value = "1", because = "no difference was found")
        Input memory,

        @In("1") @Otherwise(value = "1", because = "no difference was found")
        Input compute,

        @In("1") @Otherwise(value = "1", because = "no difference was found")
        Input links,

        @In("1") @Otherwise(value = "1", because = "no difference was found")
        Input step,

        @In("1") @Otherwise(value = "1", because = "no difference was found")
        Input block) {

    /** A family that was not in the fit: the constants as they are. */
    static final ChipFamilyFactors AVERAGE = new ChipFamilyFactors(
            one("fixed", 1), one("memory", 1), one("compute", 1), one("links", 1), one("step", 1), one("block", 1));

    static Input one(String name, double value) {
        return new Input(
                name,
                new Uncertain(new PointMass(value), Unit.ONE),
                Unit.ONE,
                Optional.of(Source.of("average", "the average of the families in the fit", Tier.DEFINITION)),
                Place.argument(name));
    }

    public double fixedCosts() {
        return FactorInputs.central(fixed);
    }

    double memoryRates() {
        return FactorInputs.central(memory);
    }

    public double computeRates() {
        return FactorInputs.central(compute);
    }

    double stepCosts() {
        return FactorInputs.central(step);
    }

    double blockCosts() {
        return FactorInputs.central(block);
    }

    double linkRates() {
        return FactorInputs.central(links);
    }
}
