package muster.uncertainty;

import java.util.Locale;

/** What kind of source a value has. */
public enum Tier {
    VENDOR,
    PAPER,
    MEASURED,
    ANALYST,
    PRESS,
    DERIVED,
    DEFINITION,
    ASSUMPTION;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
