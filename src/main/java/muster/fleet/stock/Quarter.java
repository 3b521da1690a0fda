package muster.fleet.stock;

import java.util.Optional;
import muster.document.In;
import muster.document.Range;
import muster.uncertainty.Input;

/**
 * What stood at the end of a quarter: published percentiles, which must not be added.
 *
 * @param chips how many chips
 * @param h100e the same in H100-equivalents, as the source rates its chips
 * @param power the design power of the chips
 */
public record Quarter(Chips chips, Optional<Equivalents> h100e, Optional<Power> power) {

    /**
     * Percentiles of a number of chips.
     *
     * @param p5 the 5th percentile, in chips
     * @param p50 the median, in chips
     * @param p95 the 95th percentile, in chips
     */
    public record Chips(
            @In(value = "chip", plain = "1", range = Range.NON_NEGATIVE)
            Input p5,

            @In(value = "chip", plain = "1", range = Range.NON_NEGATIVE)
            Input p50,

            @In(value = "chip", plain = "1", range = Range.NON_NEGATIVE)
            Input p95) {
        public Chips {
            UncertaintyBand.of(p5, p50, p95);
        }

        UncertaintyBand band() {
            return UncertaintyBand.of(p5, p50, p95);
        }
    }

    /**
     * Percentiles of a number of H100-equivalents.
     *
     * @param p5 the 5th percentile, in H100e
     * @param p50 the median, in H100e
     * @param p95 the 95th percentile, in H100e
     */
    public record Equivalents(
            @In(value = "H100e", plain = "1", range = Range.NON_NEGATIVE)
            Input p5,

            @In(value = "H100e", plain = "1", range = Range.NON_NEGATIVE)
            Input p50,

            @In(value = "H100e", plain = "1", range = Range.NON_NEGATIVE)
            Input p95) {
        public Equivalents {
            UncertaintyBand.of(p5, p50, p95);
        }

        UncertaintyBand band() {
            return UncertaintyBand.of(p5, p50, p95);
        }
    }

    /**
     * Percentiles of the design power of chips.
     *
     * @param p5 the 5th percentile, in watts
     * @param p50 the median, in watts
     * @param p95 the 95th percentile, in watts
     */
    public record Power(
            @In(value = "W", range = Range.NON_NEGATIVE) Input p5,
            @In(value = "W", range = Range.NON_NEGATIVE) Input p50,
            @In(value = "W", range = Range.NON_NEGATIVE) Input p95) {
        public Power {
            UncertaintyBand.of(p5, p50, p95);
        }

        UncertaintyBand band() {
            return UncertaintyBand.of(p5, p50, p95);
        }
    }
}
