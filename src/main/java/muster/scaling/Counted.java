package muster.scaling;

import muster.trace.Chain;
import muster.trace.Figure;
import muster.uncertainty.Source;
import muster.uncertainty.Tier;
import muster.unit.Quantity;

/** What fitted power laws count in: powers are of pure numbers, so a law states the unit that it divides by. */
final class Counted {
    private static final Source UNITS =
            Source.of("definition", "the law counts single parameters and single tokens", Tier.DEFINITION);
    private static final Source NATS = Source.of("definition", "the law gives nats per token", Tier.DEFINITION);
    private static final Source FLOP = Source.of("definition", "the law counts single FLOP", Tier.DEFINITION);

    private Counted() {}

    static Figure parameter(Chain chain) {
        return chain.constant("training.law.parameter", "", Quantity.of(1, "parameter"), UNITS);
    }

    static Figure token(Chain chain) {
        return chain.constant("training.law.token", "", Quantity.of(1, "token"), UNITS);
    }

    static Figure flop(Chain chain) {
        return chain.constant("training.law.flop", "", Quantity.of(1, "FLOP"), FLOP);
    }

    static Figure nat(Chain chain) {
        return chain.constant("training.law.nat", "", Quantity.of(1, "nat/token"), NATS);
    }
}
