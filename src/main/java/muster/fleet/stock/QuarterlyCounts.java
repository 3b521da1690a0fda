package muster.fleet.stock;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.function.Function;
import muster.diagnostic.Problems;
import muster.uncertainty.Input;

/**
 * The quarters of one count, in order.
 *
 * @param quarters the quarters by their last day
 * @param growth by what factor the stock grows in a year after the last, where that was asked for
 */
public record QuarterlyCounts(NavigableMap<LocalDate, Quarter> quarters, OptionalDouble growth) {

    /** The quarters of a file; what is no last day of a quarter, and a quarter that is missing, are reported. */
    public static Optional<QuarterlyCounts> of(Map<String, Quarter> written, OptionalDouble growth, Problems problems) {
        int before = problems.reports();
        NavigableMap<LocalDate, Quarter> quarters = new TreeMap<>();
        written.forEach((text, quarter) -> {
            Optional<LocalDate> end = day(text).filter(day -> day.equals(Quarters.end(day)));
            if (end.isPresent()) {
                quarters.put(end.get(), quarter);
            } else {
                problems.error(
                        "not-a-date",
                        quarter.chips().p5().place(),
                        "'%s' is not the last day of a quarter, as 2025-12-31".formatted(text));
            }
        });
        quarters.forEach((end, quarter) -> {
            if (!end.equals(quarters.firstKey()) && !quarters.containsKey(previous(end))) {
                problems.error(
                        "missing-quarter",
                        quarter.chips().p5().place(),
                        "the quarter before this one, to %s, is missing".formatted(previous(end)));
            }
        });
        return problems.reports() == before ? Optional.of(new QuarterlyCounts(quarters, growth)) : Optional.empty();
    }

    private static LocalDate previous(LocalDate end) {
        return Quarters.end(end.plusDays(1).minusMonths(6));
    }

    private static Optional<LocalDate> day(String text) {
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    public StockSeries chips() {
        return series(quarter -> Optional.of(quarter.chips().band())).orElseThrow();
    }

    /** The same in H100e as the source rates its chips; nothing where it does not for every quarter. */
    public Optional<StockSeries> h100e() {
        return series(quarter -> quarter.h100e().map(Quarter.Equivalents::band));
    }

    /** The design power; nothing where the source has none for a quarter. */
    public Optional<StockSeries> power() {
        return series(quarter -> quarter.power().map(Quarter.Power::band));
    }

    private Optional<StockSeries> series(Function<Quarter, Optional<UncertaintyBand>> band) {
        NavigableMap<LocalDate, UncertaintyBand> ends = new TreeMap<>();
        quarters.forEach((end, quarter) -> band.apply(quarter).ifPresent(value -> ends.put(end, value)));
        return ends.size() < quarters.size() ? Optional.empty() : Optional.of(new StockSeries(ends, growth));
    }

    /** The number that a value at a date is taken from. */
    Input source(LocalDate date) {
        Map.Entry<LocalDate, Quarter> quarter = quarters.ceilingEntry(date);
        return (quarter == null ? quarters.lastEntry() : quarter)
                .getValue()
                .chips()
                .p50();
    }
}
