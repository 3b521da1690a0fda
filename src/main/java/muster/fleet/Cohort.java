package muster.fleet;

/**
 * Chips of a kind that were bought evenly between two days, told from the day on which a fleet begins to grow.
 *
 * @param kind the id of the kind
 * @param count how many there are on that day, or on the day they are bought
 * @param fromDays the first day
 * @param toDays the last day
 */
record Cohort(String kind, double count, double fromDays, double toDays) {

    /** Chips that stand on the first day: none of them is older than the lifetime on that day. */
    static Cohort standing(String kind, double count, double fromDays, double toDays, double lifetimeDays) {
        return new Cohort(kind, count, Math.max(fromDays, -lifetimeDays), Math.max(toDays, -lifetimeDays));
    }

    /** The part of it that is no older than a lifetime on a day. */
    double surviving(double day, double lifetimeDays) {
        double oldest = day - lifetimeDays;
        if (toDays <= fromDays) {
            return oldest <= toDays ? 1 : 0;
        }
        return Math.min(1, Math.max(0, (toDays - oldest) / (toDays - fromDays)));
    }

    Cohort with(double other) {
        return new Cohort(kind, other, fromDays, toDays);
    }
}
