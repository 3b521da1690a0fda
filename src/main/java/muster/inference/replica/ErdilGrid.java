package muster.inference.replica;

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
    private final double mostChips;
    private final double memoryBytes;

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
        this.mostChips = Math.min(request.maxReplicaChips(), chips);
        this.memoryBytes = setup.machine().memoryBytes();
    }

    /**
     * The highest serial speed, in token/s, of replicas that use at least this part of the dense rate; nothing where no replica
     * does.
     */
    public OptionalDouble speed(double utilization) {
        double best = 0;
        TimeBreakdown causes = new TimeBreakdown();
        for (double chips = model.residentBytes(1, context) / memoryBytes; chips <= mostChips; chips *= CHIPS) {
            for (double sequences = 1; sequences <= MOST_SEQUENCES && fits(chips, sequences); sequences *= SEQUENCES) {
                for (double stages : STAGES) {
                    if (stages <= Math.min(chips, sequences)) {
                        double speed = 1 / model.step(chips, sequences, 1, stages, context, causes);
                        best = utilization(chips, sequences, speed) >= utilization ? Math.max(best, speed) : best;
                    }
                }
            }
        }
        return best > 0 ? OptionalDouble.of(best) : OptionalDouble.empty();
    }

    /** The most tokens per chip, in token/s, of replicas whose streams have at least this speed; 0 where none has. */
    public double throughputPerChip(double serialSpeed) {
        double best = 0;
        TimeBreakdown causes = new TimeBreakdown();
        for (double chips = model.residentBytes(1, context) / memoryBytes; chips <= mostChips; chips *= CHIPS) {
            for (double sequences = 1; sequences <= MOST_SEQUENCES && fits(chips, sequences); sequences *= SEQUENCES) {
                for (double stages : STAGES) {
                    if (stages <= Math.min(chips, sequences)) {
                        double speed = 1 / model.step(chips, sequences, 1, stages, context, causes);
                        best = speed >= serialSpeed ? Math.max(best, sequences * speed / chips) : best;
                    }
                }
            }
        }
        return best;
    }

    private boolean fits(double chips, double sequences) {
        return model.residentBytes(sequences, context) <= memoryBytes * chips;
    }

    private double utilization(double chips, double sequences, double speed) {
        return 2 * model.shape().activeParameters() * sequences * speed / (chips * model.flopPerSecond());
    }
}
