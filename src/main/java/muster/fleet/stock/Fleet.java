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
 * @param partial by vendor: the last day of a quarter of which the source counts a part, which is left out; up to it the last
 *     full count stands
 * @param correlations by vendor, or by vendor and owner as {@code NVIDIA/meta}: how far the counts of two of its chips rise and
 *     fall together, as a rank correlation of their series; without one they are independent, as those of two vendors always are
 * @param entries its parts by name, as {@code h100}
 * @param totals by vendor: the source's own totals at the ends of quarters, by date, to be held against sums of ours and
 *     never added
 */
public record Fleet(
        Scope scope,
        LocalDate asOf,
        Optional<String> owner,
        Optional<Map<String, LocalDate>> partial,
        @In(value = "1", range = Range.SHARE) Optional<Map<String, Input>> correlations,
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

    /** The last day on which its counts stand, although no later one is known: its date, or the end of a quarter counted in part. */
    LocalDate lastDay() {
        return partial.stream()
                .flatMap(ends -> ends.values().stream())
                .filter(end -> end.isAfter(asOf))
                .max(LocalDate::compareTo)
                .orElse(asOf);
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
