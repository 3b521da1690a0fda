package muster.fleet.stock;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import muster.catalog.Catalog;
import muster.diagnostic.Place;
import muster.diagnostic.Problems;
import muster.document.yaml.Text;
import muster.fleet.chips.ChipLot;
import muster.fleet.chips.ChipType;
import muster.fleet.chips.FleetAmount;
import muster.fleet.chips.FleetRate;
import muster.fleet.chips.H100eBasis;
import muster.format.Precision;
import muster.hardware.Memory;
import muster.uncertainty.Input;

/**
 * The chips that are assumed to make up a stated amount, which shares divide: FLOP/s, H100-equivalents or memory, not numbers
 * of chips.
 *
 * <pre>
 * chips of a kind = amount * share / amount per chip
 * </pre>
 *
 * @param parts the kinds with their shares
 */
public record ChipMix(List<Share> parts) {
    // The shares of thirds, written to a few digits, still make a whole.
    private static final double TOLERANCE = 1e-3;

    /**
     * One kind.
     *
     * @param type the kind
     * @param share its share of the amount
     */
    public record Share(ChipType type, Input share) {}

    /** The mix of shares by chip; problems are reported where a chip is not known or the shares make no whole. */
    public static Optional<ChipMix> of(Map<String, Input> shares, Catalog catalog, Problems problems) {
        List<Share> parts = new ArrayList<>();
        shares.forEach((chip, share) -> ChipType.find(new Text(chip, share.place()), catalog, problems)
                .ifPresent(type -> parts.add(new Share(type, share))));
        double sum = shares.values().stream().mapToDouble(ChipMix::central).sum();
        if (Math.abs(sum - 1) > TOLERANCE) {
            Input first = shares.values().iterator().next();
            problems.error(
                    "shares",
                    first.place(),
                    "the shares of made_of make up %s%%, not 100%%".formatted(Math.round(sum * 1000) / 10.0));
        }
        return parts.size() < shares.size() || Math.abs(sum - 1) > TOLERANCE
                ? Optional.empty()
                : Optional.of(new ChipMix(parts));
    }

    /**
     * The chips that have a rate together; a problem is reported where one has none at the precision.
     *
     * @param capacity the dense peak rate, in FLOP/s
     * @param precision the precision at which it is stated
     * @param name what the names of the counts begin with
     */
    public Optional<List<ChipLot>> ofRate(Input capacity, Precision precision, String name, Problems problems) {
        return lots(
                capacity,
                type -> single(precision, capacity.place(), problems)
                        .flatMap(one -> type.counted(one, problems))
                        .map(rate -> chain -> chain.input(rate, "")),
                name);
    }

    /**
     * The chips that are so many H100-equivalents together; a problem is reported where one cannot be told on the basis.
     *
     * @param h100e how many, in H100e
     * @param basis what was compared when they were counted
     * @param name what the names of the counts begin with
     */
    public Optional<List<ChipLot>> ofEquivalents(
            Input h100e, H100eBasis basis, String name, Catalog catalog, Problems problems) {
        return H100eBasis.h100(h100e.place(), catalog, problems)
                .flatMap(h100 -> lots(h100e, type -> basis.perChip(type, h100, problems), name));
    }

    /**
     * The chips that have so much memory together; a problem is reported where the memory of one is not known.
     *
     * @param memory how much, in B
     * @param name what the names of the counts begin with
     */
    public Optional<List<ChipLot>> ofMemory(Input memory, String name, Problems problems) {
        return lots(memory, type -> memoryOf(type, problems), name);
    }

    private static Optional<FleetRate> memoryOf(ChipType type, Problems problems) {
        Optional<Input> capacity = type.mainMemory().map(Memory::capacity);
        if (capacity.isEmpty()) {
            problems.error(
                    "no-memory",
                    type.place(),
                    "the catalog does not know the memory of %s, of which the fleet is told by its memory"
                            .formatted(type.name()));
        }
        return capacity.map(each -> chain -> chain.input(each, ""));
    }

    // A rate in which each chip counts at another precision is no rate of chips of one kind.
    private static Optional<Precision> single(Precision precision, Place place, Problems problems) {
        if (precision.formats().isEmpty()) {
            problems.error(
                    "precision",
                    place,
                    "a rate at %s says nothing of the chips that it is made of".formatted(precision));
        }
        return Optional.of(precision).filter(one -> !one.formats().isEmpty());
    }

    private Optional<List<ChipLot>> lots(Input amount, Function<ChipType, Optional<FleetRate>> perChip, String name) {
        List<ChipLot> lots = new ArrayList<>();
        for (Share part : parts) {
            perChip.apply(part.type())
                    .ifPresent(each -> lots.add(new ChipLot(
                            part.type(),
                            chain -> chain.input(amount, "")
                                    .times(chain.input(part.share(), ""))
                                    .over(each.apply(chain))
                                    .as(name + "." + part.type().id().value(), "", "chip"))));
        }
        return lots.size() < parts.size() ? Optional.empty() : Optional.of(lots);
    }

    /** The chips with the assumption that they are these. */
    public FleetAmount amount(List<ChipLot> lots, Precision precision, String what) {
        return new FleetAmount(lots, List.of(), precision, List.of(words(what)));
    }

    /** The assumption in words, as {@code 40% nvidia-h100-sxm, 60% nvidia-gb200 of the H100e}. */
    public String words(String amount) {
        return parts.stream()
                .map(part -> part.share().value() + " " + part.type().id().value())
                .collect(Collectors.joining(", ", "an assumed mix: ", " of the " + amount));
    }

    private static double central(Input share) {
        return share.value().distribution().central();
    }
}
