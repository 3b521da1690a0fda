package muster.inference.step;

/**
 * The seconds of an output token of one stream by what takes them.
 *
 * @param computeSeconds arithmetic
 * @param weightSeconds reading weights
 * @param cacheSeconds reading the KV cache
 * @param activationSeconds reading and writing activations
 * @param collectiveSeconds collectives between chips
 * @param fixedSeconds what kernels, layers and steps cost whatever their size
 */
public record TokenTimeBreakdown(
        double computeSeconds,
        double weightSeconds,
        double cacheSeconds,
        double activationSeconds,
        double collectiveSeconds,
        double fixedSeconds) {

    /** All of it. */
    public double seconds() {
        return computeSeconds + weightSeconds + cacheSeconds + activationSeconds + collectiveSeconds + fixedSeconds;
    }
}
