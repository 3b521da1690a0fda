package muster.inference.step;

import java.util.Optional;

/** A model of the time that a replica takes. */
public interface TimeModel {

    /**
     * The time from one step to the next while tokens are generated.
     *
     * @param deployment how the replica is parallelised
     * @param context the lengths of requests
     * @param speculation how draft tokens are proposed
     * @param causes filled with where the time goes
     * @return seconds
     */
    double decode(Deployment deployment, RequestTokens context, Speculation speculation, TimeBreakdown causes);

    /**
     * The time to prefill one prompt alone.
     *
     * @param deployment how the replica is parallelised
     * @param promptTokens the length of the prompt
     * @param causes filled with where the time goes
     * @return seconds
     */
    double prefill(Deployment deployment, double promptTokens, TimeBreakdown causes);

    /**
     * The time per output token worked out, where the step-time model is made of operators.
     *
     * @param deployment how the replica is parallelised
     * @param context the lengths of requests
     * @param speculation how draft tokens are proposed
     */
    default Optional<StepExplanation> explain(Deployment deployment, RequestTokens context, Speculation speculation) {
        return Optional.empty();
    }

    /**
     * The time to prefill prompts together, by each data-parallel group.
     *
     * @param deployment how the replica is parallelised
     * @param prompts how many there are
     * @param promptTokens the length of each
     * @param causes filled with where the time goes
     * @return seconds
     */
    default double prefillBatch(Deployment deployment, double prompts, double promptTokens, TimeBreakdown causes) {
        return prompts * prefill(deployment, promptTokens, causes);
    }

    /**
     * The time to prefill prompts together of which a cache may hold the first tokens: these are looked at and not computed.
     *
     * @param deployment how the replica is parallelised
     * @param prompts how many there are
     * @param context the lengths of requests
     * @param causes filled with where the time goes
     * @return seconds
     */
    default double prefillAll(Deployment deployment, double prompts, RequestTokens context, TimeBreakdown causes) {
        return prefillBatch(deployment, prompts, context.computedTokens(), causes);
    }
}
