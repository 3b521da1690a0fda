package muster.research.course;

/** Closed forms of leads and of theft. */
public final class LeadFormulas {
    private static final double MONTHS_A_YEAR = 12;

    private LeadFormulas() {}

    /**
     * The lead that a ratio of horizons is: log2(leader / rival) * doubling, in months. Models whose horizons double in equal times
     * are that far apart.
     *
     * @param ratio the horizon of the leader over that of the rival, above 0
     * @param doubling the time in which horizons double, in months
     */
    public static double lead(double ratio, double doubling) {
        return StrictMath.log(ratio) / StrictMath.log(2) * doubling;
    }

    /**
     * The ratio of horizons that a lead is: 2^(lead / doubling).
     *
     * @param lead in months
     * @param doubling the time in which horizons double, in months
     */
    public static double horizonRatio(double lead, double doubling) {
        return StrictMath.pow(2, lead / doubling);
    }

    /**
     * The hazard of theft, h = -ln(1 - p) / 12 in 1/month.
     *
     * @param yearly p, the chance that the weights are stolen within a year, from 0 to below 1
     */
    public static double hazard(double yearly) {
        return -StrictMath.log1p(-yearly) / MONTHS_A_YEAR;
    }

    /** The probability that nothing is stolen until a month, e^(-h t). */
    public static double notStolen(double yearly, double months) {
        return StrictMath.exp(-hazard(yearly) * months);
    }

    /**
     * When the weights are stolen: -ln(1 - u) / h, in months; infinite where they never are.
     *
     * @param yearly p, the chance of a theft within a year, from 0 to below 1
     * @param uniform u, a draw from 0 to below 1
     */
    public static double theft(double yearly, double uniform) {
        return yearly == 0 ? Double.POSITIVE_INFINITY : -StrictMath.log1p(-uniform) / hazard(yearly);
    }
}
