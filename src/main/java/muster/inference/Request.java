package muster.inference;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What a frontier is asked for.
 *
 * @param context the lengths of requests
 * @param maxReplicaChips the most chips that a replica may take
 * @param speculation speculative decoding
 * @param promptsApart whether prefill runs on other chips; both are tried where nothing is said
 * @param maxStages the most pipeline stages of a replica that decodes; one that only prefills has as many as it takes
 * @param maxFirstTokenSeconds the longest time to first token on an idle replica, in s; any where nothing is said
 */
public record Request(
        Context context,
        int maxReplicaChips,
        Speculation speculation,
        Optional<Boolean> promptsApart,
        int maxStages,
        OptionalDouble maxFirstTokenSeconds) {
    /** More stages decode more sequences at once, and hardly faster; engines run few. */
    public static final int STAGES = 8;

    /** With at most {@link #STAGES}, prefill wherever it is better, and the first token at any time. */
    public Request(Context context, int maxReplicaChips, Speculation speculation) {
        this(context, maxReplicaChips, speculation, Optional.empty(), STAGES, OptionalDouble.empty());
    }

    /** Whether a first token comes early enough. */
    boolean inTime(double promptSeconds) {
        return maxFirstTokenSeconds.isEmpty() || promptSeconds <= maxFirstTokenSeconds.getAsDouble();
    }

    /** The same with replicas of at most so many chips. */
    Request upTo(int chips) {
        return new Request(context, chips, speculation, promptsApart, maxStages, maxFirstTokenSeconds);
    }

    /** The same with other draft tokens. */
    Request guessing(Speculation other) {
        return new Request(context, maxReplicaChips, other, promptsApart, maxStages, maxFirstTokenSeconds);
    }

    /** The same with prefill on other chips or not. */
    Request apart(Optional<Boolean> wanted) {
        return new Request(context, maxReplicaChips, speculation, wanted, maxStages, maxFirstTokenSeconds);
    }

    /** The same with at most so many stages. */
    Request stages(int most) {
        return new Request(context, maxReplicaChips, speculation, promptsApart, most, maxFirstTokenSeconds);
    }

    /** The same with the first token after at most so many seconds. */
    public Request firstTokenWithin(OptionalDouble seconds) {
        return new Request(context, maxReplicaChips, speculation, promptsApart, maxStages, seconds);
    }
}
