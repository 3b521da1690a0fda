package muster.fleet.query;

import java.util.Locale;

/** What a fleet is measured in: computation first, then what holds, feeds and pays for it. */
public enum Measure {
    /** Chips, of whatever kind. */
    CHIPS("chip"),
    /** The dense peak rate at the precision that was asked for. */
    PEAK("FLOP/s"),
    /** H100-equivalents: chips times our rates, on the basis that was asked for. */
    H100E("H100e"),
    /** H100-equivalents as the source of the counts rates its chips. */
    H100E_AS_RATED("H100e"),
    /** The capacity of the main memories. */
    MEMORY("B"),
    /** The bandwidth of the main memories. */
    BANDWIDTH("B/s"),
    /** The design power of the chips alone. */
    POWER_OF_CHIPS("W"),
    /** The power with host, network and cooling. */
    POWER_ALL_IN("W"),
    /** The latest purchase prices of the chips, in the dollars of their years. */
    CAPITAL_COST("USD");

    private final String unit;

    Measure(String unit) {
        this.unit = unit;
    }

    /** The unit of its values. */
    public String unit() {
        return unit;
    }

    /** Its name, as {@code h100e_as_rated}. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
