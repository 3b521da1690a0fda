package muster.inference;

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
public final class Serving implements TimeModel {
    private final StepTime step;
    private final double interference;
    private final double chunkTokens;
    private final Causes reading = new Causes();

    /**
     * Serving with an engine.
     *
     * @param step the time of a step
     * @param interference the part of the time of prefill that streams wait for, f
     * @param chunkTokens the most prompt tokens that a step prefills
     */
    public Serving(StepTime step, double interference, double chunkTokens) {
        this.step = step;
        this.interference = interference;
        this.chunkTokens = chunkTokens;
    }

    @Override
    public double generate(Deployment deployment, Context context, Speculation speculation, Causes causes) {
        return generate(deployment, context, speculation, deployment.batch(), causes);
    }

    /**
     * The time from one step to the next.
     *
     * @param others requests whose prompts a stream waits for while it generates its tokens, of each data-parallel group
     * @return seconds
     */
    public double generate(
            Deployment deployment, Context context, Speculation speculation, double others, Causes causes) {
        double alone = step.mixed(deployment, context, speculation.guesses(), 0, causes);
        if (deployment.disaggregated() || others <= 0) {
            return alone;
        }
        double chunk = Math.min(context.promptTokens(), chunkTokens);
        double mixed = step.mixed(deployment, context, speculation.guesses(), chunk, reading);
        double part = part(context, speculation, others, chunk);
        causes.mix(reading, part);
        return alone + part * (mixed - alone);
    }

    private double part(Context context, Speculation speculation, double others, double chunk) {
        return interference
                * speculation.tokensPerStep()
                * others
                * context.promptTokens()
                / (chunk * context.outputTokens());
    }

    @Override
    public Optional<StepExplanation> explain(Deployment deployment, Context context, Speculation speculation) {
        Causes alone = Causes.recording();
        Causes mixed = Causes.recording();
        step.mixed(deployment, context, speculation.guesses(), 0, alone);
        double chunk = Math.min(context.promptTokens(), chunkTokens);
        boolean apart = deployment.disaggregated();
        if (!apart) {
            step.mixed(deployment, context, speculation.guesses(), chunk, mixed);
        }
        return Optional.of(new StepExplanation(
                step.machine(),
                step.formats(),
                alone.terms(),
                mixed.terms(),
                apart ? 0 : part(context, speculation, deployment.batch(), chunk),
                1 + speculation.guesses() * speculation.guessCost(),
                speculation.tokensPerStep()));
    }

    @Override
    public double read(Deployment deployment, double promptTokens, Causes causes) {
        return step.read(deployment, promptTokens, causes);
    }

    @Override
    public double readTogether(Deployment deployment, double prompts, double promptTokens, Causes causes) {
        return step.readTogether(deployment, prompts, promptTokens, causes);
    }
}
