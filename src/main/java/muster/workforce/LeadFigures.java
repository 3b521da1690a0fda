package muster.workforce;

/** The names of figures and curves of a lead. */
public final class LeadFigures {
    /** The curve of the work by the length of the lead. */
    public static final String BY_LENGTH = "lead.by_length";

    /** The curve of the work up to a month. */
    public static final String CUMULATIVE = "lead.cumulative";

    /** How long from now until rivals stand where the leader stands. */
    public static final String ENDS = "lead.ends";

    /** The lead that is expected to be spent before a theft, as a time of full pause. */
    public static final String EXPECTED_DURATION = "lead.expected_duration";

    /** The fleet at the end of the lead over that of now. */
    public static final String FLEET_AT_END = "lead.fleet_at_end";

    /** How long the lead lasts when the leader stands still. */
    public static final String FULL_PAUSE = "lead.full_pause";

    /** One month. */
    public static final String MONTH = "lead.month";

    /** What a month does to the expected work while the leader is slow. */
    public static final String MONTHLY_FACTOR = "lead.monthly_factor";

    /** Growth of the fleet in a month. */
    public static final String MONTHLY_GROWTH = "lead.monthly_growth";

    /** Growth of productivity in a month. */
    public static final String MONTHLY_PRODUCTIVITY = "lead.monthly_productivity";

    /** The probability that nothing is stolen before the lead ends. */
    public static final String NOT_STOLEN = "lead.not_stolen";

    /** What the names of the pauses of the phases begin with. */
    public static final String PAUSE = "lead.pause";

    /** Productivity at the end of the lead over that of the first day of slowing. */
    public static final String PRODUCTIVITY_AT_END = "lead.productivity_at_end";

    /** The curve of the part of the fleet that does research. */
    public static final String RESEARCH_PART = "lead.research_part";

    /** The work of the whole lead, expected over theft. */
    public static final String RESEARCHER_MONTHS = "lead.researcher_months";

    /** How long the leader is slow, from the first day of slowing to the end of the lead. */
    public static final String SLOW = "lead.slow";

    /** What the paths of the stages of slowing begin with. */
    public static final String SLOWING = "lead.slowing.";

    /** The curve of what a month more adds, by the length of the lead. */
    public static final String WORTH_BY_LENGTH = "lead.worth_by_length";

    /** What a lead longer by a month adds, at its margin. */
    public static final String WORTH_OF_A_MONTH = "lead.worth_of_a_month";

    private LeadFigures() {}
}
