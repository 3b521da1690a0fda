package muster.allocation;

/** The names of figures and inputs of an allocation. */
public final class AllocationFigures {
    /** The path of the calibration of the inference model. */
    public static final String CALIBRATION = "allocation.calibration";

    /** What the names of the counts of chips that are up begin with; the id of the kind follows. */
    public static final String CHIPS = "allocation.chips.";

    /** What the names of what chips are in H100e begin with; the id of the kind follows. */
    public static final String H100E = "allocation.h100e.";

    /** What the paths of models that are published begin with; the id follows. */
    public static final String PUBLISHED = "allocation.published.";

    /** What the names of the rates of chips begin with; the id of the kind follows. */
    public static final String RATE = "allocation.rate.";

    /** Generated tokens of one stream of an offer. */
    public static final String SERIAL_SPEED = "allocation.serial_speed";

    /** The error of the inference model. */
    public static final String SERVE_ERROR = "allocation.serve.error";

    /** Generated tokens of a chip of an offer. */
    public static final String THROUGHPUT = "allocation.throughput";

    /** What the names of the work to train a model begin with; its id follows. */
    public static final String WORK = "allocation.work.";

    private AllocationFigures() {}
}
