package muster.uncertainty.distribution;

/** A number between 0 and 1 for every sample of an input, each as likely as any other. */
public interface Probabilities {
    /**
     * The numbers of consecutive samples, above 0 and below 1.
     *
     * @param column where they go
     * @param first the number of the first sample
     */
    void fill(double[] column, long first);
}
