package muster.research.feedback;

/** The names of figures of software that gets better by the work of AIs. */
public final class FeedbackFigures {
    /** Whether doublings become quicker at the start, returns above 1; over samples the odds. */
    public static final String ACCELERATES = "research.feedback.odds.accelerates";

    /** Progress of the best year, over a year's at the pace of today. */
    public static final String BEST_YEAR = "research.feedback.best_year";

    /** The most doublings of software in any twelve months. */
    public static final String BEST_YEAR_DOUBLINGS = "research.feedback.best_year.doublings";

    /** Doublings of software until the horizon, the end of the room, or the end of returns. */
    public static final String DOUBLINGS = "research.feedback.doublings";

    /** Doublings that all progress of a year of today amounts to. */
    public static final String DOUBLINGS_A_YEAR = "research.feedback.doublings_a_year";

    /** What the names of the answers of single runs end with. */
    public static final String HAPPENS = ".happens";

    /** A twelfth of a year. */
    public static final String MONTH = "research.feedback.month";

    /** Progress until then, in years of the pace of today. */
    public static final String PROGRESS = "research.feedback.progress";

    /** How many doublings there is room for. */
    public static final String ROOM = "research.feedback.room.doublings";

    /** Whether ten years of progress are made within four months. */
    public static final String TEN_YEARS_IN_FOUR_MONTHS = "research.feedback.odds.ten_years_in_four_months";

    /** Whether ten years of progress are made within one. */
    public static final String TEN_YEARS_IN_ONE = "research.feedback.odds.ten_years_in_one";

    /** Whether three years and a third of progress are made within four months, ten times the pace of today. */
    public static final String THREE_YEARS_IN_FOUR_MONTHS = "research.feedback.odds.three_years_in_four_months";

    /** Whether three years of progress are made within one. */
    public static final String THREE_YEARS_IN_ONE = "research.feedback.odds.three_years_in_one";

    private FeedbackFigures() {}
}
