package muster.research.task;

/** The names of figures of the tasks of research. */
public final class TaskFigures {
    /** AIs that work at once, as heads of the people: before tasks are shared out. */
    public static final String AI_HEADS = "research.ai_heads";

    /** The part of the work of research that AIs can do. */
    public static final String AUTOMATED_PART = "research.automated_part";

    /** AIs over people, both as heads. */
    public static final String AIS_PER_HEAD = "research.ais_per_head";

    /** What AIs without limit would make of the labour of the people, over the people alone. */
    public static final String LABOUR_LIMIT = "research.labour_limit";

    /** How fast success falls with the length of a task, b of the logistic curve in powers of two. */
    public static final String HORIZON_SLOPE = "research.horizon_slope";

    /** The longest task on a rung of the ladder. */
    public static final String RUNG = "research.rung";

    private TaskFigures() {}
}
