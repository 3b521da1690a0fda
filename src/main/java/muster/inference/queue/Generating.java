package muster.inference.queue;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;

/**
 * How many requests are answered at once where they come independently at a rate and each takes longer the more there are:
 * generalised processor sharing, whose law depends on the mean length of answers alone.
 *
 * <pre>
 * P(n) = P(n - 1) rate answer(n)/min(n, c),  answer(n) = answer(c) for n above c
 * </pre>
 *
 * <p>with the c that a replica serves at once; those above wait (J. W. Cohen, "The multiple phase service network with generalized
 * processor sharing", 1979). Of answers of one length the wait is the half of that of lengths without memory, which the product
 * has.
 *
 * @param mean the mean number that is answered
 * @param waiting the mean number that waits for one of them to end
 */
record Generating(double mean, double waiting) {
    private static final double PART_OF_WAIT = 0.5;

    /**
     * In a steady state; infinitely many wait where there is none.
     *
     * @param rate requests that come, in 1/s
     * @param slots the most that are answered at once, c
     * @param answerSeconds how long an answer takes with so many at once, in s
     */
    static Generating of(double rate, int slots, DoubleUnaryOperator answerSeconds) {
        Curve answer = Curve.of(slots, answerSeconds);
        double ratio = rate * answer.at(slots) / slots;
        if (ratio >= 1) {
            return new Generating(slots, Double.POSITIVE_INFINITY);
        }
        double weight = 1;
        double all = 1;
        double generated = 0;
        for (int n = 1; n <= slots; n++) {
            weight *= rate * answer.at(n) / n;
            all += weight;
            generated += n * weight;
            if (all > 1e200) {
                weight /= all;
                generated /= all;
                all = 1;
            }
        }
        double tail = weight * ratio / (1 - ratio);
        double total = all + tail;
        return new Generating((generated + slots * tail) / total, PART_OF_WAIT * tail / (1 - ratio) / total);
    }

    /** A time that grows smoothly, between doublings as a straight line. */
    private static final class Curve {
        private final double[] at;
        private final double[] seconds;

        private Curve(double[] at, double[] seconds) {
            this.at = at;
            this.seconds = seconds;
        }

        static Curve of(int most, DoubleUnaryOperator seconds) {
            double[] at = IntStream.iterate(1, n -> n < 2 * most, n -> 2 * n)
                    .mapToDouble(n -> Math.min(n, most))
                    .toArray();
            return new Curve(at, Arrays.stream(at).map(seconds).toArray());
        }

        double at(double n) {
            int i = 0;
            while (i < at.length - 2 && at[i + 1] < n) {
                i++;
            }
            if (at.length == 1) {
                return seconds[0];
            }
            return seconds[i] + (n - at[i]) / (at[i + 1] - at[i]) * (seconds[i + 1] - seconds[i]);
        }
    }
}
