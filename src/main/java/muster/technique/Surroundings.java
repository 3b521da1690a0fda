package muster.technique;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A row over a range of required speeds and of largest replicas, around those that were asked for.
 *
 * @param row the row
 * @param asked what was asked for
 * @param spots the range
 */
public record Surroundings(Row row, Spot asked, List<Spot> spots) {
    // Replicas of more chips that yield less more than this are as good.
    private static final double WORTH_SAYING = 0.02;

    public Surroundings {
        spots = List.copyOf(spots);
    }

    /** Those at the largest replica that was asked for, slowest streams first. */
    public List<Spot> bySpeed() {
        return sorted(spots.stream().filter(spot -> spot.maxReplicaChips() == asked.maxReplicaChips()));
    }

    /** Those at the speed that was asked for, smallest replicas first. */
    public List<Spot> byReplica() {
        return sorted(spots.stream().filter(spot -> spot.serialSpeed() == asked.serialSpeed()));
    }

    private static List<Spot> sorted(Stream<Spot> some) {
        return some.sorted(Comparator.comparingDouble(Spot::serialSpeed).thenComparingInt(Spot::maxReplicaChips))
                .toList();
    }

    /** The spot with the largest gain over required speeds. */
    public Optional<Spot> largest() {
        return bySpeed().stream()
                .filter(spot -> spot.gain().isPresent() && spot.gain().getAsDouble() > 0)
                .max(Comparator.comparingDouble(spot -> spot.gain().getAsDouble()));
    }

    /** Whether the largest gain over speeds is at the slowest, or at the fastest that the base reaches, so that it may be beyond. */
    public boolean onEdge() {
        List<Spot> served = bySpeed().stream()
                .filter(spot -> spot.gain().isPresent() && spot.gain().getAsDouble() > 0)
                .toList();
        return largest()
                .filter(spot -> spot.equals(served.get(0)) || spot.equals(served.get(served.size() - 1)))
                .isPresent();
    }

    /** The larger replica with which the row yields most, where that is more than at the size that was asked for. */
    public Optional<Spot> bound() {
        return byReplica().stream()
                .filter(spot -> spot.maxReplicaChips() > asked.maxReplicaChips())
                .filter(spot -> spot.throughput() > (1 + WORTH_SAYING) * asked.throughput())
                .max(Comparator.comparingDouble(Spot::throughput));
    }
}
