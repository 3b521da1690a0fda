package muster.uncertainty;

import java.util.Locale;

/** How the value was taken from its source. */
public enum Evidence {
    /** Read in the source itself, or in a stored copy of it. */
    READ,
    /** Read in another's quotation of the source. */
    SECOND_HAND,
    /** Written from memory of the source and not looked up. */
    FROM_MEMORY;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
