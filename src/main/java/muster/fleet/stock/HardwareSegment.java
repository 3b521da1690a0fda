package muster.fleet.stock;

import java.util.Locale;

/** The part of all graphics and AI hardware that chips belong to. */
public enum HardwareSegment {
    /** Chips in data centres. */
    DATA_CENTRE,
    /** Graphics chips of desktops and notebooks. */
    GRAPHICS,
    /** Games consoles. */
    CONSOLES;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
