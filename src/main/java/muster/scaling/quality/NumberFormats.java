package muster.scaling.quality;

import java.util.List;
import java.util.Optional;
import muster.document.In;
import muster.document.Range;
import muster.scaling.law.FitDomain;
import muster.uncertainty.Input;

/**
 * Effective parameters over those of the model when it is trained with few bits (Kumar et al. 2024, arXiv 2411.04330, Eq. 4
 * with the offsets of Appendix K).
 *
 * @param weights how weights suffer
 * @param activations how activations suffer
 * @param cache how keys and values suffer
 * @param afterTraining what is lost when weights are quantized to few bits after training
 * @param domain the models that it was fitted on
 */
public record NumberFormats(
        Part weights, Part activations, Part cache, Optional<AfterTraining> afterTraining, Optional<FitDomain> domain)
        implements QualityLaw {

    /**
     * What weights lose when they are rounded after a training in 16 bits (Eq. 2 of the paper); {@link Conversion} has the formula.
     *
     * @param lossCoefficient C_T
     * @param tokenExponent how it grows with the tokens of the training
     * @param sizeExponent how it falls with the size
     * @param bits how many more bits let it fall by a factor e
     * @param parameterCoefficient A of the loss law of the same runs, by which it is a size
     * @param parameterExponent the exponent of the size there
     */
    public record AfterTraining(
            @In(value = "nat/token", plain = "1") Input lossCoefficient,
            @In("1") Input tokenExponent,
            @In("1") Input sizeExponent,
            @In("1") Input bits,
            @In(value = "nat/token", plain = "1") Input parameterCoefficient,
            @In("1") Input parameterExponent) {
        /** The law at the central values. */
        public Conversion central() {
            return new Conversion(
                    lossCoefficient.central(),
                    tokenExponent.central(),
                    sizeExponent.central(),
                    bits.central(),
                    parameterCoefficient.central(),
                    parameterExponent.central());
        }
    }

    /**
     * How one of them suffers: {@code 1 - exp(-P/gamma + n)} of the size is left with P bits.
     *
     * @param bits gamma, in bits
     * @param offset n
     */
    public record Part(
            @In("1") Input bits,
            @In(value = "1", range = Range.ANY) Input offset) {
        private LowPrecisionLoss.Part central() {
            return new LowPrecisionLoss.Part(bits.central(), offset.central());
        }
    }

    /** The law at the central values. */
    public LowPrecisionLoss central() {
        return new LowPrecisionLoss(List.of(weights.central(), activations.central(), cache.central()));
    }
}
