package muster.inference.replica;

import java.util.Optional;
import java.util.OptionalDouble;
import muster.inference.step.RequestTokens;
import muster.inference.step.Speculation;

/**
 * What a frontier is asked for.
 *
 * @param context the lengths of requests
 * @param maxReplicaChips the most chips that a replica may take
 * @param speculation speculative decoding
 * @param disaggregatedPrefill whether prefill runs on other chips; both are tried where nothing is said
 * @param maxStages the most pipeline stages of a replica that decodes; one that only prefills has as many as it takes
 * @param maxTimeToFirstTokenSeconds the longest time to first token on an idle replica, in s; any where nothing is said
 * @param layouts which layouts are tried
 */
public record ReplicaRequest(
        RequestTokens context,
        int maxReplicaChips,
        Speculation speculation,
        Optional<Boolean> disaggregatedPrefill,
        int maxStages,
        OptionalDouble maxTimeToFirstTokenSeconds,
        LayoutChoice layouts) {
    /** More stages decode more sequences at once, and hardly faster; engines run few. */
    public static final int STAGES = 8;

    /** With at most {@link #STAGES}, prefill wherever it is better, the first token at any time, and any layout. */
    public ReplicaRequest(RequestTokens context, int maxReplicaChips, Speculation speculation) {
        this(context, maxReplicaChips, speculation, Optional.empty(), STAGES, OptionalDouble.empty(), LayoutChoice.ANY);
    }

    /** Whether a first token comes early enough. */
    boolean inTime(double promptSeconds) {
        return maxTimeToFirstTokenSeconds.isEmpty() || promptSeconds <= maxTimeToFirstTokenSeconds.getAsDouble();
    }

    /** The same with replicas of at most so many chips. */
    public ReplicaRequest upTo(int chips) {
        return new ReplicaRequest(
                context, chips, speculation, disaggregatedPrefill, maxStages, maxTimeToFirstTokenSeconds, layouts);
    }

    /** The same with other draft tokens. */
    public ReplicaRequest speculating(Speculation other) {
        return new ReplicaRequest(
                context, maxReplicaChips, other, disaggregatedPrefill, maxStages, maxTimeToFirstTokenSeconds, layouts);
    }

    /** The same with prefill on other chips or not. */
    public ReplicaRequest disaggregated(Optional<Boolean> wanted) {
        return new ReplicaRequest(
                context, maxReplicaChips, speculation, wanted, maxStages, maxTimeToFirstTokenSeconds, layouts);
    }

    /** The same with at most so many stages. */
    ReplicaRequest stages(int most) {
        return new ReplicaRequest(
                context, maxReplicaChips, speculation, disaggregatedPrefill, most, maxTimeToFirstTokenSeconds, layouts);
    }

    /** The same with the first token after at most so many seconds. */
    public ReplicaRequest timeToFirstTokenWithin(OptionalDouble seconds) {
        return new ReplicaRequest(
                context, maxReplicaChips, speculation, disaggregatedPrefill, maxStages, seconds, layouts);
    }

    /** The same among other layouts. */
    public ReplicaRequest among(LayoutChoice other) {
        return new ReplicaRequest(
                context,
                maxReplicaChips,
                speculation,
                disaggregatedPrefill,
                maxStages,
                maxTimeToFirstTokenSeconds,
                other);
    }
}
