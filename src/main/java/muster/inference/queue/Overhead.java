package muster.inference.queue;

/**
 * What a request takes to its first token beside waiting and the steps of its prompt.
 *
 * @param seconds for the request itself, in s
 * @param steps steps that pass until the token is seen
 */
public record Overhead(double seconds, double steps) {
    /** None. */
    public static final Overhead NONE = new Overhead(0, 0);

    double of(double stepSeconds) {
        return seconds + steps * stepSeconds;
    }
}
