package muster.fleet;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import muster.document.Text;
import muster.format.Precision;
import muster.uncertainty.Sampling;

/**
 * What is asked of a fleet.
 *
 * @param fleet the id of the fleet, where it is named
 * @param dates when; none for the date of the fleet's own counts
 * @param by what its rows tell apart
 * @param precision the precision at which rates count
 * @param h100eBasis what is compared when chips are counted as H100
 * @param asRated whether H100e as the source rates its chips are what is asked for
 * @param owner only chips of this owner
 * @param chip only this kind of chip
 * @param vendor only chips of this maker
 * @param part only this part of all hardware
 * @param growth by what factor stocks grow in a year after their last count
 * @param retirement which of the chips sold still run
 * @param sampling how uncertain counts are sampled
 */
public record FleetQuery(
        Text fleet,
        List<LocalDate> dates,
        By by,
        Precision precision,
        H100eBasis h100eBasis,
        boolean asRated,
        Optional<Text> owner,
        Optional<Text> chip,
        Optional<Text> vendor,
        Optional<Part> part,
        OptionalDouble growth,
        Retirement retirement,
        Sampling sampling) {

    public FleetQuery {
        dates = List.copyOf(dates);
    }

    /** What rows tell apart. */
    public enum By {
        CHIP,
        OWNER,
        VENDOR,
        DATE;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** The name of a measure in the answer: {@code h100e} is on the basis that was asked for, any other names its basis. */
    public String name(Measure measure) {
        return switch (measure) {
            case H100E -> asRated ? "h100e_8_bit" : "h100e";
            case H100E_AS_RATED -> asRated ? "h100e" : "h100e_epoch";
            default -> measure.toString();
        };
    }

    boolean tellsOwnersApart() {
        return by == By.OWNER || owner.isPresent();
    }
}
