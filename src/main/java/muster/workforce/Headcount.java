package muster.workforce;

import java.time.LocalDate;
import muster.catalog.EntryKind;
import muster.document.In;
import muster.uncertainty.Input;

/**
 * A number of real people who did or do research.
 *
 * @param people how many
 * @param asOf when
 */
public record Headcount(
        @In(value = "researcher", plain = "1") Input people, LocalDate asOf) {

    /** Head-counts in the catalog. */
    public static final EntryKind<Headcount> KIND = new EntryKind<>("headcount/v1", "headcounts", Headcount.class);
}
