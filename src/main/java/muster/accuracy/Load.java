package muster.accuracy;

import java.util.Locale;

/** How requests came while something was measured. */
public enum Load {
    /** A number of users, each of whom sends a request when the last one is answered; prompts are read beside generation. */
    SERVED,
    /** A batch that is read together and generated together. */
    STATIC,
    /** One request to an idle server. */
    IDLE,
    /** As many requests as the server takes; how many that is follows from its memory. */
    SATURATED,
    /** As many requests as a limit on latency allows. */
    LIMITED,
    /** Generation on chips of its own, after prompts were read on others. */
    DISAGGREGATED,
    /** What users happened to send. */
    PRODUCTION;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
