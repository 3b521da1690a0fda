package muster.inference;

import java.util.Optional;

/** A model of the time that a replica takes. */
public interface TimeModel {

    /**
     * The time from one step to the next while tokens are generated.
     *
     * @param deployment how the replica is spread
     * @param context the lengths of requests
     * @param speculation how tokens are guessed ahead
     * @param causes filled with where the time goes
     * @return seconds
     */
    double generate(Deployment deployment, Context context, Speculation speculation, Causes causes);

    /**
     * The time to read one prompt alone.
     *
     * @param deployment how the replica is spread
     * @param promptTokens the length of the prompt
     * @param causes filled with where the time goes
     * @return seconds
     */
    double read(Deployment deployment, double promptTokens, Causes causes);

    /**
     * The time of a token worked out, where the model of time is made of operators.
     *
     * @param deployment how the replica is spread
     * @param context the lengths of requests
     * @param speculation how tokens are guessed ahead
     */
    default Optional<StepExplanation> explain(Deployment deployment, Context context, Speculation speculation) {
        return Optional.empty();
    }

    /**
     * The time to read prompts together, by each data-parallel group.
     *
     * @param deployment how the replica is spread
     * @param prompts how many there are
     * @param promptTokens the length of each
     * @param causes filled with where the time goes
     * @return seconds
     */
    default double readTogether(Deployment deployment, double prompts, double promptTokens, Causes causes) {
        return prompts * read(deployment, promptTokens, causes);
    }
}
