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
    INCONSISTENT,
    /** Ours is a forecast of the same thing by other means, set beside it: no agreement is claimed, and the reason says what differs. */
    COMPARED;

    /** Whether it is borne out, where our figure agrees with the printed one or does not. */
    boolean holds(boolean agrees) {
        return this == COMPARED || agrees == (this == REPRODUCED || this == WITH_CHANGE);
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
