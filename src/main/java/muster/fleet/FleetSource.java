package muster.fleet;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import muster.catalog.Catalog;
import muster.diagnostic.Place;
import muster.diagnostic.Problems;
import muster.document.Alone;
import muster.document.Choice;
import muster.document.In;
import muster.document.Otherwise;
import muster.document.Range;
import muster.document.When;
import muster.document.yaml.Text;
import muster.fleet.chips.ChipLot;
import muster.fleet.chips.ChipType;
import muster.fleet.chips.FleetAmount;
import muster.fleet.chips.FleetFigures;
import muster.fleet.chips.FleetRate;
import muster.fleet.chips.H100eBasis;
import muster.fleet.stock.ChipMix;
import muster.fleet.stock.Fleet;
import muster.fleet.stock.FleetMoment;
import muster.fleet.stock.FleetStock;
import muster.fleet.stock.Holders;
import muster.fleet.stock.ObservedGrowth;
import muster.format.Precision;
import muster.uncertainty.Input;

/** Where the fleet of a scenario comes from. */
@Choice
public sealed interface FleetSource
        permits FleetSource.StatedCapacity,
                FleetSource.OfH100e,
                FleetSource.OfMemory,
                FleetSource.OfChips,
                FleetSource.FromCatalog {
    /** What the names of the counts of its chips begin with. */
    String CHIPS = FleetFigures.CHIPS;

    /** The precision at which its rate is told. */
    Precision precision();

    /** Where it is written. */
    Place place();

    /** The fleet, looked up. */
    Optional<FleetAmount> resolve(Catalog catalog, Problems problems);

    /** The same at another date; nothing where it has no dates. */
    default Optional<FleetSource> on(LocalDate date) {
        return Optional.empty();
    }

    /** The date of its counts; nothing where it has none. */
    default Optional<LocalDate> date(Catalog catalog, Problems problems) {
        return Optional.empty();
    }

    /** Whose chips it counts, where that is a fleet of the catalog. */
    default Optional<Holders> holders(Catalog catalog, Problems problems) {
        return Optional.empty();
    }

    /** How it has grown, where the section asks. */
    default Optional<ObservedGrowth> growth(FleetAmount now, Catalog catalog, Problems problems) {
        return Optional.empty();
    }

    /**
     * A capacity in FLOP/s.
     *
     * @param capacity the dense peak rate, in FLOP/s
     * @param precision the precision at which it is stated
     * @param madeOf the chips that are assumed to have it: one kind, or each kind's share of the rate
     */
    @When(key = "capacity")
    record StatedCapacity(
            @In("FLOP/s") Input capacity,
            Precision precision,

            @In(value = "1", range = Range.FRACTION) @Alone("100%")
            Optional<Map<String, Input>> madeOf)
            implements FleetSource {
        @Override
        public Place place() {
            return capacity.place();
        }

        @Override
        public Optional<FleetAmount> resolve(Catalog catalog, Problems problems) {
            FleetRate peak = chain -> chain.input(capacity, "");
            return madeOf.isEmpty()
                    ? Optional.of(amount(peak, List.of(), List.of()))
                    : ChipMix.of(madeOf.get(), catalog, problems)
                            .flatMap(mix -> mix.ofRate(capacity, precision, CHIPS, problems)
                                    .map(lots -> amount(peak, lots, List.of(mix.words("rate")))));
        }

        private FleetAmount amount(FleetRate peak, List<ChipLot> lots, List<String> assumptions) {
            return new FleetAmount(List.of(), List.of(new FleetAmount.Stated(peak, lots)), precision, assumptions);
        }
    }

    /**
     * H100-equivalents, and the chips that they are assumed to be.
     *
     * @param h100e how many, in H100e
     * @param basis what was compared when they were counted
     * @param madeOf the chips that are assumed to make them up: one kind, or each kind's share of the H100e
     * @param precision the precision at which the rates of the chips count
     */
    @When(key = "h100e")
    record OfH100e(
            @In("H100e") Input h100e,
            H100eBasis basis,

            @In(value = "1", range = Range.FRACTION) @Alone("100%")
            Map<String, Input> madeOf,

            @Otherwise(value = "16-bit", because = "the precision of most training")
            Precision precision)
            implements FleetSource {
        @Override
        public Place place() {
            return h100e.place();
        }

        @Override
        public Optional<FleetAmount> resolve(Catalog catalog, Problems problems) {
            return ChipMix.of(madeOf, catalog, problems)
                    .flatMap(mix -> mix.ofEquivalents(h100e, basis, CHIPS, catalog, problems)
                            .map(lots -> mix.amount(lots, precision, "H100e")))
                    .filter(amount -> amount.hasRates(problems));
        }
    }

    /**
     * Memory, and the chips that are assumed to hold it.
     *
     * @param memory how much main memory, in B
     * @param madeOf the chips that are assumed to hold it: one kind, or each kind's share of the memory
     * @param precision the precision at which the rates of the chips count
     */
    @When(key = "memory")
    record OfMemory(
            @In("B") Input memory,

            @In(value = "1", range = Range.FRACTION) @Alone("100%")
            Map<String, Input> madeOf,

            @Otherwise(value = "16-bit", because = "the precision of most training")
            Precision precision)
            implements FleetSource {
        @Override
        public Place place() {
            return memory.place();
        }

        @Override
        public Optional<FleetAmount> resolve(Catalog catalog, Problems problems) {
            return ChipMix.of(madeOf, catalog, problems)
                    .flatMap(mix ->
                            mix.ofMemory(memory, CHIPS, problems).map(lots -> mix.amount(lots, precision, "memory")))
                    .filter(amount -> amount.hasRates(problems));
        }
    }

    /**
     * Chips by kind.
     *
     * @param chips how many of each, by the id of the kind
     * @param precision the precision at which their rates count
     */
    @When(key = "chips")
    record OfChips(
            @In(value = "chip", plain = "1") Map<String, Input> chips,

            @Otherwise(value = "16-bit", because = "the precision of most training")
            Precision precision)
            implements FleetSource {
        @Override
        public Place place() {
            return chips.values().stream().map(Input::place).findFirst().orElse(new Place("", 1, 1));
        }

        @Override
        public Optional<FleetAmount> resolve(Catalog catalog, Problems problems) {
            List<ChipLot> lots = new ArrayList<>();
            chips.forEach((chip, count) -> ChipType.find(new Text(chip, count.place()), catalog, problems)
                    .ifPresent(type -> lots.add(new ChipLot(type, chain -> chain.input(count, "")))));
            FleetAmount amount = new FleetAmount(lots, List.of(), precision, List.of());
            return amount.hasRates(problems) && lots.size() == chips.size() ? Optional.of(amount) : Optional.empty();
        }
    }

    /**
     * A fleet in the catalog.
     *
     * @param id the id of a fleet in the catalog
     * @param asOf the date, where it is not that of the fleet; between quarters on a straight line
     * @param owner the owner whose chips are meant; without one, all of the fleet
     * @param vendor the maker whose chips are meant; without one, those of all makers
     * @param grownSince the earlier date from which its growth is told
     * @param precision the precision at which its rate counts
     */
    @When(key = "id")
    record FromCatalog(
            Text id,
            Optional<LocalDate> asOf,
            Optional<Text> owner,
            Optional<Text> vendor,
            Optional<LocalDate> grownSince,

            @Otherwise(value = "16-bit", because = "the precision of most training")
            Precision precision)
            implements FleetSource {
        @Override
        public Place place() {
            return id.place();
        }

        @Override
        public Optional<FleetAmount> resolve(Catalog catalog, Problems problems) {
            return at(asOf, catalog, problems);
        }

        private Optional<FleetAmount> at(Optional<LocalDate> date, Catalog catalog, Problems problems) {
            return FleetStock.amount(
                    id, "fleet", precision, FleetMoment.at(date, place()), owner, vendor, catalog, problems);
        }

        @Override
        public Optional<LocalDate> date(Catalog catalog, Problems problems) {
            return asOf.or(() -> catalog.bind(Fleet.KIND, id, "fleet", problems).map(Fleet::asOf));
        }

        @Override
        public Optional<Holders> holders(Catalog catalog, Problems problems) {
            return catalog.bind(Fleet.KIND, id, "fleet", problems)
                    .map(fleet -> fleet.holders(id.value(), owner.map(Text::value)));
        }

        @Override
        public Optional<ObservedGrowth> growth(FleetAmount now, Catalog catalog, Problems problems) {
            return grownSince.flatMap(since -> {
                LocalDate until = date(catalog, problems).orElse(since);
                if (!since.isBefore(until)) {
                    problems.error(
                            "grown-since", place(), "fleet.grown_since is %s, not before %s".formatted(since, until));
                    return Optional.empty();
                }
                Optional<LocalDate> last = FleetStock.lastCount(
                        id, "fleet", FleetMoment.at(Optional.of(until), place()), owner, vendor, catalog, problems);
                if (last.isPresent()) {
                    problems.error(
                            "grown-since",
                            place(),
                            "growth is told to %s, and not all of these chips are counted after %s. Maybe fleet.as_of: %s?"
                                    .formatted(until, last.get(), last.get()));
                    return Optional.empty();
                }
                return at(grownSince, catalog, problems)
                        .map(then -> ObservedGrowth.between(id.value(), then, since, now, until));
            });
        }

        @Override
        public Optional<FleetSource> on(LocalDate date) {
            return Optional.of(new FromCatalog(id, Optional.of(date), owner, vendor, Optional.empty(), precision));
        }
    }
}
