package muster.inference;

import muster.trace.Chain;

/** A way to get throughput whose entries were looked up. */
@FunctionalInterface
public interface ThroughputPlan {

    /**
     * Computes what is served; records {@code inference.throughput} and {@code inference.streams}.
     *
     * @param chain the run
     * @param task what there is to serve with in this run
     */
    Served apply(Chain chain, Task task);
}
