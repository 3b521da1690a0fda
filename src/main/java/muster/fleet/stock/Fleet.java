package muster.fleet.stock;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import muster.catalog.Dated;
import muster.catalog.EntryKind;
import muster.document.In;
import muster.document.Range;
import muster.uncertainty.Input;
import muster.unit.CalendarPeriod;

/**
 * A fleet in the catalog.
 *
 * @param scope whose it is
 * @param asOf the date of its counts; of a series the last
 * @param owner the owner of all of it
 * @param correlations by vendor: how far the counts of two of its chips rise and fall together, as a rank correlation of their
 *     series; without one they are independent, as those of two vendors always are
 * @param entries its parts by name, as {@code h100}
 * @param totals by vendor: the source's own totals at the ends of quarters, by date, to be held against sums of ours and
 *     never added
 */
public record Fleet(
        Scope scope,
        LocalDate asOf,
        Optional<String> owner,
        @In(value = "1", range = Range.FRACTION) Optional<Map<String, Input>> correlations,
        Map<String, FleetEntry> entries,
        Optional<Map<String, Map<String, Quarter>>> totals)
        implements Dated {

    /** Fleets in the catalog. */
    public static final EntryKind<Fleet> KIND = new EntryKind<>("fleet/v1", "fleets", Fleet.class);

    @Override
    public Optional<String> whose() {
        return owner.or(() -> Optional.of(scope.toString()));
    }

    @Override
    public Map<String, CalendarPeriod> dates() {
        return Map.of("counted", CalendarPeriod.of(asOf));
    }

    /** Whose chips it counts, or of one owner alone. */
    public Holders holders(String id, Optional<String> meant) {
        Optional<String> whose = meant.or(() -> owner);
        return new Holders(
                id,
                whose,
                entries.values().stream()
                        .filter(entry -> whose.isPresent() && entry.owner().equals(whose))
                        .flatMap(entry -> entry.chipsOf().stream())
                        .flatMap(List::stream)
                        .distinct()
                        .toList());
    }
}
