package muster.inference.step;

import java.util.Optional;

/**
 * The time per output token while prompts of other requests are prefilled in the same steps (continuous batching).
 *
 * <pre>
 * seconds from step to step = T(B, 0) + f n (T(B, C) - T(B, 0)),  n = others in/(C out),  C = min(in, chunk)
 *                           = (1 - f) T(B, 0) + f T(B, n C)   where n is above 1
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
    private final double mostChunks;
    private final TimeBreakdown reading = new TimeBreakdown();

    /**
     * Serving with an engine.
     *
     * @param step the time of a step
     * @param interference the part of the time of prefill that streams wait for, f
     * @param chunkTokens the most prompt tokens that a step prefills
     * @param mostChunks the most steps that prefill from one step that decodes to the next
     */
    public ContinuousBatching(StepTime step, double interference, double chunkTokens, double mostChunks) {
        this.step = step;
        this.interference = interference;
        this.chunkTokens = chunkTokens;
        this.mostChunks = mostChunks;
    }

    @Override
    public double decode(Deployment deployment, RequestTokens context, Speculation speculation, TimeBreakdown causes) {
        return decode(deployment, context, speculation, deployment.batch(), false, causes);
    }

    /**
     * The time from one step to the next.
     *
     * @param others requests whose prompts a stream waits for while it generates its tokens, of each data-parallel group
     * @param atMostOne whether a stream waits for one chunk at most from step to step, as one does that generates; else for all prompts
     *     that keep pace with the tokens, as the throughput does
     * @return seconds
     */
    public double decode(
            Deployment deployment,
            RequestTokens context,
            Speculation speculation,
            double others,
            boolean atMostOne,
            TimeBreakdown causes) {
        double alone = step.mixed(deployment, context, speculation, 0, 1, causes);
        if (deployment.disaggregated() || others <= 0) {
            return alone;
        }
        Prefilling part = part(deployment, context, speculation, others, atMostOne);
        double mixed = step.mixed(deployment, context, speculation, part.tokens(), part.groups(), reading);
        causes.mix(reading, part.alone(), part.steps());
        return part.alone() * alone + part.steps() * mixed;
    }

    /**
     * How often steps prefill.
     *
     * @param alone the part of steps that decode alone
     * @param steps the part of steps in which any group prefills, times the part of them that streams wait for
     * @param groups the part of the groups that prefill in such a step
     * @param tokens the prompt tokens of each such group
     */
    private record Prefilling(double alone, double steps, double groups, double tokens) {}

    private Prefilling part(
            Deployment deployment, RequestTokens context, Speculation speculation, double others, boolean atMostOne) {
        double chunk = Math.min(context.computedTokens(), chunkTokens);
        double own = speculation.tokensPerStep() * others * context.computedTokens() / (chunk * context.outputTokens());
        if (own <= 0) {
            return new Prefilling(1, 0, 1, chunk);
        }
        if (own < 1) {
            double any = own + step.rankSpread() * (1 - Math.pow(1 - own, deployment.data()) - own);
            return new Prefilling(1 - interference * any, interference * any, own / any, chunk);
        }
        if (atMostOne) {
            double most = interference * Math.min(mostChunks, own);
            return new Prefilling(1 - most, most, 1, chunk);
        }
        // Every step prefills, and as much as keeps pace with its tokens.
        return new Prefilling(1 - interference, interference, 1, own * chunk);
    }

    @Override
    public Optional<StepExplanation> explain(Deployment deployment, RequestTokens context, Speculation speculation) {
        TimeBreakdown alone = TimeBreakdown.recording();
        TimeBreakdown mixed = TimeBreakdown.recording();
        step.mixed(deployment, context, speculation, 0, 1, alone);
        boolean apart = deployment.disaggregated();
        Prefilling part = part(deployment, context, speculation, apart ? 0 : deployment.batch(), false);
        if (!apart) {
            step.mixed(deployment, context, speculation, part.tokens(), part.groups(), mixed);
        }
        return Optional.of(new StepExplanation(
                step.machine(),
                step.formats(),
                alone.terms(),
                mixed.terms(),
                part.alone(),
                part.steps(),
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

    @Override
    public double prefillAll(Deployment deployment, double prompts, RequestTokens context, TimeBreakdown causes) {
        return step.prefillAll(deployment, prompts, context, causes);
    }
}
