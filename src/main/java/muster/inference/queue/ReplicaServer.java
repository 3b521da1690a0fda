package muster.inference.queue;

import muster.inference.step.Deployment;
import muster.inference.step.RequestTokens;
import muster.inference.step.Speculation;
import muster.inference.step.StepTime;
import muster.inference.step.TimeBreakdown;

/**
 * Replicas that prefill prompts in the steps in which it generates, up to a chunk of prompt tokens a step and data-parallel group.
 * Groups take prompts in turn, and a step lasts until the group with the most prompts is done. Not safe for use by several threads.
 */
public final class ReplicaServer implements BatchServer {
    private final StepTime step;
    private final Deployment layout;
    private final RequestTokens lengths;
    private final Speculation speculation;
    private final double computed;
    private final double chunk;
    private final double interference;
    private final double replicas;
    private final TimeBreakdown causes = new TimeBreakdown();

    /**
     * A replica.
     *
     * @param step the time of a step
     * @param layout how it is parallelised; its batch does not count
     * @param lengths the lengths of requests
     * @param cachedTokens prompt tokens of a request that are found in the cache and not computed
     * @param speculation how draft tokens are proposed
     * @param chunkTokens the most prompt tokens that a step prefills, of each group
     * @param interference the part of the time of prefill that streams wait for
     * @param replicas how many there are of it, among which requests are shared
     */
    public ReplicaServer(
            StepTime step,
            Deployment layout,
            RequestTokens lengths,
            double cachedTokens,
            Speculation speculation,
            double chunkTokens,
            double interference,
            double replicas) {
        this.step = step;
        this.layout = layout;
        this.lengths = lengths;
        this.speculation = speculation;
        this.computed = Math.max(1, lengths.promptTokens() - cachedTokens);
        this.chunk = chunkTokens;
        this.interference = interference;
        this.replicas = replicas;
    }

    /** The lengths of requests. */
    RequestTokens lengths() {
        return lengths;
    }

    /**
     * The time that an answer takes after its first token: its tokens times that of a step, of which prompts that come make some longer.
     *
     * @param steps the time of steps at the number of sequences that are generated
     * @param prompts prompts that come in a step, to all groups
     * @return seconds
     */
    double answerSeconds(PromptSteps steps, double prompts) {
        double waited = interference * (steps.meanStepWith(prompts) - steps.alone());
        return (lengths.outputTokens() - 1) * (steps.alone() + waited) / speculation.tokensPerStep();
    }

    /** How many of a number that comes while an answer is generated come in a step. */
    double perStep(double prompts) {
        return prompts * speculation.tokensPerStep() / lengths.outputTokens();
    }

    @Override
    public double stepSeconds(double sequences, double prompts) {
        return carrying(sequences, prompts <= 0 ? 0 : Math.min(chunk, Math.max(1, prompts / groups()) * computed));
    }

    /** The time of a step whose slowest group prefills so many prompt tokens, in s. */
    double carrying(double sequences, double promptTokens) {
        return step.mixed(layout.with(sequences / groups()), lengths, speculation, promptTokens, 1, causes)
                * drafting();
    }

    @Override
    public double capacity() {
        return groups() * Math.max(1, chunk / computed);
    }

    @Override
    public double passes() {
        return Math.max(1, computed / chunk);
    }

    private double drafting() {
        return 1 + speculation.draftTokens() * speculation.draftCost();
    }

    private double groups() {
        return replicas * layout.data() * layout.stages();
    }
}
