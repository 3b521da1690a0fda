package muster.inference.calibration;

import java.util.Locale;

/**
 * What the error of the step-time model depends on: the kind of model that is served and how many sequences share a step. Where
 * the number of sequences is solved from the memory and not given, its error adds to that of the time.
 */
public enum Regime {
    DENSE_FEW,
    DENSE_SOME,
    DENSE_MANY,
    DENSE_SOLVED,
    EXPERTS_FEW,
    EXPERTS_SOME,
    EXPERTS_MANY,
    EXPERTS_SOLVED,
    PREFILL,
    QUEUE;

    private static final double FEW = 8;
    private static final double SOME = 64;

    /**
     * The regime of a replica.
     *
     * @param experts whether the model has experts
     * @param sequences how many the replica generates at once
     */
    public static Regime of(boolean experts, double sequences) {
        if (sequences <= FEW) {
            return experts ? EXPERTS_FEW : DENSE_FEW;
        }
        return sequences <= SOME ? experts ? EXPERTS_SOME : DENSE_SOME : experts ? EXPERTS_MANY : DENSE_MANY;
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
