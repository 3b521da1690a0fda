package muster.fleet;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import muster.catalog.Shelf;
import muster.diagnostic.Problems;
import muster.document.Text;
import muster.format.Precision;

/** Adds up a fleet of the catalog. */
final class Counting {
    private Counting() {}

    /**
     * What a fleet of the catalog amounts to.
     *
     * @param id its id, where it is named
     * @param name what the names of its inputs begin with
     * @param precision the precision at which rates count
     */
    static Optional<Amount> of(Text id, String name, Precision precision, Shelf shelf, Problems problems) {
        int before = problems.reports();
        List<Lot> counted = new ArrayList<>();
        List<Amount.Stated> stated = new ArrayList<>();
        shelf.bind(Fleet.KIND, id, name, problems)
                .ifPresent(fleet -> fleet.entries().values().forEach(entry -> {
                    if (entry instanceof FleetEntry.Counted chips) {
                        ChipType.find(chips.chip(), shelf, problems)
                                .ifPresent(type -> counted.add(new Lot(type, chain -> chain.input(chips.count(), ""))));
                    } else if (entry instanceof FleetEntry.Rated rated && fits(rated, precision, problems)) {
                        stated.add(new Amount.Stated(chain -> chain.input(rated.capacity(), ""), List.of()));
                    }
                }));
        Amount amount = new Amount(counted, stated, precision, List.of());
        return amount.rated(problems) && problems.reports() == before ? Optional.of(amount) : Optional.empty();
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
