package muster.accuracy.measurement;

import java.util.OptionalDouble;

/**
 * How requests came and what of them the server took, where that is known beside their number.
 *
 * @param rate requests that came, in 1/s
 * @param duration how long they came, in s
 * @param cached prompt tokens of a request that were found in a cache
 * @param slots the most requests that the server was told to serve at once, of each replica
 * @param chunk the most prompt tokens that it was told to prefill in a step
 * @param waves requests of a run over those in flight
 * @param shortest the shortest answer over the longest
 * @param streamed tokens of an answer that are sent together
 * @param replicas replicas of the layout, where the servers that prefill serve several
 */
public record Traffic(
        OptionalDouble rate,
        OptionalDouble duration,
        OptionalDouble cached,
        OptionalDouble slots,
        OptionalDouble chunk,
        OptionalDouble waves,
        OptionalDouble shortest,
        OptionalDouble streamed,
        OptionalDouble replicas) {
    /** Where nothing more is known. */
    public static final Traffic UNKNOWN = new Traffic(
            OptionalDouble.empty(),
            OptionalDouble.empty(),
            OptionalDouble.empty(),
            OptionalDouble.empty(),
            OptionalDouble.empty(),
            OptionalDouble.empty(),
            OptionalDouble.empty(),
            OptionalDouble.empty(),
            OptionalDouble.empty());
}
