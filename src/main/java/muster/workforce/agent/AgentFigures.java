package muster.workforce.agent;

/** The names of figures of what agents spend. */
public final class AgentFigures {
    /** Attempts for each success. */
    public static final String ATTEMPTS = "workforce.agents.attempts";

    /** Price of a token, those read and those written together. */
    public static final String BLENDED_PRICE = "workforce.agents.blended_price";

    /** Tokens computed for a researcher-hour of work: newly read and written. */
    public static final String COMPUTED_PER_RESEARCHER_HOUR = "workforce.agents.computed_per_researcher_hour";

    /** The part of the read tokens that a cache holds. */
    public static final String HIT = "workforce.agents.cache_hit";

    /** The horizon of half success with more reasoning. */
    public static final String HORIZON = "workforce.agents.horizon";

    /** Newly read tokens over those that were not known before. */
    public static final String PREFILL_AMPLIFICATION = "workforce.agents.prefill_amplification";

    /** Price of the written tokens, what was read for them included, over the rent of the chips that serve them. */
    public static final String PRICE_OVER_RENT = "workforce.agents.price_over_rent";

    /** Price of a researcher-hour of work. */
    public static final String PRICE_PER_RESEARCHER_HOUR = "workforce.agents.price_per_researcher_hour";

    /** Price of a session. */
    public static final String PRICE_PER_SESSION = "workforce.agents.price_per_session";

    /** Read tokens for a researcher-hour of work, cached or not. */
    public static final String READ_PER_RESEARCHER_HOUR = "workforce.agents.read_per_researcher_hour";

    /** Newly read tokens of a session. */
    public static final String SESSION_NEW = "workforce.agents.session.new";

    /** Read tokens of a session, cached or not. */
    public static final String SESSION_READ = "workforce.agents.session.read";

    /** Written tokens of a session over its time at work. */
    public static final String SESSION_SPEED = "workforce.agents.session.speed";

    /** Steps of a session. */
    public static final String SESSION_STEPS = "workforce.agents.session.steps";

    /** How long a session is at work. */
    public static final String SESSION_TIME = "workforce.agents.session.time";

    /** Written tokens of a session. */
    public static final String SESSION_WRITTEN = "workforce.agents.session.written";

    /** Written tokens of a session that reasons longer. */
    public static final String SESSION_WRITTEN_WITH_EFFORT = "workforce.agents.session.written_with_effort";

    /** Sessions that run at once. */
    public static final String RUNNING = "workforce.agents.running_sessions";

    /** Sessions that the memory of the chips holds. */
    public static final String SESSIONS_BY_MEMORY = "workforce.agents.sessions_by_memory";

    /** Sessions that the budget pays for. */
    public static final String SESSIONS_BY_PRICE = "workforce.agents.sessions_by_price";

    /** Sessions that the decode slots of the fleet keep going. */
    public static final String SESSIONS_BY_TIME = "workforce.agents.sessions_by_time";

    /** Sessions for each busy decode slot. */
    public static final String SESSIONS_PER_SLOT = "workforce.agents.sessions_per_slot";

    /** Newly read tokens of a step. */
    public static final String STEP_NEW = "workforce.agents.step.new";

    /** Read tokens of a step. */
    public static final String STEP_READ = "workforce.agents.step.read";

    /** Written tokens of a step. */
    public static final String STEP_WRITTEN = "workforce.agents.step.written";

    /** The chance that a session succeeds. */
    public static final String SUCCESS = "workforce.agents.success";

    /** The slope of the chance over the length of tasks. */
    public static final String SUCCESS_SLOPE = "workforce.agents.success.slope";

    /** Human work of a session. */
    public static final String TASK = "workforce.agents.task";

    /** Tokens written for a researcher-hour of work. */
    public static final String WRITTEN_PER_RESEARCHER_HOUR = "workforce.agents.written_per_researcher_hour";

    /** The part of the decode slots' sessions that run. */
    public static final String RUNNING_PART = "workforce.agents.running_part";

    /** Fewer sessions than this are none. */
    public static final String SOME = "workforce.agents.some";

    private AgentFigures() {}
}
