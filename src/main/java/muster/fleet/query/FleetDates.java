package muster.fleet.query;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import muster.diagnostic.Place;
import muster.fleet.stock.FleetMoment;
import muster.fleet.stock.Retirement;

/**
 * When a fleet is counted, and what becomes of its chips until then.
 *
 * @param days when; none for the date of the fleet's own counts
 * @param growth by what factor stocks grow in a year after their last count
 * @param retirement which of the chips sold still run
 * @param place where the dates were asked for
 */
public record FleetDates(List<LocalDate> days, OptionalDouble growth, Retirement retirement, Place place) {

    public FleetDates {
        days = List.copyOf(days);
    }

    /** Each moment at which the fleet is looked at: one at least. */
    List<FleetMoment> moments() {
        return days.isEmpty()
                ? List.of(moment(Optional.empty()))
                : days.stream().map(day -> moment(Optional.of(day))).toList();
    }

    private FleetMoment moment(Optional<LocalDate> day) {
        return new FleetMoment(day, growth, retirement, place);
    }
}
