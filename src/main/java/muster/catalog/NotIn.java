package muster.catalog;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import muster.unit.CalendarPeriod;

/**
 * Things that were announced and are not in the catalog, since what an entry needs was not found.
 *
 * @param kind what they would be
 * @param entries the things, by the id that each would have
 */
public record NotIn(Kind kind, Map<String, Thing> entries) {

    /** Lists of what is not in the catalog. */
    public static final EntryKind<NotIn> KIND = new EntryKind<>("not-in/v1", "not-in", NotIn.class);

    /** What a thing would be an entry of. */
    public enum Kind {
        CHIP,
        FLEET,
        ARCHITECTURE,
        EXCHANGE_RATE;

        /** The name of the kind of entry, as {@code exchange-rate}. */
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /**
     * One thing.
     *
     * @param name what it is called
     * @param whose who makes it, or has it
     * @param announced when it was announced, as far as that is known
     * @param expected when it is to be had, as far as that was said
     * @param missing what an entry would need and nobody states
     * @param source where that was looked for
     * @param notes what else is known
     */
    public record Thing(
            String name,
            String whose,
            Optional<CalendarPeriod> announced,
            Optional<CalendarPeriod> expected,
            String missing,
            String source,
            Optional<String> notes) {}
}
