package muster.fleet.query;

/** What chips can be used for, where a fleet is asked which part of it can serve a model. */
public enum ServingUse {
    /** Chips of one scale-up domain hold the model. */
    WITHIN_DOMAIN("within one scale-up domain"),
    /** Chips of several scale-up domains hold it, joined by a network. */
    ACROSS_DOMAINS("in larger replicas only"),
    /** No replica holds it. */
    NONE("not at all"),
    /** What chips they are is not known. */
    UNKNOWN("not known");

    private final String words;

    ServingUse(String words) {
        this.words = words;
    }

    @Override
    public String toString() {
        return words;
    }
}
