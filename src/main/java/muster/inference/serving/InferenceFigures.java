package muster.inference.serving;

/** The names of figures and inputs of inference. */
public final class InferenceFigures {
    /** Generated tokens of all streams. */
    public static final String THROUGHPUT = "inference.throughput";

    /** Generated tokens of the chips that serve customers, where the uses of the fleet are stated: as internal agents are served. */
    public static final String EXTERNAL_THROUGHPUT = "inference.external_throughput";

    /** Generated tokens of one stream. */
    public static final String SERIAL_SPEED = "inference.serial_speed";

    /** Sequences that are generated at once. */
    public static final String STREAMS = "inference.streams";

    /** Sequences that the memory of the chips holds for each that is generated at once. */
    public static final String MEMORY_OVER_STREAMS = "inference.memory_over_streams";

    /** Sequences that the memory of the chips holds at their full length. */
    public static final String STREAMS_IN_MEMORY = "inference.streams_in_memory";

    /** The dense peak rate that serves. */
    public static final String CAPACITY = "inference.capacity";

    /** What the names of the counts of chips that are up and serve begin with; the id of the kind follows. */
    public static final String CHIPS = "inference.chips.";

    /** Chips of all kinds that serve and are up. */
    public static final String TOTAL_CHIPS = "inference.chips";

    /** What the names of figures of a replica begin with; the id of the kind of chip follows. */
    public static final String REPLICA = "inference.replica.";

    /** What serves where no chip of the fleet forms a replica: nothing. */
    public static final String NO_REPLICA = "inference.no_replica";

    /** Dense rate of the chips that form replicas, each at the format of its products. */
    public static final String PEAK = "inference.peak";

    /** Arithmetic of the parameters over that rate. */
    public static final String UTILIZATION = "inference.utilization";

    /** What the paths of the error of the modelled speed begin with. */
    public static final String THROUGHPUT_ERROR = "inference.throughput.error";

    /** Throughput at a utilisation that is asked for, as the FLOP rule has it. */
    public static final String REQUIRED_THROUGHPUT = "inference.wish.throughput";

    /** What it costs to serve a stream, for all that it takes. */
    public static final String STREAM_COST = "inference.stream_cost";

    /** Rent of the share of the fleet that serves, as far as it is known. */
    public static final String RENT = "inference.rent";

    /** The part of the throughput that chips have whose rent is known, where it is not known of all. */
    public static final String RENT_COVERS = "inference.rent_covers";

    /** Rent of the chips that serve, for a million generated tokens. */
    public static final String RENT_PER_MILLION_TOKENS = "inference.rent_per_million_tokens";

    /** Power of the share of the fleet that serves, as far as it is known. */
    public static final String POWER = "inference.power";

    /** The part of the throughput that chips have whose power is known, where it is not known of all. */
    public static final String POWER_COVERS = "inference.power_covers";

    /** Energy of the chips that serve, for a million generated tokens. */
    public static final String ENERGY_PER_MILLION_TOKENS = "inference.energy_per_million_tokens";

    private InferenceFigures() {}
}
