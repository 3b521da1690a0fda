package muster.fleet;

import muster.trace.Chain;
import muster.trace.Figure;

/** Something that a fleet has so much of and that a chain can compute: FLOP/s, watts, dollars an hour. */
@FunctionalInterface
interface Rate {
    /** The figure, not yet named. */
    Figure apply(Chain chain);

    /** This and another. */
    default Rate plus(Rate other) {
        return chain -> apply(chain).plus(other.apply(chain));
    }
}
