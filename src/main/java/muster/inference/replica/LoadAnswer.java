package muster.inference.replica;

import java.util.Locale;
import java.util.OptionalDouble;
import muster.inference.queue.Served;
import muster.inference.step.Deployment;

/**
 * Replicas of one layout that serve a load within its limits.
 *
 * @param deployment how each is parallelised
 * @param replicas how many there are, the fewest
 * @param served what requests see of them, of each at its part of the rate
 * @param binds what keeps fewer from serving it
 */
public record LoadAnswer(Deployment deployment, int replicas, Served served, Binds binds) {

    /** What bounds the rate of a replica. */
    public enum Binds {
        /** The longest time to first token. */
        TTFT,
        /** The longest time per output token. */
        TPOT,
        /** Nine tenths of the rate at which it saturates: beyond it waits grow with every clump of requests. */
        SATURATION,
        /** One replica is too many. */
        NOTHING;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Chips of all replicas. */
    public int chips() {
        return replicas * deployment.chips();
    }

    /** Generated tokens of all replicas, in token/s. */
    public double tokensPerSecond(double outputTokens) {
        return replicas * served.ratePerSecond() * outputTokens;
    }

    /** What is paid for all chips in an hour, or they take in W, where it is known of one. */
    public OptionalDouble ofChips(OptionalDouble one) {
        return one.isPresent() ? OptionalDouble.of(chips() * one.getAsDouble()) : OptionalDouble.empty();
    }
}
