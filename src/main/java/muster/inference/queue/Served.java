package muster.inference.queue;

/**
 * What requests see of a replica in a steady state.
 *
 * @param timeToFirstTokenSeconds from a request to its first token, on average, in s
 * @param tokenSeconds from one token of an answer to the next, in s
 * @param requestSeconds from a request to its last token, in s
 * @param ratePerSecond requests that are answered, in 1/s
 * @param slotSeconds of the time to first token: the wait for one of the requests that are served at once to end
 * @param queueSeconds of it: the wait for the prompts before it, in s
 * @param load the part of the rate at which the replica saturates
 */
public record Served(
        double timeToFirstTokenSeconds,
        double tokenSeconds,
        double requestSeconds,
        double ratePerSecond,
        double slotSeconds,
        double queueSeconds,
        double load) {

    /** Requests that wait or are answered, by Little's law. */
    public double inFlight() {
        return ratePerSecond * requestSeconds;
    }
}
