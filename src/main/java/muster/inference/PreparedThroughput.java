package muster.inference;

import java.util.Optional;
import muster.inference.serving.ServedThroughput;
import muster.trace.Chain;

/** A way to get throughput, ready for any draw. Immutable. */
@FunctionalInterface
public interface PreparedThroughput {

    /**
     * Computes what is served; records {@code inference.throughput} and {@code inference.streams}.
     *
     * @param chain the run
     * @param task what there is to serve with in this run
     */
    ServedThroughput apply(Chain chain, ServingTask task);

    /** What was decided where replicas were searched for. */
    default Optional<ServingDecision> decision() {
        return Optional.empty();
    }
}
