package muster.fleet;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import muster.catalog.Shelf;
import muster.diagnostic.Problems;
import muster.document.Text;
import muster.format.Precision;

/**
 * What a fleet is made of.
 *
 * @param chips chips counted
 * @param rated rates stated
 */
record Holdings(List<Holding> chips, List<FleetEntry.Rated> rated) {

    Holdings {
        chips = List.copyOf(chips);
        rated = List.copyOf(rated);
    }

    /** Those of a fleet in the catalog; the names of their inputs begin with the prefix. */
    static Optional<Holdings> ofCatalog(Text id, String prefix, Shelf shelf, Problems problems) {
        return shelf.bind(Fleet.KIND, id, prefix, problems).map(fleet -> {
            List<Holding> chips = new ArrayList<>();
            List<FleetEntry.Rated> rated = new ArrayList<>();
            fleet.entries().values().forEach(entry -> {
                if (entry instanceof FleetEntry.Counted counted) {
                    chips.add(new Holding(counted.chip(), counted.count()));
                } else if (entry instanceof FleetEntry.Rated stated) {
                    rated.add(stated);
                }
            });
            return new Holdings(chips, rated);
        });
    }

    /** The dense peak rate at a precision, in FLOP/s. */
    Optional<Rate> peak(Precision wanted, Shelf shelf, Problems problems) {
        int before = problems.reports();
        Optional<Rate> counted = Holding.sum(chips, chip -> ChipRates.peak(chip, wanted, shelf, problems));
        Optional<Rate> stated = rated.stream()
                .filter(entry -> fits(entry, wanted, problems))
                .<Rate>map(entry -> chain -> chain.input(entry.capacity(), ""))
                .reduce(Rate::plus);
        return problems.reports() > before
                ? Optional.empty()
                : counted.isPresent() && stated.isPresent()
                        ? counted.map(rate -> rate.plus(stated.get()))
                        : counted.or(() -> stated);
    }

    /** The electric power, in W; nothing where a part of the fleet is only a rate. */
    Optional<Rate> power(Shelf shelf, Problems problems) {
        return rated.isEmpty() ? Holding.sum(chips, chip -> ChipRates.power(chip, shelf, problems)) : Optional.empty();
    }

    /** The rent, in USD/h; nothing where that of a chip is not known. */
    Optional<Rate> rent(Shelf shelf, Problems problems) {
        return rated.isEmpty() ? Holding.sum(chips, chip -> ChipRates.rent(chip, shelf, problems)) : Optional.empty();
    }

    private static boolean fits(FleetEntry.Rated entry, Precision wanted, Problems problems) {
        boolean fits = entry.precision() == wanted
                || entry.precision().formats().stream()
                        .anyMatch(format -> wanted.formats().contains(format));
        if (!fits) {
            problems.error(
                    "precision",
                    entry.capacity().place(),
                    "%s is stated at %s, and the fleet is asked for at %s"
                            .formatted(entry.capacity().name(), entry.precision(), wanted));
        }
        return fits;
    }
}
