package muster.fleet;

import java.util.Locale;

/** What a count of chips counts. A flow, a stock and a plan are never added. */
public enum Basis {
    /** Chips that stand and run at the date. */
    INSTALLED,
    /** Chips sold up to the date, none of them retired. */
    CUMULATIVE_SOLD;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
