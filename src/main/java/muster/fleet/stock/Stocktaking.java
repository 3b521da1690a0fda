package muster.fleet.stock;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import muster.catalog.Catalog;
import muster.diagnostic.Problems;
import muster.document.yaml.Text;
import muster.fleet.chips.ChipLot;
import muster.fleet.chips.ChipType;
import muster.fleet.chips.LotUnit;
import muster.hardware.Chip;
import muster.trace.Figure;
import muster.uncertainty.CorrelationGroup;
import muster.uncertainty.Input;
import muster.uncertainty.Uncertain;
import muster.unit.Unit;

/** Goes through the entries of a fleet and writes down what stands at a date. */
public final class Stocktaking {
    private static final Unit CHIP = Unit.parse("chip");
    private static final Unit H100E = Unit.parse("H100e");

    private final Fleet fleet;
    private final String id;
    private final String name;
    private final FleetMoment moment;
    private final Catalog catalog;
    private final Problems problems;

    private final Map<String, Optional<ChipType>> types = new LinkedHashMap<>();
    private final List<FleetLine> lines = new ArrayList<>();
    private final List<String> remarks = new ArrayList<>();
    private final List<FleetStock.Assumption> assumptions = new ArrayList<>();

    public Stocktaking(Fleet fleet, String id, String name, FleetMoment moment, Catalog catalog, Problems problems) {
        this.fleet = fleet;
        this.id = id;
        this.name = name;
        this.moment = moment;
        this.catalog = catalog;
        this.problems = problems;
    }

    public FleetStock take() {
        int before = problems.reports();
        fleet.entries().forEach((key, entry) -> {
            runsChipsOfOthers(entry);
            String path = name + ".entries." + key;
            Holding holding = entry.holding();
            if (holding instanceof Holding.Quarterly quarterly) {
                type(quarterly.chip())
                        .ifPresent(type -> series(entry, type, path, owner(entry), false, quarterly.quarters()));
            } else if (holding instanceof Holding.ByOwner split) {
                type(split.chip())
                        .ifPresent(type -> split.owners()
                                .forEach((owner, quarters) ->
                                        series(entry, type, path + "." + owner, Optional.of(owner), true, quarters)));
            } else {
                atItsDate(entry, key, path);
            }
        });
        if (lines.isEmpty() && problems.reports() == before) {
            problems.error(
                    "no-data",
                    moment.place(),
                    "nothing of '%s' stands at %s%s"
                            .formatted(
                                    id,
                                    moment.date().orElse(fleet.asOf()),
                                    remarks.isEmpty() ? "" : ": " + String.join("; ", remarks)));
        }
        return new FleetStock(lines, remarks, assumptions);
    }

    private void runsChipsOfOthers(FleetEntry entry) {
        entry.owner()
                .ifPresent(user -> entry.chipsOf()
                        .filter(owners -> !owners.equals(List.of(user)))
                        .ifPresent(owners -> assumptions.add(new FleetStock.Assumption(
                                entry.owner(),
                                "%s runs chips of %s, which fleets told by owner count too"
                                        .formatted(user, String.join(", ", owners))))));
    }

    private Optional<String> owner(FleetEntry entry) {
        return entry.owner().or(fleet::owner);
    }

    private Optional<ChipType> type(Text chip) {
        return types.computeIfAbsent(chip.value(), key -> ChipType.find(chip, catalog, problems));
    }

    // What was counted once stands at its date; at a later one only where it is said how stocks grow.
    private void atItsDate(FleetEntry entry, String key, String path) {
        LocalDate counted = entry.asOf().orElse(fleet.asOf());
        LocalDate date = moment.date().orElse(fleet.asOf());
        boolean grows = date.isAfter(counted)
                && moment.growth().isPresent()
                && (entry.basis() == CountBasis.INSTALLED || entry.basis() == CountBasis.CUMULATIVE_SOLD);
        if (!date.equals(counted) && !grows) {
            remarks.add("%s is left out: it is of %s".formatted(key, counted));
            return;
        }
        double growth = grows ? StockSeries.growth(moment.growth().orElseThrow(), counted, date) : 1;
        if (!(moment.retirement() instanceof Retirement.None)) {
            remarks.add("nothing is retired of %s: its count has no dates of sale".formatted(key));
        }
        Holding holding = entry.holding();
        if (holding instanceof Holding.Once once) {
            once(entry, once, key, date, growth);
        } else if (holding instanceof Holding.Rated rated) {
            rated(entry, rated, key, path, growth);
        } else if (holding instanceof Holding.Equivalents equivalents) {
            ChipMix.of(equivalents.madeOf(), catalog, problems)
                    .ifPresent(mix -> mix.ofEquivalents(
                                    equivalents.h100e(), equivalents.h100eBasis(), path + ".chips", catalog, problems)
                            .ifPresent(lots -> assumed(entry, key, mix.words("H100e"), lots, growth)));
        }
    }

    private void once(FleetEntry entry, Holding.Once once, String key, LocalDate date, double growth) {
        if (once.counted() instanceof Holding.Counted.OfAClass some) {
            line(entry, new LotUnit.OfAClass(key, some.vendor(), some.mean(), once.place()), once.count(), growth);
        } else if (once.counted() instanceof Holding.Counted.OfOneKind kind) {
            type(kind.chip())
                    .filter(type -> sold(type, owner(entry), date, entry.basis()))
                    .ifPresent(type -> line(entry, type, once.count(), growth));
        }
    }

    private void line(FleetEntry entry, LotUnit each, Input count, double growth) {
        add(entry, owner(entry), new ChipLot(each, chain -> growing(chain.input(count, ""), growth)));
    }

    private void rated(FleetEntry entry, Holding.Rated rated, String key, String path, double growth) {
        if (rated.madeOf().isPresent()) {
            ChipMix.of(rated.madeOf().get(), catalog, problems)
                    .ifPresent(mix -> mix.ofRate(rated.capacity(), rated.precision(), path + ".chips", problems)
                            .ifPresent(lots -> assumed(entry, key, mix.words("rate"), lots, growth)));
        } else if (growth == 1) {
            lines.add(new FleetLine(
                    entry.basis(),
                    entry.part(),
                    owner(entry),
                    false,
                    Optional.empty(),
                    Optional.of(rated),
                    Optional.empty(),
                    entry.remark()));
        } else {
            remarks.add("%s is left out: it is a rate, and only chips are made to grow".formatted(key));
        }
    }

    private void assumed(FleetEntry entry, String key, String words, List<ChipLot> lots, double growth) {
        assumptions.add(new FleetStock.Assumption(owner(entry), "%s is %s".formatted(key, words)));
        lots.forEach(lot -> add(
                entry,
                owner(entry),
                new ChipLot(lot.each(), chain -> growing(lot.count().apply(chain), growth))));
    }

    private static Figure growing(Figure count, double growth) {
        return growth == 1 ? count : count.times(growth);
    }

    private void series(
            FleetEntry entry,
            ChipType type,
            String path,
            Optional<String> owner,
            boolean split,
            Map<String, Quarter> quarters) {
        Optional<QuarterlyCounts> ledger = QuarterlyCounts.of(quarters, moment.growth(), problems);
        LocalDate date = moment.date().orElse(fleet.asOf());
        if (ledger.isEmpty() || !within(ledger.get(), date)) {
            return;
        }
        LocalDate last = ledger.get().chips().last();
        Optional<LastCount> counted = Optional.of(last)
                .filter(end -> date.isAfter(end) && moment.growth().isEmpty())
                .map(end -> new LastCount(end, date, partial(type.vendor(), end)));
        Optional<CorrelationGroup> group = group(type, split ? owner : Optional.empty());
        UncertaintyBand chips = ledger.get().chips().running(date, moment.retirement());
        if (chips.p50() > 0 && sold(type, owner, date, entry.basis())) {
            Input source = ledger.get().source(date);
            Input count = input(path, chips, CHIP, source, group);
            Optional<UncertaintyBand> h100e =
                    ledger.get().h100e().map(series -> series.running(date, moment.retirement()));
            Optional<Input> rated = h100e.map(band -> input(path, band, H100E, source, group));
            Optional<Double> rating = h100e.map(band -> band.p50() / chips.p50());
            add(entry, owner, split, new ChipLot(type, chain -> chain.input(count, ""), rated, rating), counted);
        }
    }

    // The count and its H100e have one name, so that they are drawn as one in the runs that they have apart.
    private static Input input(
            String path, UncertaintyBand band, Unit unit, Input source, Optional<CorrelationGroup> group) {
        Uncertain value = new Uncertain(band.distribution(), unit);
        return new Input(
                path,
                value,
                unit,
                source.source(),
                source.place(),
                group.filter(some -> !value.distribution().certain()));
    }

    private Optional<CorrelationGroup> group(ChipType type, Optional<String> owner) {
        String vendor = type.vendor();
        return fleet.correlations()
                .flatMap(all -> owner.flatMap(who -> Optional.ofNullable(all.get(vendor + "/" + who)))
                        .or(() -> Optional.ofNullable(all.get(vendor))))
                .map(correlation -> correlation.value().distribution().central())
                .filter(correlation -> correlation > 0)
                .map(correlation -> new CorrelationGroup(
                        (id + "-" + vendor + owner.map(who -> "-" + who).orElse("")).toLowerCase(Locale.ROOT),
                        correlation));
    }

    // A count that ended before others of the fleet did stands up to their end.
    private boolean within(QuarterlyCounts ledger, LocalDate date) {
        LocalDate last = ledger.chips().last();
        boolean within = !date.isAfter(last)
                || !date.isAfter(fleet.lastDay())
                || moment.growth().isPresent();
        if (!within) {
            problems.error(
                    "beyond-data",
                    moment.place(),
                    "the counts of '%s' end on %s. Maybe --growth 2.3/year, or another rate at which stocks grow?"
                            .formatted(id, last.isAfter(fleet.asOf()) ? last : fleet.asOf()));
        }
        return within;
    }

    // The quarter after the last full one, where a part of it is counted.
    private Optional<LocalDate> partial(String vendor, LocalDate last) {
        return fleet.partial()
                .flatMap(ends -> Optional.ofNullable(ends.get(vendor)))
                .filter(Quarters.end(last.plusDays(1))::equals);
    }

    // A maker runs chips of its own before it announces them; all others have none before that.
    private boolean sold(ChipType type, Optional<String> owner, LocalDate date, CountBasis basis) {
        Chip chip = type.chip();
        boolean own = owner.filter(who -> who.equalsIgnoreCase(chip.vendor())).isPresent();
        boolean early =
                chip.announced().filter(when -> when.first().isAfter(date)).isPresent();
        boolean notYet = !chip.status().made()
                && chip.available().filter(when -> !when.first().isAfter(date)).isEmpty();
        if (basis == CountBasis.PLAN || own || !(early || notYet)) {
            return true;
        }
        String remark = early
                ? "%s is left out: it was announced on %s, after %s"
                        .formatted(type.name(), chip.announced().orElseThrow(), date)
                : "%s is left out: it is %s and cannot be had at %s".formatted(type.name(), chip.status(), date);
        if (!remarks.contains(remark)) {
            remarks.add(remark);
        }
        return false;
    }

    private void add(FleetEntry entry, Optional<String> owner, ChipLot lot) {
        add(entry, owner, false, lot, Optional.empty());
    }

    private void add(
            FleetEntry entry, Optional<String> owner, boolean split, ChipLot lot, Optional<LastCount> counted) {
        lines.add(new FleetLine(
                entry.basis(),
                entry.part(),
                owner,
                split,
                Optional.of(lot),
                Optional.empty(),
                counted,
                entry.remark()));
    }
}
