package muster.scaling;

import muster.scaling.loss.LawUnits;
import muster.trace.Chain;
import muster.trace.Figure;

/** What fitted power laws count in, on a chain ({@link LawUnits}). */
final class Counted {
    private Counted() {}

    static Figure parameter(Chain chain) {
        return LawUnits.parameter(chain.one());
    }

    static Figure token(Chain chain) {
        return LawUnits.token(chain.one());
    }

    static Figure flop(Chain chain) {
        return LawUnits.flop(chain.one());
    }
}
