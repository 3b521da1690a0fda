package muster.diagnostic;

/** How bad a problem is. */
public enum Severity {
    /** Nothing can be computed from this. */
    ERROR,
    /** A result stands, but its reader should know. */
    WARNING
}
