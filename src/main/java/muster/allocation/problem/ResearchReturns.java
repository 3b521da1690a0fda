package muster.allocation.problem;

/**
 * What parallel researchers of a period are worth.
 *
 * <pre>
 * worth = delta^t * months * r (A / r)^lambda,  A = sum over variants of heads * speed-up^(1 / lambda)
 * </pre>
 *
 * With one variant that is speed-up * r (heads / r)^lambda: diminishing returns act on heads and never on the speed-up. A
 * head of speed-up Q counts as Q^(1 / lambda) heads of speed-up 1, because so many do the same.
 *
 * @param exponent lambda, above 0 and up to 1
 * @param reference r, a team in which nobody stands in another's way, in researchers
 * @param discount delta, what the research of a period is worth over that of the period before
 * @param months the length of a period, in months
 */
public record ResearchReturns(double exponent, double reference, double discount, double months) {

    /** What a head of a speed-up counts. */
    public double equivalents(double speedup) {
        return Math.pow(speedup, 1 / exponent);
    }

    /** Whether the second researcher is worth as much as the first. */
    public boolean constant() {
        return exponent == 1;
    }

    /** What research of a period is worth over that of the first. */
    public double discounted(int period) {
        return Math.pow(discount, period);
    }

    /** What a period's equivalents are worth without discount, in researcher-months. */
    public double undiscounted(double equivalents) {
        return months * reference * Math.pow(equivalents / reference, exponent);
    }

    /** What a period's equivalents are worth, in researcher-months. */
    public double worth(int period, double equivalents) {
        return discounted(period) * undiscounted(equivalents);
    }

    /** What the next equivalent adds to it. */
    public double slope(int period, double equivalents) {
        return constant()
                ? discounted(period) * months
                : discounted(period) * months * exponent * Math.pow(equivalents / reference, exponent - 1);
    }
}
