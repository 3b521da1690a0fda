package muster.inference.replica;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import muster.inference.step.TimeBreakdown;

/**
 * What Erdil's model says can be had, searched for as his notebook does: over any number of chips and of sequences, whole or not,
 * one, two, four or six stages, on chips whose whole memory holds weights and cache.
 */
public final class ErdilGrid {
    // Coarser than the notebook's 400 by 400, to within half a per cent of its answers.
    private static final double CHIPS = 1.04;
    private static final double SEQUENCES = 1.1;
    private static final double MOST_SEQUENCES = 1 << 16;
    private static final double[] STAGES = {1, 2, 4, 6};

    private final Erdil model;
    private final double context;
    private final double memoryBytes;
    // Both questions are asked of the same points, which take the time.
    private final List<Point> points;

    /** A replica and the speed of its streams. */
    private record Point(double chips, double sequences, double speed) {}

    /**
     * A search.
     *
     * @param setup the model on a kind of chip
     * @param request what is asked for
     * @param chips chips at hand
     */
    public ErdilGrid(ModelOnChip setup, ReplicaRequest request, double chips) {
        this.model = Erdil.of(setup);
        this.context = request.context().meanTokens();
        this.memoryBytes = setup.machine().memoryBytes();
        this.points = points(Math.min(request.maxReplicaChips(), chips));
    }

    private List<Point> points(double mostChips) {
        List<Point> found = new ArrayList<>();
        TimeBreakdown causes = new TimeBreakdown();
        for (double chips = model.residentBytes(1, context) / memoryBytes; chips <= mostChips; chips *= CHIPS) {
            for (double sequences = 1; sequences <= MOST_SEQUENCES && fits(chips, sequences); sequences *= SEQUENCES) {
                for (double stages : STAGES) {
                    if (stages <= Math.min(chips, sequences)) {
                        double seconds = model.shortestStep(chips, sequences, 1, stages, context, causes);
                        found.add(new Point(chips, sequences, 1 / seconds));
                    }
                }
            }
        }
        return found;
    }

    /**
     * The highest serial speed, in token/s, of replicas that use at least this part of the dense rate; nothing where no replica
     * does.
     */
    public OptionalDouble speed(double utilization) {
        return points.stream()
                .filter(point -> utilization(point) >= utilization)
                .mapToDouble(Point::speed)
                .max();
    }

    /** The most tokens per chip, in token/s, of replicas whose streams have at least this speed; 0 where none has. */
    public double throughputPerChip(double serialSpeed) {
        return points.stream()
                .filter(point -> point.speed() >= serialSpeed)
                .mapToDouble(point -> point.sequences() * point.speed() / point.chips())
                .max()
                .orElse(0);
    }

    private boolean fits(double chips, double sequences) {
        return model.residentBytes(sequences, context) <= memoryBytes * chips;
    }

    private double utilization(Point point) {
        return 2
                * model.shape().activeParameters()
                * point.sequences()
                * point.speed()
                / (point.chips() * model.flopPerSecond());
    }
}
