package muster.workforce;

/**
 * The names under which figures of inference and training reach a workforce, which sees neither package. A test holds them to the
 * names there.
 */
final class SuppliedFigures {
    /** Generated tokens of all streams. */
    static final String THROUGHPUT = "inference.throughput";

    /** Generated tokens of one stream. */
    static final String SERIAL_SPEED = "inference.serial_speed";

    /** Arithmetic to generate one token. */
    static final String FLOP_PER_TOKEN = "inference.flop_per_token";

    /** Training compute of the served model. */
    static final String TRAINING_COMPUTE = "training.compute";

    private SuppliedFigures() {}
}
