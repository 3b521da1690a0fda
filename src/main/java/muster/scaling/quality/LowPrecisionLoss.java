package muster.scaling.quality;

import java.util.List;
import muster.numeric.Roots;

/**
 * Effective parameters over those of the model when it is trained with few bits (Kumar et al. 2024, arXiv 2411.04330, Eq. 4
 * with the offsets of Appendix K, without which its constants give an optimum of 3.5 bits and not the paper's 7 to 8).
 *
 * <pre>
 * N_eff / N = product over weights, activations and cache of  1 - exp(-P/gamma + n)
 * </pre>
 *
 * @param parts weights, activations and cache, in this order
 */
public record LowPrecisionLoss(List<Part> parts) {
    private static final double FEWEST = 1;
    private static final double MOST = 32;

    /**
     * How one of them suffers.
     *
     * @param bits gamma, in bits
     * @param offset n
     */
    public record Part(double bits, double offset) {
        /** 1 - exp(-P/gamma + n). */
        public double kept(double precision) {
            return -StrictMath.expm1(-precision / bits + offset);
        }
    }

    public LowPrecisionLoss {
        parts = List.copyOf(parts);
    }

    /** N_eff / N where all have the same bits; below zero where training is unstable. */
    public double effectiveParameters(double precision) {
        double least =
                parts.stream().mapToDouble(part -> part.kept(precision)).min().orElse(1);
        return least <= 0
                ? least
                : parts.stream().mapToDouble(part -> part.kept(precision)).reduce(1, (a, b) -> a * b);
    }

    /**
     * The bits at which a training compute of 6/16 N D P FLOP buys most: P with d ln kept / d ln P = 1. It does not depend on
     * the compute where parameters and tokens have one exponent.
     */
    public double bestBits() {
        double unstable = parts.stream()
                .mapToDouble(part -> part.bits * part.offset)
                .max()
                .orElse(0);
        return Roots.between(this::excess, Math.max(FEWEST, unstable) * (1 + 1e-9), MOST);
    }

    private double excess(double precision) {
        double elasticity = 0;
        for (Part part : parts) {
            double lost = StrictMath.exp(-precision / part.bits + part.offset);
            elasticity += precision / part.bits * lost / (1 - lost);
        }
        return elasticity - 1;
    }
}
