package muster.inference;

/** The names of figures of this package that others read. */
public final class InferenceFigures {
    /** Generated tokens of all streams. */
    public static final String THROUGHPUT = "inference.throughput";

    /** Generated tokens of one stream. */
    public static final String SERIAL_SPEED = "inference.serial_speed";

    /** Sequences that are generated at once. */
    public static final String STREAMS = "inference.streams";

    /** The dense peak rate that serves. */
    public static final String CAPACITY = "inference.capacity";

    /** What the names of the counts of chips that are up and serve begin with; the id of the kind follows. */
    public static final String CHIPS = "inference.chips.";

    private InferenceFigures() {}
}
