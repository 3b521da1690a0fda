package muster.scenario;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.DoubleUnaryOperator;
import muster.technique.Design;
import muster.technique.comparison.ComparisonRow;
import muster.technique.comparison.DesignRange;
import muster.technique.comparison.RangePoint;

/**
 * Rows at other required speeds and with replicas of other sizes. One search over the layouts of a replica serves all speeds.
 *
 * <p>All at the central values, like the gains themselves.
 */
final class RangeSearch {
    private static final List<Double> SPEEDS = List.of(1.0, 2.0, 5.0, 10.0, 20.0, 50.0, 100.0);
    // Of the largest replica that is asked for.
    private static final List<Double> SIZES = List.of(0.5, 1.0, 2.0, 4.0);

    private final double speed;
    private final int replicaChips;
    private final BiFunction<Design, Integer, DoubleUnaryOperator> serving;
    private final Map<Design, Map<Integer, DoubleUnaryOperator>> searched = new HashMap<>();

    /**
     * Neighbours of what was asked for.
     *
     * @param speed the required speed, in token/s
     * @param replicaChips the most chips that a replica may take
     * @param serving what the fleet serves of a design, with replicas of at most so many chips, over the required speed
     */
    RangeSearch(double speed, int replicaChips, BiFunction<Design, Integer, DoubleUnaryOperator> serving) {
        this.speed = speed;
        this.replicaChips = replicaChips;
        this.serving = serving;
    }

    /** Those of a row; nothing where it has no design, or one with a required speed of its own. */
    Optional<DesignRange> of(ComparisonRow row) {
        Optional<Design> design =
                row.equalLoss().outcome().flatMap(outcome -> row.equalLoss().design());
        if (design.filter(known -> known.serving().serialSpeed().isEmpty()).isEmpty()) {
            return Optional.empty();
        }
        Design base = row.base().design().orElseThrow();
        List<RangePoint> spots = new ArrayList<>();
        TreeSet<Double> speeds = new TreeSet<>(SPEEDS);
        speeds.add(speed);
        for (double part : SIZES) {
            int most = (int) Math.max(1, Math.round(part * replicaChips));
            speeds.forEach(wanted -> spots.add(spot(row, design.get(), base, most, wanted)));
        }
        return Optional.of(new DesignRange(row, spot(row, design.get(), base, replicaChips, speed), spots));
    }

    private RangePoint spot(ComparisonRow row, Design design, Design base, int most, double wanted) {
        double before = throughput(base, most, wanted) / base.tokensPerAnswer();
        double after = throughput(design, most, wanted) / design.tokensPerAnswer();
        return new RangePoint(
                most,
                wanted,
                before,
                after,
                before > 0 && after > 0 ? row.budgetGain(before, after / before) : OptionalDouble.empty());
    }

    private double throughput(Design design, int most, double wanted) {
        return searched.computeIfAbsent(design, key -> new HashMap<>())
                .computeIfAbsent(most, size -> serving.apply(design, size))
                .applyAsDouble(wanted);
    }
}
