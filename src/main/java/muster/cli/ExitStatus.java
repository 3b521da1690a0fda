package muster.cli;

/** Exit statuses. */
final class ExitStatus {
    /** All is well. */
    static final int GOOD = 0;
    /** The result fails: a published figure is not met, or nothing can be computed. */
    static final int FAILED = 1;
    /** The command line is wrong. */
    static final int USAGE = 2;
    /** A file is wrong. */
    static final int DATA = 3;
    /** Standard output cannot be written, as on a full disk. */
    static final int OUTPUT = 4;
    /** A fault of Muster's own. */
    static final int INTERNAL = 70;

    private ExitStatus() {}
}
