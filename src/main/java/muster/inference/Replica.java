package muster.inference;

/**
 * A deployment of a model as a search times it; {@link OperatingPoint} adds what takes the time.
 *
 * @param deployment how it is spread
 * @param promptSeconds the time to read one prompt alone
 * @param chips its chips, with those that read prompts for it where these are apart
 * @param serialSpeed generated tokens of one stream, in token/s
 * @param throughputPerChip generated tokens of all streams, in token/s per chip
 */
public record Replica(
        Deployment deployment, double promptSeconds, double chips, double serialSpeed, double throughputPerChip) {

    /** Sequences that it generates at once. */
    public double sequences() {
        return deployment.sequences();
    }

    /** Generated tokens of all its streams, in token/s. */
    double throughput() {
        return chips * throughputPerChip;
    }

    /** Generated tokens of so many chips of its kind, in token/s: of whole replicas. */
    double throughputOf(double chipsAtHand) {
        return replicasOf(chipsAtHand) * throughput();
    }

    /** Whole replicas of so many chips. */
    double replicasOf(double chipsAtHand) {
        return Math.floor(chipsAtHand / chips + 1e-9);
    }
}
