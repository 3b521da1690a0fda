package muster.fleet;

import muster.trace.Chain;
import muster.trace.Figure;

/** A rate of computation that a chain can compute. */
@FunctionalInterface
public interface Rate {
    /** The dense peak rate in FLOP/s. */
    Figure apply(Chain chain);

    /** This rate and another. */
    default Rate plus(Rate other) {
        return chain -> apply(chain).plus(other.apply(chain));
    }
}
