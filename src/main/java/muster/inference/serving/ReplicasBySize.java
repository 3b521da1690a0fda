package muster.inference.serving;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import muster.inference.replica.Replicas;
import muster.model.ModelSize;
import muster.model.TotalParameters;

/**
 * The replicas of a model on a kind of chip by its size, which differs from sample to sample where the model is trained. They are
 * searched for at sizes that lie two per cent apart, of which the nearest counts: no size is off by more than one per cent. A
 * model of another size has the same part of its parameters active.
 *
 * <p>A function of the size alone: what was found is kept, and is the same whoever asks first.
 */
public final class ReplicasBySize {
    private static final double STEP = 0.02;

    private final ModelSize central;
    private final Function<ModelSize, Replicas> search;
    private final Map<Integer, Replicas> found = new ConcurrentHashMap<>();

    /**
     * The replicas around a size.
     *
     * @param central the size at the central values, at which the search is exact
     * @param search searches at any size
     */
    public ReplicasBySize(ModelSize central, Function<ModelSize, Replicas> search) {
        this.central = central;
        this.search = search;
    }

    /** The replicas of a model of so many parameters in all. */
    Replicas of(TotalParameters parameters) {
        int step = (int) Math.rint(Math.log(parameters.count() / central.total().count()) / STEP);
        return found.computeIfAbsent(
                step, steps -> search.apply(steps == 0 ? central : central.times(StrictMath.exp(steps * STEP))));
    }

    /** Those at the central values. */
    public Replicas central() {
        return of(central.total());
    }
}
