package muster.workforce;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import muster.catalog.Dated;
import muster.catalog.EntryKind;
import muster.document.In;
import muster.uncertainty.Input;
import muster.unit.CalendarPeriod;

/**
 * A number of real people who did or do research.
 *
 * @param people how many
 * @param asOf when
 */
public record Headcount(
        @In(value = "researcher", plain = "1") Input people, LocalDate asOf) implements Dated {

    /** Head-counts in the catalog. */
    public static final EntryKind<Headcount> KIND = new EntryKind<>("headcount/v1", "headcounts", Headcount.class);

    @Override
    public Optional<String> whose() {
        return Optional.empty();
    }

    @Override
    public Map<String, CalendarPeriod> dates() {
        return Map.of("counted", CalendarPeriod.of(asOf));
    }
}
