package muster.workforce;

/** The names of figures and inputs of a workforce. */
public final class WorkforceFigures {
    /** The part of research that AIs can do. */
    public static final String AUTOMATED_PART = "workforce.automated_part";

    /** The work of AIs, were all tasks theirs, over the work of the humans. */
    public static final String AUTOMATION_RATIO = "workforce.automation.ratio";

    /** A month of the calendar, for one researcher. */
    public static final String CALENDAR_MONTH = "workforce.calendar.month";

    /** What a researcher-second is. */
    public static final String CALENDAR_WORK = "workforce.calendar.work";

    /** What the names of parallel researchers over the people of a head-count begin with; its id follows. */
    public static final String COMPARED = "workforce.compared.";

    /** Parallel researchers after diminishing returns, as heads of the reference team. */
    public static final String EFFECTIVE_RESEARCHERS = "workforce.effective_researchers";

    /** Energy of the chips that serve, for a researcher-month of work. */
    public static final String ENERGY_PER_RESEARCHER_MONTH = "workforce.energy_per_researcher_month";

    /** A human's own pace. */
    public static final String HUMAN_PACE = "workforce.human_pace";

    /** Researchers that run at once: heads; knows no calendar. */
    public static final String PARALLEL_RESEARCHERS = "workforce.parallel_researchers";

    /** Rent of the chips that serve, for a researcher-month of work. */
    public static final String RENT_PER_RESEARCHER_MONTH = "workforce.rent_per_researcher_month";

    /** Research done with AIs and humans over research done by the humans alone. */
    public static final String RESEARCH_SPEEDUP = "workforce.research_speedup";

    /** Work in a researcher-month: 864,000 researcher-seconds with eight-hour days. */
    public static final String RESEARCHER_MONTH = "workforce.researcher_month";

    /** Work done in a month of the clock. */
    public static final String RESEARCHER_MONTHS_PER_MONTH = "workforce.researcher_months_per_month";

    /** Work done in a second of the clock; knows no calendar. */
    public static final String RESEARCHER_SECONDS_PER_SECOND = "workforce.researcher_seconds_per_second";

    /** How much faster than a human one parallel researcher works, the longer day included. */
    public static final String SERIAL_SPEEDUP = "workforce.serial_speedup";

    /** The input: streams that work as one researcher. */
    public static final String STREAMS = "workforce.streams";

    /** Researchers that the supervisors can direct. */
    public static final String SUPERVISION_CAP = "workforce.supervision.cap";

    /** Tokens per researcher-second of the served model, where an elasticity makes them depend on its quality. */
    public static final String TOKENS_AT_QUALITY = "workforce.tokens_at_quality";

    /** Generated tokens for a researcher-month of work, of the whole fleet that serves. */
    public static final String TOKENS_PER_RESEARCHER_MONTH = "workforce.tokens_per_researcher_month";

    /** The input: tokens for a second of the work of one researcher. */
    public static final String TOKENS_PER_RESEARCHER_SECOND = "workforce.tokens_per_researcher_second";

    /** Training compute of the served model over that of the model for which the exchange rate was stated. */
    public static final String TRAINING_OVER_REFERENCE = "workforce.training_over_reference";

    /** Researchers that the fleet could run, before supervision. */
    public static final String UNSUPERVISED_RESEARCHERS = "workforce.unsupervised_researchers";

    /** What the names of work over what those people do begin with; the id of the head-count follows. */
    public static final String WORK_COMPARED = "workforce.work_compared.";

    private WorkforceFigures() {}
}
