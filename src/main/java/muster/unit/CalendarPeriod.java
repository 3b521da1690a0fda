package muster.unit;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A day, a month, a quarter, a half or a year of the calendar, as far as a date is known.
 *
 * @param text as it is written: {@code 2025-12-31}, {@code 2025-12}, {@code 2025-Q4}, {@code 2025-H2} or {@code 2025}
 * @param first its first day
 * @param last its last day
 */
public record CalendarPeriod(String text, LocalDate first, LocalDate last) {
    private static final Pattern WRITTEN = Pattern.compile("(\\d{4})(?:-(?:Q([1-4])|H([12])|(\\d\\d)(?:-(\\d\\d))?))?");

    /**
     * The period that a text writes.
     *
     * @throws UnitSyntax if it writes none
     */
    public static CalendarPeriod parse(String text) {
        Matcher written = WRITTEN.matcher(text.strip());
        if (!written.matches()) {
            throw new UnitSyntax("'%s' is not a date as 2025, 2025-H2, 2025-Q4, 2025-12 or 2025-12-31".formatted(text));
        }
        try {
            return of(written);
        } catch (DateTimeException e) {
            throw new UnitSyntax("'%s' is not a date: the calendar has no such day".formatted(text));
        }
    }

    /** A single day. */
    public static CalendarPeriod of(LocalDate day) {
        return new CalendarPeriod(day.toString(), day, day);
    }

    private static CalendarPeriod of(Matcher written) {
        int year = Integer.parseInt(written.group(1));
        if (written.group(2) != null) {
            return months(written, year, 3 * Integer.parseInt(written.group(2)) - 2, 3);
        }
        if (written.group(3) != null) {
            return months(written, year, 6 * Integer.parseInt(written.group(3)) - 5, 6);
        }
        if (written.group(4) == null) {
            return months(written, year, 1, 12);
        }
        int month = Integer.parseInt(written.group(4));
        if (written.group(5) == null) {
            return months(written, year, month, 1);
        }
        LocalDate day = LocalDate.of(year, month, Integer.parseInt(written.group(5)));
        return new CalendarPeriod(written.group(), day, day);
    }

    private static CalendarPeriod months(Matcher written, int year, int month, int count) {
        LocalDate first = LocalDate.of(year, month, 1);
        return new CalendarPeriod(
                written.group(), first, first.plusMonths(count).minusDays(1));
    }

    @Override
    public String toString() {
        return text;
    }
}
