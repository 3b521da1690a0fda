package muster.fleet.query;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import muster.catalog.Catalog;
import muster.diagnostic.Problems;
import muster.document.yaml.Text;
import muster.fleet.chips.ChipType;
import muster.fleet.stock.Fleet;
import muster.fleet.stock.Holding;
import muster.fleet.stock.Quarter;
import muster.fleet.stock.QuarterlyCounts;
import muster.uncertainty.Input;

/**
 * What a fleet that is counted by quarter says otherwise than another one: its stocks at the dates of both, of each maker and of
 * each maker's chips with an owner. A maker's stock is the total of the source where it states one, else the sum of its medians.
 *
 * @param rows the stocks at dates of both
 * @param gone stocks that only the one has
 * @param added stocks that only the other has
 * @param ends stocks whose last date differs
 */
public record FleetRestatement(List<Row> rows, List<String> gone, List<String> added, List<End> ends) {

    public FleetRestatement {
        rows = List.copyOf(rows);
        gone = List.copyOf(gone);
        added = List.copyOf(added);
        ends = List.copyOf(ends);
    }

    /**
     * A stock at a date.
     *
     * @param chips the median number of chips
     * @param h100e the median of its H100e as the source rates its chips, where it does
     */
    public record Stock(double chips, OptionalDouble h100e) {
        private Stock plus(Stock other) {
            return new Stock(
                    chips + other.chips,
                    h100e.isPresent() && other.h100e.isPresent()
                            ? OptionalDouble.of(h100e.getAsDouble() + other.h100e.getAsDouble())
                            : OptionalDouble.empty());
        }
    }

    /**
     * A stock in both.
     *
     * @param stock whose it is, as {@code NVIDIA} or {@code NVIDIA of meta}
     * @param date the date
     * @param before what it is in the one
     * @param after what it is in the other
     */
    public record Row(String stock, LocalDate date, Stock before, Stock after) {
        /** The number of chips in the other over that in the one. */
        public double ofChips() {
            return after.chips / before.chips;
        }

        /** The H100e in the other over those in the one, where both have them. */
        public OptionalDouble ofH100e() {
            return before.h100e.isPresent() && after.h100e.isPresent() && before.h100e.getAsDouble() > 0
                    ? OptionalDouble.of(after.h100e.getAsDouble() / before.h100e.getAsDouble())
                    : OptionalDouble.empty();
        }

        /** By which part the number of chips or the H100e changed, whichever changed more. */
        public double change() {
            return Math.max(Math.abs(ofChips() - 1), Math.abs(ofH100e().orElse(1) - 1));
        }
    }

    /**
     * The last date of a stock.
     *
     * @param stock whose it is
     * @param before its last date in the one
     * @param after its last date in the other
     */
    public record End(String stock, LocalDate before, LocalDate after) {}

    /** What the fleet of one catalog says otherwise than one of another; nothing unless both are counted by quarter. */
    public static Optional<FleetRestatement> between(
            Catalog old, Text before, Catalog now, Text after, Problems problems) {
        Map<String, NavigableMap<LocalDate, Stock>> was = stocks(old, before, problems);
        Map<String, NavigableMap<LocalDate, Stock>> is = stocks(now, after, problems);
        if (was.isEmpty() || is.isEmpty()) {
            return Optional.empty();
        }
        List<Row> rows = new ArrayList<>();
        List<End> ends = new ArrayList<>();
        was.forEach((stock, quarters) -> {
            NavigableMap<LocalDate, Stock> later = is.getOrDefault(stock, new TreeMap<>());
            quarters.forEach((date, then) -> Optional.ofNullable(later.get(date))
                    .filter(same -> then.chips > 0)
                    .ifPresent(same -> rows.add(new Row(stock, date, then, same))));
            if (!later.isEmpty() && !later.lastKey().equals(quarters.lastKey())) {
                ends.add(new End(stock, quarters.lastKey(), later.lastKey()));
            }
        });
        return Optional.of(new FleetRestatement(rows, without(was, is), without(is, was), ends));
    }

    private static List<String> without(Map<String, ?> these, Map<String, ?> those) {
        return these.keySet().stream()
                .filter(stock -> !those.containsKey(stock))
                .toList();
    }

    private static Map<String, NavigableMap<LocalDate, Stock>> stocks(Catalog catalog, Text id, Problems problems) {
        Map<String, NavigableMap<LocalDate, Stock>> stocks = new LinkedHashMap<>();
        catalog.bind(Fleet.KIND, id, "fleet", problems).ifPresent(fleet -> {
            fleet.entries().values().forEach(entry -> {
                if (entry.holding() instanceof Holding.Quarterly quarterly) {
                    vendor(quarterly.chip(), catalog, problems).ifPresent(vendor -> {
                        add(stocks, vendor, quarterly.quarters(), problems);
                        entry.owner()
                                .ifPresent(owner -> add(stocks, of(vendor, owner), quarterly.quarters(), problems));
                    });
                } else if (entry.holding() instanceof Holding.ByOwner split) {
                    vendor(split.chip(), catalog, problems)
                            .ifPresent(vendor -> split.owners()
                                    .forEach((owner, quarters) -> add(stocks, of(vendor, owner), quarters, problems)));
                }
            });
            fleet.totals()
                    .ifPresent(all -> all.forEach((vendor, quarters) -> {
                        stocks.remove(vendor);
                        add(stocks, vendor, quarters, problems);
                    }));
        });
        return stocks;
    }

    private static Optional<String> vendor(Text chip, Catalog catalog, Problems problems) {
        return ChipType.find(chip, catalog, problems).map(ChipType::vendor);
    }

    private static String of(String vendor, String owner) {
        return vendor + " of " + owner;
    }

    private static void add(
            Map<String, NavigableMap<LocalDate, Stock>> stocks,
            String stock,
            Map<String, Quarter> written,
            Problems problems) {
        QuarterlyCounts.of(written, OptionalDouble.empty(), problems)
                .ifPresent(counts -> counts.quarters()
                        .forEach((date, quarter) -> stocks.computeIfAbsent(stock, key -> new TreeMap<>())
                                .merge(
                                        date,
                                        new Stock(
                                                central(quarter.chips().p50()),
                                                quarter.h100e().stream()
                                                        .mapToDouble(h100e -> central(h100e.p50()))
                                                        .findFirst()),
                                        Stock::plus)));
    }

    private static double central(Input input) {
        return input.value().distribution().central();
    }
}
