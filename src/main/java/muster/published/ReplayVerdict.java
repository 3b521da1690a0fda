package muster.published;

import java.util.Locale;

/** What was found of a published figure that Muster computes. */
public enum ReplayVerdict {
    /** It follows from the publication's own inputs. */
    REPRODUCED,
    /** It follows only with a change that the reason states. */
    WITH_CHANGE,
    /** The publication's own formula and inputs give another figure: a slip of the pen. */
    MISPRINT,
    /** It contradicts the publication's own inputs. */
    INCONSISTENT;

    /** Whether our figure should agree with the printed one. */
    boolean agrees() {
        return this == REPRODUCED || this == WITH_CHANGE;
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
