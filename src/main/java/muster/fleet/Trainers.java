package muster.fleet;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import muster.diagnostic.Nearest;
import muster.diagnostic.Place;
import muster.diagnostic.Problems;
import muster.fleet.chips.ChipCount;
import muster.fleet.chips.ChipLot;
import muster.fleet.chips.ChipType;
import muster.fleet.chips.FleetAmount;
import muster.fleet.chips.LotUnit;
import muster.hardware.Chip;
import muster.trace.Chain;
import muster.trace.Figure;
import muster.unit.NumberText;

/**
 * Which part of a fleet trains. A class of chips that the catalog does not list one by one, and a rate without chips, train
 * unless kinds of chips are named.
 *
 * @param which which chips train
 * @param amount the fleet, looked up
 * @param place where the fleet is written
 */
record Trainers(TrainOn which, FleetAmount amount, Place place) {

    /**
     * The two parts of a fleet of which one stands idle while the other trains, both before the share.
     *
     * @param trains the dense peak rate of what trains, in FLOP/s, not yet named
     * @param idle that of what does not, in FLOP/s, not yet named
     * @param chips the chips that train
     */
    record Parts(Figure trains, Figure idle, List<ChipCount> chips) {}

    boolean trains(LotUnit each) {
        return each instanceof ChipType type
                ? which.trains(type.name(), type.chip())
                : which.named().isEmpty();
    }

    /** Whether a part of the fleet stands idle in training. */
    boolean anyIdle() {
        return idle().findAny().isPresent();
    }

    private Stream<LotUnit> idle() {
        return amount.lots().map(ChipLot::each).filter(each -> !trains(each));
    }

    private boolean anyTrains() {
        return amount.hasRateWithoutChips() || amount.lots().map(ChipLot::each).anyMatch(this::trains);
    }

    /** The two parts in a run; nothing where all of it trains, or none. */
    Optional<Parts> parts(Chain chain, FleetAmount.Chips chips) {
        if (!anyIdle() || !anyTrains()) {
            return Optional.empty();
        }
        Map<Boolean, List<FleetAmount.Numbered>> split =
                chips.all().collect(Collectors.partitioningBy(some -> trains(some.each())));
        List<FleetAmount.Numbered> training = split.getOrDefault(true, List.of());
        Stream<Figure> rates = amount.stated().stream()
                .filter(rate -> rate.madeOf().isEmpty())
                .map(rate -> rate.peak().apply(chain));
        return Optional.of(new Parts(
                Stream.concat(peaks(chain, training), rates)
                        .reduce(Figure::plus)
                        .orElseThrow(),
                peaks(chain, split.getOrDefault(false, List.of()))
                        .reduce(Figure::plus)
                        .orElseThrow(),
                FleetAmount.known(training.stream())));
    }

    private Stream<Figure> peaks(Chain chain, List<FleetAmount.Numbered> some) {
        return some.stream()
                .map(chips -> chips.times(
                        chain, chips.each().counted(amount.precision()).orElseThrow()));
    }

    /**
     * Reports what is named and not in the fleet, and a fleet of which nothing trains.
     *
     * @param joining ids of chips that come to the fleet later
     * @param run where the training is written
     */
    void check(List<String> joining, Place run, Problems problems) {
        List<String> there = Stream.concat(amount.lots().map(ChipLot::each).map(LotUnit::name), joining.stream())
                .distinct()
                .toList();
        if (!which.named().isEmpty() && amount.hasRateWithoutChips()) {
            problems.error(
                    "train-on",
                    which.named().get(0).place(),
                    "fleet.train_on names chips, and the fleet is only a rate. Maybe fleet.made_of?");
            return;
        }
        which.named().stream()
                .filter(named -> !there.contains(named.value()))
                .forEach(named -> problems.error(
                        "unknown-id",
                        named.place(),
                        "the fleet has no chips of '%s' to train on; it has %s.%s"
                                .formatted(
                                        named.value(), String.join(", ", there), Nearest.maybe(named.value(), there))));
        if (joining.isEmpty() && which.named().isEmpty() && !anyTrains()) {
            problems.error(
                    "nothing-trains",
                    run,
                    "every chip of the fleet is made for inference (%s), and none trains.%s"
                            .formatted(String.join(", ", there), which.advice()));
        }
    }

    /** Warns of chips that stand idle in training, and of a run over several generations, which is an assumption. */
    void tell(Chain chain, Optional<Parts> parts, List<ChipCount> chips) {
        parts.ifPresent(split -> chain.warn("idle-in-training", place, idleWords(split)));
        TrainOn.assumption(byRate(chips), "the training").ifPresent(words -> chain.warn("mixed-run", place, words));
    }

    private String idleWords(Parts split) {
        double idleFlopPerSecond = split.idle().central("FLOP/s").base();
        double all = idleFlopPerSecond + split.trains().central("FLOP/s").base();
        Map<String, List<String>> reasons = idle().filter(ChipType.class::isInstance)
                .map(ChipType.class::cast)
                .collect(Collectors.groupingBy(
                        type -> which.why(type.chip()),
                        LinkedHashMap::new,
                        Collectors.mapping(ChipType::name, Collectors.toList())));
        return "%s%% of the rate of the fleet stands idle in training: %s.%s"
                .formatted(
                        NumberText.rounded(100 * idleFlopPerSecond / all, 2),
                        reasons.entrySet().stream()
                                .map(entry -> "%s, %s"
                                        .formatted(
                                                entry.getValue().stream()
                                                        .distinct()
                                                        .collect(Collectors.joining(", ")),
                                                entry.getKey()))
                                .collect(Collectors.joining("; ")),
                        which.advice());
    }

    private Map<String, Chip> byRate(List<ChipCount> chips) {
        Map<String, Chip> kinds = new LinkedHashMap<>();
        chips.stream()
                .sorted(Comparator.comparingDouble(
                        some -> -some.count().central("chip").base()
                                * some.type()
                                        .counted(amount.precision())
                                        .map(rate -> rate.value().distribution().central())
                                        .orElse(0.0)))
                .forEach(some -> kinds.put(some.type().name(), some.type().chip()));
        return kinds;
    }
}
