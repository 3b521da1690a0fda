package muster.inference.queue;

import java.util.Optional;

/**
 * Requests that come independently at a rate (Poisson arrivals). How many are generated follows from how long an answer takes, which
 * follows from how many are generated ({@link Generating}), and from the prompts that come meanwhile:
 *
 * <pre>
 * answer(n)   = (out - 1) mean step(n, k)/tokens per step,   k = rate mean step + rate first token tokens per step/out
 * first token = slot + residual + wait + own steps + overhead
 * </pre>
 *
 * <p>A step carries the prompts that came during the one before, and an answer is kept by those too that came while its own prompt
 * waited. The replica saturates at the rate at which as many users as it holds are served who never rest; at more there is no steady
 * state, and the wait grows for as long as the load lasts.
 */
public final class OpenLoop {
    private final ClosedLoop loop;
    private final Served full;

    /** Requests to a replica. */
    public OpenLoop(ClosedLoop loop) {
        this.loop = loop;
        this.full = loop.at(loop.slots(), Waves.STEADY);
    }

    /** The rate at which the replica saturates, in 1/s. */
    public double saturation() {
        return full.ratePerSecond();
    }

    /** What requests see at a rate in 1/s; nothing where there is no steady state. */
    public Optional<Served> at(double rate) {
        double saturation = saturation();
        if (rate >= saturation) {
            return Optional.empty();
        }
        int slots = (int) Math.max(1, loop.slots());
        Generating some =
                Generating.of(rate, slots, sequences -> answer(rate, PromptSteps.of(loop.server(), sequences)));
        double answer = some.mean() / rate;
        double slot = some.waiting() / rate;
        PromptSteps steps = PromptSteps.of(loop.server(), some.mean());
        double first = first(rate, steps);
        if (Double.isInfinite(slot + first)) {
            return Optional.empty();
        }
        double alone =
                overhead(rate, steps) + loop.handing() + loop.prompts(steps).own(1);
        return Optional.of(new Served(
                slot + first,
                answer / Math.max(1, loop.server().lengths().outputTokens() - 1),
                slot + first + answer,
                rate,
                slot,
                first - alone,
                rate / saturation));
    }

    /**
     * What requests see on average that come at a rate beyond saturation while a load lasts: the replica serves all that it can, and the
     * first token waits for the half of the work that is left at the end.
     *
     * <pre>
     * wait = duration/2 (rate/saturation - 1)
     * </pre>
     *
     * @param rate in 1/s
     * @param durationSeconds how long the load lasts
     */
    public Served beyond(double rate, double durationSeconds) {
        double wait = durationSeconds / 2 * Math.max(0, rate / full.ratePerSecond() - 1);
        return new Served(
                wait + full.timeToFirstTokenSeconds(),
                full.tokenSeconds(),
                wait + full.requestSeconds(),
                full.ratePerSecond(),
                wait,
                full.queueSeconds(),
                rate / full.ratePerSecond());
    }

    // Others begin while an answer lasts, and those that came while it waited are prefilled after it.
    private double answer(double rate, PromptSteps steps) {
        if (loop.pool().isPresent()) {
            return loop.server().answerSeconds(steps, 0);
        }
        double first = first(rate, steps);
        double behind = Double.isInfinite(first) ? 0 : loop.server().perStep(rate * first);
        return loop.server().answerSeconds(steps, rate * steps.meanStep(rate, behind) + behind);
    }

    private double overhead(double rate, PromptSteps steps) {
        return loop.overhead().of(loop.pool().isPresent() ? steps.alone() : steps.meanStep(rate));
    }

    private double first(double rate, PromptSteps steps) {
        PromptSteps prompts = loop.prompts(steps);
        double residual = prompts.residual(rate);
        return overhead(rate, steps)
                + loop.handing()
                + residual
                + PromptQueue.steady(prompts.promptSeconds(), prompts.capacity(), rate)
                + prompts.own(1 + 2 * rate * residual);
    }
}
