package muster.inference.replica;

import java.util.OptionalDouble;

/**
 * A load that is to be served, and the limits within which.
 *
 * @param rate requests that come independently, in 1/s
 * @param cachedTokens prompt tokens of a request that are found in the cache of earlier ones
 * @param firstTokenSeconds the longest mean time to first token, in s
 * @param tokenSeconds the longest mean time per output token, in s
 */
public record LoadTarget(
        double rate, double cachedTokens, OptionalDouble firstTokenSeconds, OptionalDouble tokenSeconds) {}
