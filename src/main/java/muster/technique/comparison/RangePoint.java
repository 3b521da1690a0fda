package muster.technique.comparison;

import java.util.OptionalDouble;

/**
 * A row at another required speed, or with replicas of another largest size, than was asked for.
 *
 * @param maxReplicaChips the most chips that a replica may take
 * @param serialSpeed the speed that every stream must have, in token/s
 * @param baseThroughput what the fleet serves of what the row is compared with, in token/s; 0 where no replica is as fast
 * @param throughput what it serves of the row, in tokens of answers as long as those of the base, per second
 * @param budgetGain the gain at equal total budget, where that is known
 */
public record RangePoint(
        int maxReplicaChips, double serialSpeed, double baseThroughput, double throughput, OptionalDouble budgetGain) {

    /** The gain at equal loss; nothing where the base has no feasible deployment. */
    public OptionalDouble gain() {
        return baseThroughput > 0 ? OptionalDouble.of(throughput / baseThroughput) : OptionalDouble.empty();
    }
}
