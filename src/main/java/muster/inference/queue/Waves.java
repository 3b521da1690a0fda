package muster.inference.queue;

/**
 * How a benchmark at a fixed number of requests sends them: all at once at first, then each when one is answered. Answers whose
 * lengths are alike end together, so that the next wave comes in a window that grows with the waves before it:
 *
 * <pre>
 * window of wave k = min(cycle, sqrt(first^2 + (k - 1) (2 (1 - r)/(1 + r) answer)^2)),   window of wave 1 = 0
 * </pre>
 *
 * <p>with r the shortest answer over the longest, lengths spread evenly between (each wave adds the variance of the lengths), and
 * {@code first} the time in which the prompts of the first wave are prefilled.
 *
 * @param count requests over those in flight; infinite for a steady state that has forgotten its begin
 * @param shortest the shortest answer over the longest, r
 * @param together whether the server prefills all prompts that wait before it generates, so that the answers of a wave begin together
 */
public record Waves(double count, double shortest, boolean together) {
    /** Users who have come and gone for long: requests come at any time. */
    public static final Waves STEADY = new Waves(Double.POSITIVE_INFINITY, 0, false);

    boolean steady() {
        return Double.isInfinite(count);
    }

    /**
     * The time within which the requests of a wave come, in s.
     *
     * @param wave which, from 1
     * @param first the time in which the prompts of the first wave are prefilled
     * @param answer the time of an answer after its first token
     * @param cycle the time of an answer with its first token
     */
    double window(int wave, double first, double answer, double cycle) {
        if (wave == 1) {
            return 0;
        }
        double spread = 2 * (1 - shortest) / (1 + shortest) * answer;
        return Math.min(cycle, Math.sqrt((together ? 0 : first * first) + (wave - 1) * spread * spread));
    }
}
