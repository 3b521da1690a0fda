package muster.scaling.law;

import muster.scaling.loss.LawUnits;
import muster.trace.Chain;
import muster.trace.Figure;

/** What fitted power laws count in, on a chain ({@link LawUnits}). */
public final class CountedUnits {
    private CountedUnits() {}

    public static Figure parameter(Chain chain) {
        return LawUnits.parameter(chain.one());
    }

    public static Figure token(Chain chain) {
        return LawUnits.token(chain.one());
    }

    public static Figure flop(Chain chain) {
        return LawUnits.flop(chain.one());
    }
}
