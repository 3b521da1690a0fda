package muster.fleet.chips;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
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
public record FleetAmount(List<ChipLot> counted, List<Stated> stated, Precision precision, List<String> assumptions) {

    public FleetAmount {
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
    public record Stated(FleetRate peak, List<ChipLot> madeOf) {}

    /**
     * Chips in a run.
     *
     * @param each what one of them is
     * @param count how many, in chips
     */
    public record Numbered(LotUnit each, Figure count) {

        public Figure times(Chain chain, Input perChip) {
            return count.times(chain.input(perChip, ""));
        }
    }

    /**
     * The chips in a run, each count computed once.
     *
     * @param counted those that someone counted
     * @param implied those that a stated rate is made of
     */
    public record Chips(List<Numbered> counted, List<Numbered> implied) {

        public Stream<Numbered> all() {
            return Stream.concat(counted.stream(), implied.stream());
        }

        /** How many there are of each kind that the catalog knows. */
        public List<ChipCount> known() {
            return FleetAmount.known(all());
        }
    }

    public static List<ChipCount> known(Stream<Numbered> some) {
        return some.filter(chips -> chips.each() instanceof ChipType)
                .map(chips -> new ChipCount((ChipType) chips.each(), chips.count()))
                .toList();
    }

    public Chips chips(Chain chain) {
        return new Chips(
                number(chain, counted.stream()),
                number(chain, stated.stream().flatMap(rate -> rate.madeOf().stream())));
    }

    private static List<Numbered> number(Chain chain, Stream<ChipLot> lots) {
        return lots.map(lot -> new Numbered(lot.each(), lot.count().apply(chain)))
                .toList();
    }

    /** The kinds of chips that the catalog knows. */
    public List<ChipType> types() {
        return lots().map(ChipLot::each)
                .filter(ChipType.class::isInstance)
                .map(ChipType.class::cast)
                .toList();
    }

    /** Whether all that was counted has a rate at the precision; what has none is reported. */
    public boolean hasRates(Problems problems) {
        int before = problems.reports();
        counted.forEach(lot -> lot.each().counted(precision, problems));
        return problems.reports() == before;
    }

    /** Whether a part of it is a rate of which no chips are known. */
    public boolean hasRateWithoutChips() {
        return stated.stream().anyMatch(rate -> rate.madeOf().isEmpty());
    }

    /** What of the chips that train has no published training runs, by name each once. */
    public List<String> withoutTrainingRuns(Predicate<LotUnit> trains) {
        Stream<String> chips = lots().map(ChipLot::each)
                .filter(trains)
                .filter(each -> !(each instanceof ChipType type
                        && type.trainingUtilization().isPresent()))
                .map(LotUnit::name);
        Stream<String> rates =
                stated.stream().filter(rate -> rate.madeOf().isEmpty()).map(rate -> "a rate without chips");
        return Stream.concat(chips, rates).distinct().toList();
    }

    /** The dense peak rate, in FLOP/s, not yet named. */
    public Figure peak(Chain chain, Chips chips) {
        return Stream.concat(
                        chips.counted().stream()
                                .map(some -> some.times(
                                        chain, some.each().counted(precision).orElseThrow())),
                        stated.stream().map(rate -> rate.peak().apply(chain)))
                .reduce(Figure::plus)
                .orElseThrow();
    }

    /** Whether all of it is chips that the catalog knows, or assumed to be. */
    public boolean ofChips() {
        return stated.stream().noneMatch(rate -> rate.madeOf().isEmpty())
                && lots().allMatch(lot -> lot.each() instanceof ChipType);
    }

    /** What all chips have together, as power in W or rent in USD/h, not yet named; nothing where that of a part is not known. */
    public Optional<Figure> sum(Chain chain, Chips chips, Function<ChipType, Optional<Input>> perChip) {
        boolean known = ofChips()
                && types().stream().allMatch(type -> perChip.apply(type).isPresent());
        return known
                ? chips.known().stream()
                        .map(some -> some.count()
                                .times(chain.input(perChip.apply(some.type()).orElseThrow(), "")))
                        .reduce(Figure::plus)
                : Optional.empty();
    }

    /** Its chips, counted or assumed. */
    public Stream<ChipLot> lots() {
        return Stream.concat(counted.stream(), stated.stream().flatMap(rate -> rate.madeOf().stream()));
    }
}
