package muster.inference.step;

import java.util.Optional;

/**
 * The time per output token while prompts of other requests are prefilled in the same steps (continuous batching).
 *
 * <pre>
 * seconds from step to step = T(B, 0) + f n (T(B, C) - T(B, 0)),  n = others in/(C out),  C = min(in, chunk)
 * </pre>
 *
 * <p>Every stream waits for the prompts of the others: while it generates {@code out} tokens, each of them begins one request.
 * A prompt is prefilled in chunks (chunked prefill), so that a step either prefills C prompt tokens or none; a step in which
 * prompts are spread evenly would hide their arithmetic behind the loading of weights.
 */
public final class ContinuousBatching implements TimeModel {
    private final StepTime step;
    private final double interference;
    private final double chunkTokens;
    private final TimeBreakdown reading = new TimeBreakdown();

    /**
     * Serving with an engine.
     *
     * @param step the time of a step
     * @param interference the part of the time of prefill that streams wait for, f
     * @param chunkTokens the most prompt tokens that a step prefills
     */
    public ContinuousBatching(StepTime step, double interference, double chunkTokens) {
        this.step = step;
        this.interference = interference;
        this.chunkTokens = chunkTokens;
    }

    @Override
    public double decode(Deployment deployment, RequestTokens context, Speculation speculation, TimeBreakdown causes) {
        return decode(deployment, context, speculation, deployment.batch(), causes);
    }

    /**
     * The time from one step to the next.
     *
     * @param others requests whose prompts a stream waits for while it generates its tokens, of each data-parallel group
     * @return seconds
     */
    public double decode(
            Deployment deployment,
            RequestTokens context,
            Speculation speculation,
            double others,
            TimeBreakdown causes) {
        double alone = step.mixed(deployment, context, speculation.draftTokens(), 0, causes);
        if (deployment.disaggregated() || others <= 0) {
            return alone;
        }
        double chunk = Math.min(context.promptTokens(), chunkTokens);
        double mixed = step.mixed(deployment, context, speculation.draftTokens(), chunk, reading);
        double part = part(context, speculation, others, chunk);
        causes.mix(reading, part);
        return alone + part * (mixed - alone);
    }

    private double part(RequestTokens context, Speculation speculation, double others, double chunk) {
        return interference
                * speculation.tokensPerStep()
                * others
                * context.promptTokens()
                / (chunk * context.outputTokens());
    }

    @Override
    public Optional<StepExplanation> explain(Deployment deployment, RequestTokens context, Speculation speculation) {
        TimeBreakdown alone = TimeBreakdown.recording();
        TimeBreakdown mixed = TimeBreakdown.recording();
        step.mixed(deployment, context, speculation.draftTokens(), 0, alone);
        double chunk = Math.min(context.promptTokens(), chunkTokens);
        boolean apart = deployment.disaggregated();
        if (!apart) {
            step.mixed(deployment, context, speculation.draftTokens(), chunk, mixed);
        }
        return Optional.of(new StepExplanation(
                step.machine(),
                step.formats(),
                alone.terms(),
                mixed.terms(),
                apart ? 0 : part(context, speculation, deployment.batch(), chunk),
                1 + speculation.draftTokens() * speculation.draftCost(),
                speculation.tokensPerStep()));
    }

    @Override
    public double prefill(Deployment deployment, double promptTokens, TimeBreakdown causes) {
        return step.prefill(deployment, promptTokens, causes);
    }

    @Override
    public double prefillBatch(Deployment deployment, double prompts, double promptTokens, TimeBreakdown causes) {
        return step.prefillBatch(deployment, prompts, promptTokens, causes);
    }
}
