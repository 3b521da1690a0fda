package muster.fleet;

import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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
 * @param uses what chips can be used for, by the name of the chip, where rows tell that apart
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
        Sampling sampling,
        Map<String, Use> uses) {

    public FleetQuery {
        dates = List.copyOf(dates);
        uses = Collections.unmodifiableMap(new LinkedHashMap<>(uses));
    }

    /** The same fleet chip by chip, of whose amounts nothing is asked. */
    public FleetQuery listing() {
        return with(By.CHIP, new Sampling(sampling.seed(), 1, 1), Map.of());
    }

    /** The same fleet by what its chips can be used for, which is told by chip; H100e count on the 8-bit basis. */
    public FleetQuery byUse(Map<String, Use> known) {
        return with(By.USE, sampling, known);
    }

    private FleetQuery with(By rows, Sampling how, Map<String, Use> known) {
        return new FleetQuery(
                fleet,
                dates,
                rows,
                Precision.SIXTEEN_BIT,
                H100eBasis.EIGHT_BIT,
                false,
                owner,
                chip,
                vendor,
                part,
                growth,
                retirement,
                how,
                known);
    }

    /** What rows tell apart. */
    public enum By {
        CHIP,
        OWNER,
        VENDOR,
        DATE,
        /** By what chips can be used for; not of a fleet alone. */
        USE;

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
