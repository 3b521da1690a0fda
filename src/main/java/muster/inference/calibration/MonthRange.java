package muster.inference.calibration;

import java.time.YearMonth;
import java.time.temporal.ChronoUnit;

/**
 * From one month to another, both of them in it.
 *
 * @param first the first month
 * @param last the last month
 */
public record MonthRange(YearMonth first, YearMonth last) {

    /** With a month more. */
    MonthRange with(YearMonth month) {
        return new MonthRange(month.isBefore(first) ? month : first, month.isAfter(last) ? month : last);
    }

    /** How many months a month lies before the first or after the last; 0 in between. */
    public int away(YearMonth month) {
        long months = month.isBefore(first)
                ? ChronoUnit.MONTHS.between(month, first)
                : month.isAfter(last) ? ChronoUnit.MONTHS.between(last, month) : 0;
        return (int) months;
    }

    /** As {@code 2025-09 to 2026-04}. */
    @Override
    public String toString() {
        return first.equals(last) ? first.toString() : first + " to " + last;
    }
}
