package muster.inference.queue;

/**
 * A server that works in steps, each of which generates a token of every sequence in it and may prefill prompts beside. Replicas
 * are such servers ({@link ReplicaServer}), and so are those that only prefill ({@link PrefillPool}), whose steps end as soon as no
 * prompt waits.
 */
public interface BatchServer {
    /**
     * The time of a step.
     *
     * @param sequences sequences that are generated, of all groups
     * @param prompts prompts that are prefilled beside them, in all groups; they fit in a step
     * @return seconds; 0 where there is nothing to do
     */
    double stepSeconds(double sequences, double prompts);

    /** How many prompts fit in a step of all groups; 1 for each group where a prompt takes several steps. */
    double capacity();

    /** How many steps a prompt takes: more than 1 where it is longer than what a step prefills. */
    double passes();
}
