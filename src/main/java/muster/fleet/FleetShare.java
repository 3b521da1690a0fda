package muster.fleet;

import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import muster.catalog.Catalog;
import muster.diagnostic.Nearest;
import muster.diagnostic.Problems;
import muster.document.In;
import muster.document.Inline;
import muster.document.Otherwise;
import muster.document.Range;
import muster.document.yaml.Text;
import muster.fleet.chips.ChipType;
import muster.fleet.chips.FleetAmount;
import muster.fleet.chips.FleetFigures;
import muster.fleet.chips.H100eBasis;
import muster.fleet.stock.FleetMoment;
import muster.fleet.stock.FleetStock;
import muster.fleet.stock.Scope;
import muster.format.Precision;
import muster.hardware.Rent;
import muster.uncertainty.Input;

/**
 * The section {@code fleet:} of a scenario.
 *
 * @param source where the fleet comes from
 * @param scope whose compute it is
 * @param share the part of the fleet that is meant, of the whole
 * @param availability the part of the chips that is up, of the share
 * @param trainOn which of its chips train; all of them serve
 * @param worldStock the fleet in the catalog that the whole is held against
 * @param perChip rent and power of kinds of chips, by id, in the place of the catalog's
 * @param uses what the share is used for; without it training and serving have the whole of it, one after the other
 */
public record FleetShare(
        @Inline FleetSource source,

        @Otherwise(value = "owner", because = "a fleet is one owner's unless it says more")
        Scope scope,

        @In(value = "1", range = Range.FRACTION) @Otherwise(value = "100%", because = "the whole fleet")
        Input share,

        @In(value = "1", range = Range.FRACTION) @Otherwise(value = "100%", because = "every chip is up")
        Input availability,

        @Otherwise(value = "made-for-it", because = "a chip made for inference serves what other chips trained")
        TrainOn trainOn,

        @Otherwise(value = "world-2025", because = "the newest count of all AI chips in the catalog")
        Text worldStock,

        Optional<Map<String, PerChip>> perChip,
        Optional<FleetUses> uses) {

    /** Looks up chips and fleets. */
    public Optional<FleetPlan> resolve(Catalog catalog, Problems problems) {
        Optional<FleetAmount> amount = source.resolve(catalog, problems);
        Optional<FleetAmount> world = FleetStock.amount(
                worldStock,
                FleetFigures.WORLD_STOCK,
                Precision.SIXTEEN_BIT,
                FleetMoment.own(worldStock.place()),
                Optional.empty(),
                Optional.empty(),
                catalog,
                problems);
        Optional<ChipType> h100 = H100eBasis.h100(worldStock.place(), catalog, problems);
        Optional<Input> at16Bit = h100.flatMap(type -> type.counted(Precision.SIXTEEN_BIT, problems));
        // An H100 is one H100e at any precision that it has; a fixed mix of precisions is held against its bf16.
        Optional<Input> own =
                h100.flatMap(type -> type.peak(source.precision())).or(() -> at16Bit);
        uses.ifPresent(shares -> shares.check(problems));
        amount.ifPresent(chips -> checkNames(chips, problems));
        return amount.isEmpty() || world.isEmpty() || at16Bit.isEmpty()
                ? Optional.empty()
                : own.map(rate -> new FleetPlan(
                        this,
                        amount.get(),
                        new Trainers(trainOn, amount.get(), source.place()),
                        source.growth(amount.get(), catalog, problems),
                        source.holders(catalog, problems),
                        world.get(),
                        rate,
                        at16Bit.get()));
    }

    /** What an hour of a chip costs: as this section says, else as the catalog does; nothing where neither does. */
    public Optional<Rent> rent(ChipType type) {
        return stated(type)
                .flatMap(PerChip::rent)
                .map(rent -> new Rent(rent, Rent.Terms.STATED))
                .or(type::rent);
    }

    /** The power of a chip in W: as this section says, else as the catalog does, with host, network and cooling where it knows. */
    public Optional<Input> power(ChipType type) {
        return stated(type).flatMap(PerChip::power).or(type::power);
    }

    /** Whether the power of a chip has its share of host, network and cooling. */
    public boolean allIn(ChipType type) {
        return stated(type).flatMap(PerChip::power).or(type::allIn).isPresent();
    }

    private Optional<PerChip> stated(ChipType type) {
        return perChip.map(stated -> stated.get(type.id().value()));
    }

    /** What the section says of chips itself. */
    Stream<Input> ownInputs() {
        return perChip.stream()
                .flatMap(stated -> stated.values().stream())
                .flatMap(each -> Stream.concat(each.rent().stream(), each.power().stream()));
    }

    private void checkNames(FleetAmount amount, Problems problems) {
        TreeSet<String> ids =
                amount.types().stream().map(ChipType::name).collect(Collectors.toCollection(TreeSet::new));
        perChip.orElse(Map.of()).forEach((id, stated) -> {
            if (!ids.contains(id)) {
                problems.error(
                        "unknown-id",
                        Stream.concat(stated.rent().stream(), stated.power().stream())
                                .map(Input::place)
                                .findFirst()
                                .orElse(source.place()),
                        "fleet.per_chip names %s, of which the fleet has none.%s"
                                .formatted(id, Nearest.maybe(id, ids)));
            }
        });
    }
}
