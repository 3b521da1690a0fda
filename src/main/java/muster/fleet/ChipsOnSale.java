package muster.fleet;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import muster.catalog.Catalog;
import muster.diagnostic.Place;
import muster.diagnostic.Problems;
import muster.document.yaml.Text;
import muster.fleet.chips.ChipType;
import muster.format.Precision;
import muster.hardware.Chip;
import muster.hardware.Memory;
import muster.unit.CalendarPeriod;

/**
 * The chips of the catalog that a data centre could buy at a date to train and to serve: those with fast links to four chips or
 * more, not made for inference alone. A chip counts as on sale from the last day of the period in which it became available; of
 * those that did so in the newest quarter the one with the highest rate is meant, then the one with the highest bandwidth. When
 * chips went off sale is not in the catalog, which matters to no choice of the newest.
 *
 * @param chips all such chips
 * @param precision the precision at which rates count
 */
record ChipsOnSale(List<ChipType> chips, Precision precision) {
    // A pair of cards that a bridge joins, or a chip that stands alone, is for small work.
    private static final double LEAST_DOMAIN = 4;

    ChipsOnSale {
        chips = List.copyOf(chips);
    }

    /** Those of the catalog. */
    static ChipsOnSale of(Precision precision, Place place, Catalog catalog, Problems problems) {
        List<ChipType> chips = new ArrayList<>();
        catalog.ids(Chip.KIND)
                .forEach(id -> ChipType.find(new Text(id, place), catalog, problems)
                        .filter(ChipsOnSale::forDataCentres)
                        .filter(type -> type.counted(precision).isPresent())
                        .ifPresent(chips::add));
        return new ChipsOnSale(chips, precision);
    }

    private static boolean forDataCentres(ChipType type) {
        return type.chip().available().isPresent()
                && type.chip().status() != Chip.Status.CANCELLED
                && !type.chip().forInferenceAlone()
                && type.scaleUpDomain()
                        .filter(domain -> domain.central() >= LEAST_DOMAIN)
                        .isPresent();
    }

    /**
     * The newest of a maker.
     *
     * @param vendor the maker
     * @param restricted whether it is one that is sold only where its maker's government lets it
     * @param date when
     */
    Optional<ChipType> newest(String vendor, boolean restricted, LocalDate date) {
        return of(vendor, restricted)
                .filter(type -> !available(type).last().isAfter(date))
                .max(Comparator.<ChipType>comparingInt(type -> quarter(available(type)))
                        .thenComparingDouble(type -> rate(type, precision))
                        .thenComparingDouble(ChipsOnSale::bandwidth)
                        .thenComparing(ChipType::name));
    }

    /** Since when a kind has had a successor: when the next generation of its maker could be had. */
    Optional<LocalDate> succeeded(ChipType type) {
        return since(type)
                .flatMap(since -> of(type.vendor(), restricted(type))
                        .filter(other -> !other.chip()
                                .generation(other.name())
                                .equals(type.chip().generation(type.name())))
                        .map(other -> available(other).first())
                        .filter(date -> date.isAfter(since))
                        .min(Comparator.naturalOrder()));
    }

    /** Since when a kind could be had; nothing where the catalog does not say. */
    static Optional<LocalDate> since(ChipType type) {
        return type.chip().available().or(() -> type.chip().announced()).map(CalendarPeriod::first);
    }

    static boolean restricted(ChipType type) {
        return type.chip().status() == Chip.Status.RESTRICTED;
    }

    /** The dense rate of one chip at its central value, in FLOP/s; zero where it has none. */
    static double rate(ChipType type, Precision precision) {
        return type.counted(precision).map(input -> input.central()).orElse(0.0);
    }

    private Stream<ChipType> of(String vendor, boolean restricted) {
        return chips.stream().filter(type -> type.vendor().equals(vendor) && restricted(type) == restricted);
    }

    private static CalendarPeriod available(ChipType type) {
        return type.chip().available().orElseThrow();
    }

    private static int quarter(CalendarPeriod available) {
        return available.first().getYear() * 4 + (available.first().getMonthValue() - 1) / 3;
    }

    private static double bandwidth(ChipType type) {
        return type.mainMemory()
                .flatMap(Memory::bandwidth)
                .map(input -> input.central())
                .orElse(0.0);
    }
}
