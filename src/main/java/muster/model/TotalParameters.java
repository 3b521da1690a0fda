package muster.model;

/**
 * All parameters of a model, idle experts among them: what its memory holds. Never one to be taken for the other of
 * {@link ActiveParameters}.
 *
 * @param count how many, in parameter
 */
public record TotalParameters(double count) {

    /** So many times as many. */
    public TotalParameters times(double factor) {
        return new TotalParameters(count * factor);
    }
}
