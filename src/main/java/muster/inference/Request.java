package muster.inference;

import java.util.Optional;

/**
 * What a frontier is asked for.
 *
 * @param context the lengths of requests
 * @param maxReplicaChips the most chips that a replica may take
 * @param speculation guessing tokens ahead
 * @param promptsApart whether prompts are read on other chips; both are tried where nothing is said
 */
public record Request(Context context, int maxReplicaChips, Speculation speculation, Optional<Boolean> promptsApart) {

    /** Prompts are read wherever it is better. */
    public Request(Context context, int maxReplicaChips, Speculation speculation) {
        this(context, maxReplicaChips, speculation, Optional.empty());
    }
}
