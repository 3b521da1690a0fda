package muster.fleet;

import muster.format.Precision;
import muster.trace.Chain;
import muster.trace.Figure;
import muster.uncertainty.Input;

/**
 * What a fleet amounts to in a run.
 *
 * @param peak the dense peak rate before the share, in FLOP/s
 * @param fleet the section that it comes from
 */
public record Capacity(Figure peak, FleetShare fleet) {

    /** The dense peak rate of the chips that are up in a share of the fleet, in FLOP/s, not yet named. */
    public Figure of(Chain chain, Input share) {
        return peak.times(chain.input(share, "")).times(chain.input(fleet.availability(), ""));
    }

    /** The dense peak rate of the chips that are up in the fleet's own share, in FLOP/s, not yet named. */
    public Figure ofShare(Chain chain) {
        return of(chain, fleet.share());
    }

    /** The precision at which the rate is stated. */
    public Precision precision() {
        return fleet.source().precision();
    }
}
