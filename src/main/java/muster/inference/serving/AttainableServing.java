package muster.inference.serving;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import muster.inference.replica.Replica;

/**
 * What the chips of a fleet can serve, at the central values.
 *
 * @param able the kinds that form a replica
 * @param chips how many chips of each kind serve, by its id
 */
public record AttainableServing(List<ModelOnChipType> able, Map<String, Double> chips) {

    public double chipsOf(ModelOnChipType on) {
        return Optional.ofNullable(chips.get(on.id())).orElse(0.0);
    }

    /** The serial speed of the fastest replica that its chips form; 0 where they form none. */
    public double fastest() {
        return able.stream()
                .mapToDouble(
                        on -> fastest(on).map(replica -> speed(on, replica)).orElse(0.0))
                .max()
                .orElse(0);
    }

    /** The fastest replica that the chips of a kind form. */
    public Optional<Replica> fastest(ModelOnChipType on) {
        return on.sizes().central().choice().stream()
                .filter(replica -> replica.replicasOf(chipsOf(on)) >= 1)
                .max(Comparator.comparingDouble(Replica::serialSpeed));
    }

    /** Generated tokens of all streams, in token/s, where each has at least this speed. */
    public double throughput(double serialSpeed) {
        return able.stream()
                .mapToDouble(on -> on.best(chipsOf(on), serialSpeed)
                        .map(replica ->
                                replica.throughputOf(chipsOf(on)) * on.error().central())
                        .orElse(0.0))
                .sum();
    }

    /** The highest serial speed at which the fleet yields this; nothing where it yields it at none. */
    OptionalDouble speedAt(double throughput) {
        double[] speeds = able.stream()
                .flatMapToDouble(
                        on -> on.sizes().central().choice().stream().mapToDouble(replica -> speed(on, replica)))
                .sorted()
                .toArray();
        // Throughput falls with speed: the last speed at which it is still enough.
        int low = -1;
        int high = speeds.length;
        while (high - low > 1) {
            int middle = (low + high) / 2;
            if (throughput(speeds[middle]) >= throughput) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return low < 0 ? OptionalDouble.empty() : OptionalDouble.of(speeds[low]);
    }

    /** The highest speed of a replica whose parameters' arithmetic is this part of its chips' dense rate. */
    public OptionalDouble speedAtUtilization(double utilization) {
        return able.stream()
                .flatMapToDouble(on -> on.sizes().central().choice().stream()
                        .filter(replica -> replica.replicasOf(chipsOf(on)) >= 1)
                        .filter(replica -> on.utilization(replica) >= utilization)
                        .mapToDouble(replica -> speed(on, replica)))
                .max();
    }

    private static double speed(ModelOnChipType on, Replica replica) {
        return replica.serialSpeed() * on.error().central();
    }
}
