package muster.fleet;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import muster.diagnostic.Problems;
import muster.format.Precision;
import muster.trace.Chain;
import muster.trace.Figure;
import muster.uncertainty.Input;

/**
 * What a fleet amounts to, looked up.
 *
 * @param counted chips that someone counted
 * @param stated peak rates that someone stated
 * @param precision the precision at which rates count
 * @param assumptions what is assumed of its chips, in words
 */
record Amount(List<Lot> counted, List<Stated> stated, Precision precision, List<String> assumptions) {

    Amount {
        counted = List.copyOf(counted);
        stated = List.copyOf(stated);
        assumptions = List.copyOf(assumptions);
    }

    /**
     * A stated rate.
     *
     * @param peak the dense peak rate, in FLOP/s
     * @param madeOf the chips that are assumed to make it up; none where nothing is assumed
     */
    record Stated(Rate peak, List<Lot> madeOf) {}

    /** The counts of chips that the record of a run holds: those of each kind, once. */
    Chips chips(Chain chain) {
        return new Chips(
                count(chain, counted.stream()), count(chain, stated.stream().flatMap(rate -> rate.madeOf().stream())));
    }

    private static List<ChipCount> count(Chain chain, Stream<Lot> lots) {
        return lots.map(lot -> new ChipCount(lot.type(), lot.count().apply(chain)))
                .toList();
    }

    /** Whether every rate is that of known chips. */
    boolean knowsChips() {
        return stated.stream().noneMatch(rate -> rate.madeOf().isEmpty());
    }

    /** The kinds of chips. */
    List<ChipType> types() {
        return Stream.concat(counted.stream(), stated.stream().flatMap(rate -> rate.madeOf().stream()))
                .map(Lot::type)
                .toList();
    }

    /** Reports the chips that were counted and have no rate at the precision. */
    boolean rated(Problems problems) {
        int before = problems.reports();
        counted.forEach(lot -> lot.type().peak(precision, problems));
        return problems.reports() == before;
    }

    /**
     * The chips in a run.
     *
     * @param counted those that someone counted
     * @param implied those that a stated rate is made of
     */
    record Chips(List<ChipCount> counted, List<ChipCount> implied) {

        List<ChipCount> all() {
            List<ChipCount> all = new ArrayList<>(counted);
            all.addAll(implied);
            return all;
        }
    }

    /** The dense peak rate, in FLOP/s, not yet named. */
    Figure peak(Chain chain, Chips chips) {
        return Stream.concat(
                        chips.counted().stream()
                                .map(chip -> times(
                                        chain, chip, chip.type().peak(precision).orElseThrow())),
                        stated.stream().map(rate -> rate.peak().apply(chain)))
                .reduce(Figure::plus)
                .orElseThrow();
    }

    /** The electric power, in W, not yet named; nothing where that of a part of the fleet is not known. */
    Optional<Figure> power(Chain chain, Chips chips) {
        return sum(chain, chips, ChipType::power);
    }

    /** The rent, in USD/h, not yet named; nothing where that of a part of the fleet is not known. */
    Optional<Figure> rent(Chain chain, Chips chips) {
        return sum(chain, chips, ChipType::rent);
    }

    private Optional<Figure> sum(Chain chain, Chips chips, Function<ChipType, Optional<Input>> perChip) {
        return knowsChips()
                        && types().stream().allMatch(type -> perChip.apply(type).isPresent())
                ? chips.all().stream()
                        .map(chip ->
                                times(chain, chip, perChip.apply(chip.type()).orElseThrow()))
                        .reduce(Figure::plus)
                : Optional.empty();
    }

    private static Figure times(Chain chain, ChipCount chip, Input each) {
        return chip.count().times(chain.input(each, ""));
    }
}
