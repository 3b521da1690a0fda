package muster.inference;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.DoubleFunction;

/**
 * The replicas of a model on a kind of chip by its size, which differs from sample to sample where the model is trained. They are
 * searched for at sizes that lie two per cent apart, of which the nearest counts: no size is off by more than one per cent.
 *
 * <p>What was found is kept, and is the same whoever asks first.
 */
final class Sizes {
    private static final double STEP = 0.02;

    private final double central;
    private final DoubleFunction<Replicas> search;
    private final Map<Integer, Replicas> found = new ConcurrentHashMap<>();

    /**
     * The replicas around a size.
     *
     * @param central all parameters at the central values, at which the search is exact
     * @param search searches at any number of parameters
     */
    Sizes(double central, DoubleFunction<Replicas> search) {
        this.central = central;
        this.search = search;
    }

    /** The replicas of a model of so many parameters. */
    Replicas of(double parameters) {
        int step = (int) Math.rint(Math.log(parameters / central) / STEP);
        return found.computeIfAbsent(step, steps -> search.apply(central * StrictMath.exp(steps * STEP)));
    }

    /** Those at the central values. */
    Replicas central() {
        return of(central);
    }
}
