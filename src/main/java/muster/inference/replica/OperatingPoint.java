package muster.inference.replica;

import java.util.Optional;
import java.util.OptionalDouble;
import muster.inference.step.Deployment;
import muster.inference.step.TokenTimeBreakdown;

/**
 * A deployment with what it yields.
 *
 * @param deployment how a replica is parallelised
 * @param chips chips of a replica, with those that prefill for it where prefill is disaggregated
 * @param serialSpeed generated tokens of one stream, in token/s
 * @param throughputPerChip generated tokens of all streams, in token/s per chip
 * @param prefill the replicas that prefill for it, where prefill is disaggregated
 * @param prefillSeconds the time to prefill one prompt on an idle replica, up to the first token
 * @param timeToFirstTokenSeconds the same with the time in a queue at this load; empty where prompts come faster than they are
 *     prefilled one by one, so that steps must prefill several at once
 * @param breakdown the seconds of an output token by what takes them
 */
public record OperatingPoint(
        Deployment deployment,
        double chips,
        double serialSpeed,
        double throughputPerChip,
        Optional<PrefillReplica> prefill,
        double prefillSeconds,
        OptionalDouble timeToFirstTokenSeconds,
        TokenTimeBreakdown breakdown) {

    /** Whether another is at least as good in both and better in one. */
    public boolean dominatedBy(OperatingPoint other) {
        return other.serialSpeed >= serialSpeed
                && other.throughputPerChip >= throughputPerChip
                && (other.serialSpeed > serialSpeed || other.throughputPerChip > throughputPerChip);
    }

    /**
     * The part of the dense rate that the parameters' arithmetic is: {@code 2 N_active token/s / peak}.
     *
     * @param activeParameters N_active
     * @param peakFlopPerSecond the dense rate per chip at the format of the products
     */
    public double utilization(double activeParameters, double peakFlopPerSecond) {
        return 2 * activeParameters * throughputPerChip / peakFlopPerSecond;
    }
}
