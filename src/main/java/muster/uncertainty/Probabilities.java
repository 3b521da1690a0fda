package muster.uncertainty;

/** A number between 0 and 1 for every sample of an input, each as likely as any other. */
interface Probabilities {
    /** The number of a sample, above 0 and below 1. */
    double at(long sample);
}
