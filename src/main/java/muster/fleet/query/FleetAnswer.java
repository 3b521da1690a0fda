package muster.fleet.query;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import muster.catalog.Catalog;
import muster.diagnostic.Nearest;
import muster.diagnostic.Problems;
import muster.document.yaml.Text;
import muster.fleet.chips.ChipLot;
import muster.fleet.chips.ChipType;
import muster.fleet.chips.H100eBasis;
import muster.fleet.stock.CountBasis;
import muster.fleet.stock.Fleet;
import muster.fleet.stock.FleetLine;
import muster.fleet.stock.FleetMoment;
import muster.fleet.stock.FleetStock;
import muster.fleet.stock.LastCount;
import muster.fleet.stock.QuarterlyCounts;
import muster.fleet.stock.Retirement;
import muster.fleet.stock.Stocktaking;
import muster.hardware.Chip;
import muster.uncertainty.sampling.Percentiles;
import muster.unit.NumberText;

/** Works out the answer to a query of a fleet, date by date and basis by basis. */
final class FleetAnswer {
    private static final String UNNAMED = "not named";
    private static final Set<String> REST = Set.of("other", UNNAMED);
    // Beyond this a difference is no matter of rounding.
    private static final double RATED_ALIKE = 0.01;

    private final Fleet fleet;
    private final FleetQuery query;
    private final ChipType h100;
    private final Catalog catalog;
    private final Problems problems;
    private final Set<String> remarks = new LinkedHashSet<>();
    private final Set<String> explained = new LinkedHashSet<>();

    FleetAnswer(Fleet fleet, FleetQuery query, ChipType h100, Catalog catalog, Problems problems) {
        this.fleet = fleet;
        this.query = query;
        this.h100 = h100;
        this.catalog = catalog;
        this.problems = problems;
    }

    Set<String> remarks() {
        return remarks;
    }

    /** The sections by basis. */
    Map<CountBasis, FleetReport.BasisSection> sections() {
        Map<CountBasis, List<FleetReport.Row>> rows = new EnumMap<>(CountBasis.class);
        Map<CountBasis, FleetReport.Row> totals = new EnumMap<>(CountBasis.class);
        query.dates()
                .moments()
                .forEach(moment ->
                        lines(moment).forEach((basis, lines) -> answer(moment.date(), basis, lines, rows, totals)));
        Map<CountBasis, FleetReport.BasisSection> sections = new EnumMap<>(CountBasis.class);
        rows.forEach((basis, of) ->
                sections.put(basis, new FleetReport.BasisSection(basis, of, Optional.ofNullable(totals.get(basis)))));
        return sections;
    }

    private Map<CountBasis, List<FleetLine>> lines(FleetMoment moment) {
        int before = problems.reports();
        FleetSelection selection = query.selection();
        FleetStock stock = new Stocktaking(fleet, query.fleet().value(), "fleet", moment, catalog, problems).take();
        remarks.addAll(stock.remarks(selection.owner()));
        if (problems.reports() > before) {
            return Map.of();
        }
        List<FleetLine> lines = query.tellsOwnersApart() ? stock.byOwner() : stock.whole();
        lines = only(selection.owner(), "owner", lines, FleetLine::owner);
        lines = only(chip(selection.chip(), lines), "chip", lines, FleetLine::chip);
        lines = only(selection.vendor(), "vendor", lines, FleetLine::vendor);
        Map<CountBasis, List<FleetLine>> byBasis = new EnumMap<>(CountBasis.class);
        lines.stream()
                .filter(line ->
                        selection.part().filter(part -> part != line.part()).isEmpty())
                .forEach(line -> byBasis.computeIfAbsent(line.basis(), key -> new ArrayList<>())
                        .add(line));
        if (byBasis.isEmpty() && problems.reports() == before) {
            problems.error("no-data", query.fleet().place(), "nothing of the fleet is of this part");
        }
        return byBasis;
    }

    // A fleet may have chips that the catalog does not name, under names of its own.
    private Optional<Text> chip(Optional<Text> wanted, List<FleetLine> lines) {
        return wanted.map(
                name -> lines.stream().flatMap(line -> line.chip().stream()).anyMatch(name.value()::equalsIgnoreCase)
                        ? name
                        : catalog.named(Chip.KIND, name));
    }

    private List<FleetLine> only(
            Optional<Text> wanted, String what, List<FleetLine> lines, Function<FleetLine, Optional<String>> of) {
        if (wanted.isEmpty()) {
            return lines;
        }
        String name = wanted.get().value();
        List<FleetLine> kept = lines.stream()
                .filter(line -> of.apply(line).filter(name::equalsIgnoreCase).isPresent())
                .toList();
        if (kept.isEmpty() && !lines.isEmpty()) {
            TreeSet<String> names = lines.stream()
                    .flatMap(line -> of.apply(line).stream())
                    .collect(Collectors.toCollection(TreeSet::new));
            problems.error(
                    "unknown-id",
                    wanted.get().place(),
                    "the fleet has nothing of the %s '%s'%s.%s"
                            .formatted(
                                    what,
                                    name,
                                    names.isEmpty() ? "" : "; it has that of " + String.join(", ", names),
                                    Nearest.maybe(name, names)));
        }
        return kept;
    }

    private void answer(
            Optional<LocalDate> date,
            CountBasis basis,
            List<FleetLine> lines,
            Map<CountBasis, List<FleetReport.Row>> rows,
            Map<CountBasis, FleetReport.Row> totals) {
        LocalDate day = date.orElse(fleet.asOf());
        boolean byDate = query.counting().by() == FleetCounting.By.DATE;
        Function<FleetLine, String> naming = byDate ? line -> day.toString() : this::key;
        Map<String, List<FleetValue>> values = new FleetTally(query, h100, lines, naming, measures(lines)).values();
        List<FleetValue> total = values.getOrDefault(FleetTally.TOTAL, List.of());
        values.remove(FleetTally.TOTAL);
        inOrder(values)
                .forEach((key, of) -> rows.computeIfAbsent(basis, none -> new ArrayList<>())
                        .add(new FleetReport.Row(day, counted(lines, naming, key), key, of, stated(day, key))));
        if (!byDate) {
            totals.put(basis, new FleetReport.Row(day, Optional.empty(), FleetTally.TOTAL, total, Map.of()));
        }
        remarks.addAll(LastCount.words(lines));
        explainRatings(lines);
        lines.forEach(line -> line.remark().ifPresent(remark -> remarks.add(line.label() + ": " + remark)));
    }

    private static Optional<LocalDate> counted(List<FleetLine> lines, Function<FleetLine, String> naming, String key) {
        return lines.stream()
                .filter(line -> naming.apply(line).equals(key))
                .flatMap(line -> line.counted().stream())
                .map(LastCount::date)
                .min(LocalDate::compareTo);
    }

    // Uses from the best to the least; owners by name, and after them what is left; all else stands in the order of the
    // file.
    private Map<String, List<FleetValue>> inOrder(Map<String, List<FleetValue>> values) {
        if (query.counting().by() == FleetCounting.By.USE) {
            Map<String, List<FleetValue>> sorted = new LinkedHashMap<>();
            for (ServingUse use : ServingUse.values()) {
                Optional.ofNullable(values.get(use.toString())).ifPresent(of -> sorted.put(use.toString(), of));
            }
            return sorted;
        }
        if (query.counting().by() != FleetCounting.By.OWNER) {
            return values;
        }
        Map<String, List<FleetValue>> sorted = new TreeMap<>(
                Comparator.<String, Boolean>comparing(REST::contains).thenComparing(Comparator.naturalOrder()));
        sorted.putAll(values);
        return sorted;
    }

    private String key(FleetLine line) {
        return switch (query.counting().by()) {
            case CHIP -> line.label();
            case OWNER -> line.owner().orElse(UNNAMED);
            case VENDOR, DATE -> line.vendor().orElse(UNNAMED);
            case USE ->
                query.counting()
                        .uses()
                        .getOrDefault(line.label(), ServingUse.UNKNOWN)
                        .toString();
        };
    }

    private List<Measure> measures(List<FleetLine> lines) {
        boolean rated = lines.stream()
                .anyMatch(line -> line.lot().flatMap(ChipLot::asRated).isPresent());
        return List.of(Measure.values()).stream()
                .filter(measure -> measure != Measure.H100E_AS_RATED
                        || (rated && query.counting().h100e().besideRated()))
                .toList();
    }

    // The source's totals are those of all its chips of a maker, none retired, at a date of its data.
    private Map<Measure, Percentiles> stated(LocalDate date, String key) {
        boolean comparable = query.counting().by() == FleetCounting.By.VENDOR
                && query.selection().wholeMakers()
                && query.dates().retirement() instanceof Retirement.None;
        Optional<QuarterlyCounts> ledger = fleet.totals()
                .filter(all -> comparable)
                .flatMap(all -> Optional.ofNullable(all.get(key)))
                .flatMap(quarters -> QuarterlyCounts.of(quarters, query.dates().growth(), problems))
                .filter(quarters -> !date.isAfter(quarters.chips().last()));
        Map<Measure, Percentiles> stated = new LinkedHashMap<>();
        ledger.ifPresent(quarters -> {
            stated.put(Measure.CHIPS, quarters.chips().at(date).percentiles());
            quarters.h100e()
                    .ifPresent(series ->
                            stated.put(Measure.H100E_AS_RATED, series.at(date).percentiles()));
            quarters.power()
                    .ifPresent(series ->
                            stated.put(Measure.POWER_OF_CHIPS, series.at(date).percentiles()));
        });
        return stated;
    }

    // Why H100e as the source rates its chips are not chips times our rates.
    private void explainRatings(List<FleetLine> lines) {
        if (!measures(lines).contains(Measure.H100E_AS_RATED)) {
            return;
        }
        for (FleetLine line : lines) {
            line.lot().filter(lot -> explained.add(lot.each().name())).ifPresent(this::explainRating);
        }
    }

    private void explainRating(ChipLot lot) {
        H100eBasis.EIGHT_BIT
                .ratio(lot.each(), h100)
                .ifPresent(ours -> lot.rating()
                        .filter(theirs -> Math.abs(theirs / ours - 1) > RATED_ALIKE)
                        .ifPresent(theirs -> remarks.add(
                                "%s: the source rates it at %s H100e, and its 8-bit rate in the catalog makes it %s"
                                        .formatted(
                                                lot.each().name(),
                                                NumberText.rounded(theirs, 4),
                                                NumberText.rounded(ours, 4)))));
    }
}
