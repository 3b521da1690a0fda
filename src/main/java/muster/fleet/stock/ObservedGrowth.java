package muster.fleet.stock;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import muster.fleet.chips.FleetAmount;
import muster.fleet.chips.FleetFigures;
import muster.trace.Chain;
import muster.trace.Figure;
import muster.uncertainty.Source;
import muster.uncertainty.Tier;
import muster.uncertainty.sampling.SampleBatch;
import muster.unit.Quantity;

/**
 * By what factor a fleet of the catalog grew between two dates: the ratio of its dense peak rates by the central counts.
 * Counts of all dates rise and fall as one, so the ratio is taken as certain although the counts are not.
 *
 * <pre>
 * fleet.growth         = fleet.growth.to / fleet.growth.from
 * fleet.monthly_growth = fleet.growth ^ (month of 30 days / time between the dates)
 * </pre>
 *
 * @param fromFlopPerSecond the peak rate at the earlier date
 * @param toFlopPerSecond the peak rate at the later one
 * @param days the time between them
 * @param source the fleet and the dates, in words
 */
public record ObservedGrowth(double fromFlopPerSecond, double toFlopPerSecond, double days, Source source) {

    public static ObservedGrowth between(
            String fleet, FleetAmount then, LocalDate since, FleetAmount now, LocalDate until) {
        return new ObservedGrowth(
                peakFlopPerSecond(then),
                peakFlopPerSecond(now),
                ChronoUnit.DAYS.between(since, until),
                Source.of("growth", "counts of %s on %s and %s".formatted(fleet, since, until), Tier.DERIVED));
    }

    private static double peakFlopPerSecond(FleetAmount amount) {
        Chain aside = new Chain(SampleBatch.central());
        return amount.peak(aside, amount.chips(aside)).central("FLOP/s").base();
    }

    /** The factor of a month. */
    public Figure monthly(Chain chain) {
        Figure grown = constant(chain, FleetFigures.GROWTH_TO, toFlopPerSecond, "FLOP/s")
                .over(constant(chain, FleetFigures.GROWTH_FROM, fromFlopPerSecond, "FLOP/s"))
                .as(FleetFigures.GROWTH, "", "1");
        Figure time = constant(chain, FleetFigures.GROWTH_TIME, days, "day");
        Figure month = chain.constant(
                FleetFigures.GROWTH_MONTH,
                "",
                Quantity.of(1, "month"),
                Source.of("definition", "a month of 30 days", Tier.DEFINITION));
        return grown.power(month.over(time)).as(FleetFigures.MONTHLY_GROWTH, "", "1");
    }

    private Figure constant(Chain chain, String name, double value, String unit) {
        return chain.constant(name, "", Quantity.of(value, unit), source);
    }
}
