package muster.view;

/** How something is said. */
public enum Tone {
    /** As a fact. */
    PLAIN,

    /** As what a reader should be wary of. */
    WARNING,

    /** As what makes a result of no use. */
    FAILURE
}
