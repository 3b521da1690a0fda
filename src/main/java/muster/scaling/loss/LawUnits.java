package muster.scaling.loss;

import muster.trace.Arithmetic;
import muster.uncertainty.Source;
import muster.uncertainty.Tier;
import muster.unit.Quantity;

/**
 * What fitted power laws count in: powers are of pure numbers, so a law states the unit that it divides by. Each is recorded when
 * it is first asked for.
 */
public final class LawUnits {
    private static final Source COUNTS =
            Source.of("definition", "the law counts single parameters and single tokens", Tier.DEFINITION);
    private static final Source NATS = Source.of("definition", "the law gives nats per token", Tier.DEFINITION);
    private static final Source FLOPS = Source.of("definition", "the law counts single FLOP", Tier.DEFINITION);
    private static final Quantity PARAMETER = Quantity.of(1, "parameter");
    private static final Quantity TOKEN = Quantity.of(1, "token");
    private static final Quantity FLOP = Quantity.of(1, "FLOP");
    private static final Quantity NAT = Quantity.of(1, "nat/token");

    private LawUnits() {}

    /** One parameter, in the arithmetic of a number. */
    public static <N extends Arithmetic<N>> N parameter(N of) {
        return of.constant("training.law.parameter", "", PARAMETER, COUNTS);
    }

    /** One token. */
    public static <N extends Arithmetic<N>> N token(N of) {
        return of.constant("training.law.token", "", TOKEN, COUNTS);
    }

    /** One FLOP. */
    public static <N extends Arithmetic<N>> N flop(N of) {
        return of.constant("training.law.flop", "", FLOP, FLOPS);
    }

    /** One nat per token. */
    public static <N extends Arithmetic<N>> N nat(N of) {
        return of.constant("training.law.nat", "", NAT, NATS);
    }
}
