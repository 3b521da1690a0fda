package muster.technique.comparison;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A row over a range of required speeds and of largest replicas, around those that were asked for.
 *
 * @param row the row
 * @param request what was asked for
 * @param spots the range
 */
public record DesignRange(ComparisonRow row, RangePoint request, List<RangePoint> spots) {
    // Replicas of more chips that yield less more than this are as good.
    private static final double WORTH_SAYING = 0.02;

    public DesignRange {
        spots = List.copyOf(spots);
    }

    /** Those at the largest replica that was asked for, slowest streams first. */
    public List<RangePoint> bySpeed() {
        return sorted(spots.stream().filter(spot -> spot.maxReplicaChips() == request.maxReplicaChips()));
    }

    /** Those at the speed that was asked for, smallest replicas first. */
    public List<RangePoint> byReplica() {
        return sorted(spots.stream().filter(spot -> spot.serialSpeed() == request.serialSpeed()));
    }

    private static List<RangePoint> sorted(Stream<RangePoint> some) {
        return some.sorted(Comparator.comparingDouble(RangePoint::serialSpeed)
                        .thenComparingInt(RangePoint::maxReplicaChips))
                .toList();
    }

    /** The spot with the largest gain over required speeds. */
    public Optional<RangePoint> largest() {
        return bySpeed().stream()
                .filter(spot -> spot.gain().isPresent() && spot.gain().getAsDouble() > 0)
                .max(Comparator.comparingDouble(spot -> spot.gain().getAsDouble()));
    }

    /** Whether the largest gain over speeds is at the slowest, or at the fastest that the base reaches, so that it may be beyond. */
    public boolean onEdge() {
        List<RangePoint> served = bySpeed().stream()
                .filter(spot -> spot.gain().isPresent() && spot.gain().getAsDouble() > 0)
                .toList();
        return largest()
                .filter(spot -> spot.equals(served.get(0)) || spot.equals(served.get(served.size() - 1)))
                .isPresent();
    }

    /** The larger replica with which the row yields most, where that is more than at the size that was asked for. */
    public Optional<RangePoint> bound() {
        return byReplica().stream()
                .filter(spot -> spot.maxReplicaChips() > request.maxReplicaChips())
                .filter(spot -> spot.throughput() > (1 + WORTH_SAYING) * request.throughput())
                .max(Comparator.comparingDouble(RangePoint::throughput));
    }
}
