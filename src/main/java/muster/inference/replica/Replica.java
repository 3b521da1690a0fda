package muster.inference.replica;

import java.util.Optional;
import muster.inference.step.Deployment;

/**
 * A deployment of a model as a search times it; {@link OperatingPoint} adds what takes the time.
 *
 * @param deployment how it is parallelised
 * @param prefill the replicas that prefill for it, where prefill is disaggregated
 * @param ownPrefillSeconds the time to prefill one prompt alone on its own chips, where it prefills itself
 * @param chips its chips, with its part of those that prefill for it where prefill is disaggregated
 * @param serialSpeed generated tokens of one stream, in token/s
 * @param throughputPerChip generated tokens of all streams, in token/s per chip
 */
public record Replica(
        Deployment deployment,
        Optional<PrefillReplica> prefill,
        double ownPrefillSeconds,
        double chips,
        double serialSpeed,
        double throughputPerChip) {

    /** The time to prefill one prompt alone, in s. */
    public double prefillSeconds() {
        return prefill.map(PrefillReplica::prefillSeconds).orElse(ownPrefillSeconds);
    }

    /** Sequences that it generates at once. */
    public double sequences() {
        return deployment.sequences();
    }

    /** Generated tokens of all its streams, in token/s. */
    double throughput() {
        return chips * throughputPerChip;
    }

    /** Generated tokens of so many chips of its kind, in token/s: of whole replicas. */
    public double throughputOf(double chipsAtHand) {
        return replicasOf(chipsAtHand) * throughput();
    }

    /** The fewest chips that serve at all: of one replica, and of one that prefills where prefill is disaggregated. */
    public double fewestChips() {
        // Asked for every sample, for which an Optional's function is slow.
        return prefill.isPresent()
                ? (double) deployment.chips() + prefill.get().deployment().chips()
                : chips;
    }

    /** Whole replicas of so many chips; none where they do not hold one that prefills beside one. */
    public double replicasOf(double chipsAtHand) {
        return chipsAtHand < fewestChips() ? 0 : Math.floor(chipsAtHand / chips + 1e-9);
    }
}
