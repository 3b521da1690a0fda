package muster.catalog;

import java.util.Map;
import java.util.Optional;
import muster.unit.CalendarPeriod;

/** An entry that tells how new it is. */
public interface Dated {
    /** Whose it is, as the maker of a chip; nothing where it is nobody's. */
    Optional<String> whose();

    /** What it has a date of, as {@code announced}, with the date, in the order in which they are shown; empty where none is known. */
    Map<String, CalendarPeriod> dates();
}
