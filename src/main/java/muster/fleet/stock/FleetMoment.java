package muster.fleet.stock;

import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalDouble;
import muster.diagnostic.Place;

/**
 * When a fleet is looked at.
 *
 * @param date the date; without one, that of the fleet
 * @param growth by what factor a stock grows in a year after its last count, where that was asked for
 * @param retirement which of the chips sold still run
 * @param place where the date was asked for
 */
public record FleetMoment(Optional<LocalDate> date, OptionalDouble growth, Retirement retirement, Place place) {

    /** The date of the fleet's own counts. */
    public static FleetMoment own(Place place) {
        return at(Optional.empty(), place);
    }

    /** A date within the fleet's data, nothing retired. */
    public static FleetMoment at(Optional<LocalDate> date, Place place) {
        return new FleetMoment(date, OptionalDouble.empty(), new Retirement.None(), place);
    }

    FleetMoment on(LocalDate day) {
        return new FleetMoment(Optional.of(day), growth, retirement, place);
    }
}
