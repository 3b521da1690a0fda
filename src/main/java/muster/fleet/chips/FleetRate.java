package muster.fleet.chips;

import muster.trace.Chain;
import muster.trace.Figure;

/** Something that a fleet has so much of and that a chain can compute: FLOP/s, watts, dollars an hour. */
@FunctionalInterface
public interface FleetRate {
    /** The figure, not yet named. */
    Figure apply(Chain chain);

    /** This and another. */
    default FleetRate plus(FleetRate other) {
        return chain -> apply(chain).plus(other.apply(chain));
    }
}
