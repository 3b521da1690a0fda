package muster.inference.replica;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import muster.inference.replica.BindingLimit.Of;
import muster.inference.step.Deployment;

/**
 * Finds out which limits of a search bind: each is relaxed, and the search made again.
 *
 * @param chip the id of the kind of chip
 * @param request what was asked for
 * @param had what is had so; 0 for nothing
 * @param having what can be had where something else is asked for; 0 for nothing
 */
public record LimitProbe(String chip, ReplicaRequest request, double had, ToDoubleFunction<ReplicaRequest> having) {
    // What rounding to whole replicas can bring is no gain.
    private static final double LEAST_GAIN = 1.001;
    private static final int DOUBLINGS = 4;

    /** The limits that bind a replica. */
    public List<BindingLimit> of(Deployment deployment) {
        List<BindingLimit> binding = new ArrayList<>();
        int most = request.maxReplicaChips();
        // Also where the replica is smaller than the limit: the best of the larger ones may be of another kind.
        probe(Of.MAX_REPLICA_CHIPS, most, 2.0 * most, request.upTo(2 * most)).ifPresent(binding::add);
        int stages = request.maxStages();
        if (2 * deployment.stages() > stages) {
            probe(Of.STAGES, stages, 2.0 * stages, request.stages(2 * stages)).ifPresent(binding::add);
        }
        timeToFirstToken().ifPresent(binding::add);
        return binding;
    }

    /** The limits for which there is no replica at all, as far as a few doublings of the chips tell. */
    public List<BindingLimit> ofNothing(double chipsAtHand) {
        List<BindingLimit> binding = new ArrayList<>();
        int most = request.maxReplicaChips();
        Optional<BindingLimit> larger = Optional.empty();
        for (int times = 2, i = 0; larger.isEmpty() && i < DOUBLINGS && times / 2.0 * most < chipsAtHand; i++) {
            larger = probe(Of.MAX_REPLICA_CHIPS, most, (double) times * most, request.upTo(times * most));
            times *= 2;
        }
        larger.ifPresent(binding::add);
        timeToFirstToken().ifPresent(binding::add);
        return binding;
    }

    private Optional<BindingLimit> timeToFirstToken() {
        return request.maxTimeToFirstTokenSeconds().isPresent()
                ? probe(
                        Of.MAX_TIME_TO_FIRST_TOKEN,
                        request.maxTimeToFirstTokenSeconds().getAsDouble(),
                        Double.POSITIVE_INFINITY,
                        request.timeToFirstTokenWithin(OptionalDouble.empty()))
                : Optional.empty();
    }

    private Optional<BindingLimit> probe(Of of, double value, double relaxed, ReplicaRequest other) {
        double then = having.applyAsDouble(other);
        double gain = had > 0 ? then / had : Double.POSITIVE_INFINITY;
        return then > 0 && gain > LEAST_GAIN
                ? Optional.of(new BindingLimit(chip, of, value, relaxed, gain))
                : Optional.empty();
    }
}
