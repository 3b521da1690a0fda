package muster.accuracy.measurement;

import java.util.Locale;

/** How requests came while something was measured. */
public enum TrafficPattern {
    /** A number of users, each of whom sends a request when the last one is answered; prefill runs beside decoding. */
    SERVED,
    /** A batch that is prefilled together and decoded together. */
    STATIC,
    /** One request to an idle server. */
    IDLE,
    /** As many requests as the server takes; how many that is follows from its memory. */
    SATURATED,
    /** As many requests as a limit on latency allows. */
    LIMITED,
    /** Decoding on chips of its own, after prefill on others. */
    DISAGGREGATED,
    /** Requests that come at a rate, whether others are answered or not. */
    ARRIVALS,
    /** What users happened to send. */
    PRODUCTION;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
