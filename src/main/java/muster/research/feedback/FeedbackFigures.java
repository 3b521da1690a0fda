package muster.research.feedback;

/** The names of figures of software that gets better by the work of AIs. */
public final class FeedbackFigures {
    /** Whether doublings become quicker at the start, returns above 1; over samples the odds. */
    public static final String ACCELERATES = "feedback.odds.accelerates";

    /** Progress of the best year, over a year's at the pace of today. */
    public static final String BEST_YEAR = "feedback.best_year";

    /** The most doublings of software in any twelve months. */
    public static final String BEST_YEAR_DOUBLINGS = "feedback.best_year.doublings";

    /** Doublings of software until the horizon, the end of the room, or the end of returns. */
    public static final String DOUBLINGS = "feedback.doublings";

    /** Doublings that all progress of a year of today amounts to. */
    public static final String DOUBLINGS_A_YEAR = "feedback.doublings_a_year";

    /** What the names of single runs' answers end with. */
    public static final String HAPPENS = ".happens";

    /** A twelfth of a year. */
    public static final String MONTH = "feedback.month";

    /** Progress until then, in years of the pace of today. */
    public static final String PROGRESS = "feedback.progress";

    /** How many doublings there is room for. */
    public static final String ROOM = "feedback.room.doublings";

    /** Whether ten years of progress are made within four months. */
    public static final String TEN_YEARS_IN_FOUR_MONTHS = "feedback.odds.ten_years_in_four_months";

    /** Whether ten years of progress are made within one. */
    public static final String TEN_YEARS_IN_ONE = "feedback.odds.ten_years_in_one";

    /** Whether three years and a third of progress are made within four months, ten times the pace of today. */
    public static final String THREE_YEARS_IN_FOUR_MONTHS = "feedback.odds.three_years_in_four_months";

    /** Whether three years of progress are made within one. */
    public static final String THREE_YEARS_IN_ONE = "feedback.odds.three_years_in_one";

    private FeedbackFigures() {}
}
