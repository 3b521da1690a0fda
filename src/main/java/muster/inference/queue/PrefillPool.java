package muster.inference.queue;

import muster.inference.step.Deployment;
import muster.inference.step.StepTime;
import muster.inference.step.TimeBreakdown;

/**
 * Replicas that prefill for others (disaggregated prefill): each takes as many of the prompts that wait as fit in a chunk, and hands
 * their caches on.
 *
 * @param step the time of a step
 * @param layout how each is parallelised
 * @param workers how many there are
 * @param promptTokens prompt tokens of a request that are computed
 * @param chunkTokens the most prompt tokens that a step prefills, of each data-parallel group
 * @param handSeconds the time to hand the cache of a prompt on, in s
 */
public record PrefillPool(
        StepTime step, Deployment layout, double workers, double promptTokens, double chunkTokens, double handSeconds)
        implements BatchServer {

    @Override
    public double stepSeconds(double sequences, double prompts) {
        double groups = workers * layout.data();
        double each = Math.min(chunkTokens / promptTokens, Math.max(1, prompts / groups));
        return prompts <= 0 ? 0 : step.prefillBatch(layout, each, promptTokens, new TimeBreakdown());
    }

    @Override
    public double capacity() {
        return workers * layout.data() * layout.stages() * Math.max(1, chunkTokens / promptTokens);
    }

    @Override
    public double passes() {
        return Math.max(1, promptTokens / chunkTokens);
    }
}
