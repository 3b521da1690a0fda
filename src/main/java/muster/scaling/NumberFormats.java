package muster.scaling;

import java.util.List;
import muster.document.In;
import muster.document.Range;
import muster.scaling.loss.Formats;
import muster.uncertainty.Input;

/**
 * What is left of a model's size when it is trained with few bits (Kumar et al. 2024, arXiv 2411.04330, Eq. 4 with the offsets of
 * Appendix K).
 *
 * @param weights how weights suffer
 * @param activations how activations suffer
 * @param cache how keys and values suffer
 */
public record NumberFormats(Part weights, Part activations, Part cache) implements QualityLaw {

    /**
     * How one of them suffers: {@code 1 - exp(-P/gamma + n)} of the size is left with P bits.
     *
     * @param bits gamma, in bits
     * @param offset n
     */
    public record Part(
            @In("1") Input bits,
            @In(value = "1", range = Range.ANY) Input offset) {
        private Formats.Part central() {
            return new Formats.Part(bits.central(), offset.central());
        }
    }

    /** The law at the central values. */
    public Formats central() {
        return new Formats(List.of(weights.central(), activations.central(), cache.central()));
    }
}
