package muster.view;

/** Where a person reads a view; how it is written there is the matter of a writer. */
public enum Medium {
    /** Lines of letters of one width. */
    TERMINAL,

    /** A text that is edited, mailed or laid into another. */
    DOCUMENT,

    /** A page with links and pictures, which has room for everything. */
    PAGE
}
