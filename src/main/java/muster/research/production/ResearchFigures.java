package muster.research.production;

/** The names of figures of research. */
public final class ResearchFigures {
    /** Compute for experiments over that of the baseline laboratory. */
    public static final String COMPUTE_RATIO = "research.compute_ratio";

    /** The weight of compute at the baseline, derived from the anchors of a law. */
    public static final String COMPUTE_WEIGHT = "research.compute_weight";

    /** By how many per cent the rate grows for a per cent more compute for experiments. */
    public static final String COMPUTE_ELASTICITY = "research.elasticity.compute";

    /** The rate that compute without limit would reach with this labour. */
    public static final String COMPUTE_CEILING = "research.ceiling.compute";

    /** The part of compute in the mean of compute and labour. */
    public static final String COMPUTE_PART = "research.compute_part";

    /** Compute for experiments. */
    public static final String EXPERIMENTS = "research.experiments";

    /** How fast the stock of research of the baseline laboratory grows. */
    public static final String GROWTH = "research.growth";

    /** Heads that count: agents by their speed, and people beside them, before the penalty for many at once. */
    public static final String HEADS = "research.heads";

    /** By how many per cent the rate grows for a per cent more heads. */
    public static final String HEADS_ELASTICITY = "research.elasticity.heads";

    /** Labour over that of the baseline laboratory, heads penalised and speed not. */
    public static final String LABOUR_RATIO = "research.labour_ratio";

    /** The rate that labour without limit would reach on this compute. */
    public static final String LABOUR_CEILING = "research.ceiling.labour";

    /** The input: over how long progress is compared. */
    public static final String OVER = "research.over";

    /** The rate of research over that of the baseline laboratory. */
    public static final String RATE = "research.rate";

    /** The same over that laboratory without the AI that it had. */
    public static final String RATE_WITHOUT_AI = "research.rate_over_no_ai";

    /** The rate of the people alone, with the same experiments. */
    public static final String RATE_WITHOUT_AGENTS = "research.rate_without_agents";

    /** The elasticity of substitution's rho, derived from the anchors of a law. */
    public static final String RHO = "research.rho";

    /** How fast the software of the baseline laboratory gets better, as d ln S / dt. */
    public static final String SOFTWARE_GROWTH = "research.software_growth";

    /** The speed of agents over that of the baseline's people. */
    public static final String SPEED_RATIO = "research.speed_ratio";

    /** By how many per cent the rate grows for a per cent more speed. */
    public static final String SPEED_ELASTICITY = "research.elasticity.speed";

    /** How many times faster research goes on the first day, with agents over without. */
    public static final String SPEEDUP = "research.speedup";

    /** How many times more progress is made over a time, with agents over without. */
    public static final String SPEEDUP_OVER_TIME = "research.speedup_over_time";

    /** One year. */
    public static final String YEAR = "research.year";

    /** The power of compute that counts, derived from the anchors of a law. */
    public static final String ZETA = "research.zeta";

    private ResearchFigures() {}
}
