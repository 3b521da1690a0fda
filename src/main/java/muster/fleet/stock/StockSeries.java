package muster.fleet.stock;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.NavigableMap;
import java.util.OptionalDouble;

/**
 * A stock of chips from quarter to quarter. Within a quarter it rises on a straight line, and before the first quarter there
 * is none. All its dates rise and fall as one: what is uncertain is the level, not the path.
 *
 * @param ends the stock at the ends of quarters
 * @param growth by what factor the stock grows in a year after the last quarter, where that was asked for
 */
public record StockSeries(NavigableMap<LocalDate, UncertaintyBand> ends, OptionalDouble growth) {
    private static final double YEAR_DAYS = 365;

    /** The day before its first quarter, on which there is none yet. */
    LocalDate start() {
        return Quarters.start(ends.firstKey()).minusDays(1);
    }

    public LocalDate last() {
        return ends.lastKey();
    }

    /** The stock at a date, nothing of it retired; after the last quarter what it was then, unless a growth is given. */
    public UncertaintyBand at(LocalDate date) {
        if (!date.isAfter(start())) {
            return UncertaintyBand.NONE;
        }
        if (date.isAfter(last())) {
            return ends.lastEntry().getValue().times(growth(growth.orElse(1), last(), date));
        }
        Map.Entry<LocalDate, UncertaintyBand> after = ends.ceilingEntry(date);
        Map.Entry<LocalDate, UncertaintyBand> before = ends.lowerEntry(date);
        LocalDate from = before == null ? start() : before.getKey();
        UncertaintyBand low = before == null ? UncertaintyBand.NONE : before.getValue();
        double part = (double) ChronoUnit.DAYS.between(from, date) / ChronoUnit.DAYS.between(from, after.getKey());
        return part == 1
                ? after.getValue()
                : low.plus(after.getValue().minus(low).times(part));
    }

    /**
     * The part of the stock at a date that still runs.
     *
     * <pre>
     * half-life:  sum over quarters of (sold in the quarter) * 2^(-(date - middle of the quarter) / half-life)
     * lifetime:   stock(date) - stock(date - lifetime)
     * </pre>
     */
    UncertaintyBand running(LocalDate date, Retirement retirement) {
        if (retirement instanceof Retirement.Lifetime lifetime) {
            return at(date).minus(at(date.minusDays(lifetime.days())));
        }
        return retirement instanceof Retirement.HalfLife curve ? decayed(date, curve) : at(date);
    }

    private UncertaintyBand decayed(LocalDate date, Retirement.HalfLife curve) {
        UncertaintyBand running = UncertaintyBand.NONE;
        LocalDate from = start();
        while (from.isBefore(date)) {
            LocalDate end = Quarters.end(from.plusDays(1));
            LocalDate to = end.isBefore(date) ? end : date;
            double age = ChronoUnit.DAYS.between(to, date) + ChronoUnit.DAYS.between(from, to) / 2.0;
            running = running.plus(at(to).minus(at(from)).times(curve.surviving(age)));
            from = to;
        }
        return running;
    }

    /** By what factor a stock grows from one date to another, at so much a year of 365 days. */
    static double growth(double perYear, LocalDate from, LocalDate to) {
        return Math.pow(perYear, ChronoUnit.DAYS.between(from, to) / YEAR_DAYS);
    }
}
