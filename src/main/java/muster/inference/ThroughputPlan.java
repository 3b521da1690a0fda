package muster.inference;

import muster.trace.Chain;

/** A way to get throughput whose entries were looked up. */
@FunctionalInterface
public interface ThroughputPlan {

    /**
     * Decides, at the central values of all inputs, what no draw decides anew, as which replicas serve.
     *
     * @param central a run at the central values, thrown away after it
     * @param task what there is to serve with in it
     */
    PreparedThroughput prepare(Chain central, ServingTask task);
}
