package muster.scaling;

import java.util.Locale;

/** Whether a law is asked where what it says cannot be. */
public enum ExtrapolationPolicy {
    /** It is an error. */
    REFUSED,
    /** Its answer stands, with a warning. */
    ALLOWED;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
