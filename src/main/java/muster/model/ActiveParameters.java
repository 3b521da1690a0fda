package muster.model;

/**
 * The parameters of a model that a token is multiplied with: what its arithmetic takes. In a dense model all of them, as the
 * law that sizes it counts.
 *
 * @param count how many, in parameter
 */
public record ActiveParameters(double count) {

    /** So many times as many. */
    public ActiveParameters times(double factor) {
        return new ActiveParameters(count * factor);
    }
}
