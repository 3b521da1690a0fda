package muster.fleet.stock;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import muster.diagnostic.Problems;
import muster.document.yaml.Text;

/** Quarters of the calendar. */
public final class Quarters {
    private Quarters() {}

    /** The last day of the quarter that a day is in. */
    static LocalDate end(LocalDate day) {
        return start(day).plusMonths(3).minusDays(1);
    }

    /** The first day of the quarter that a day is in. */
    static LocalDate start(LocalDate day) {
        return day.withDayOfMonth(1).withMonth(day.getMonthValue() - (day.getMonthValue() - 1) % 3);
    }

    /**
     * The days that a text writes: one, as {@code 2025-12-31}, or the ends of the quarters of a range, as
     * {@code 2024-01-01..2025-12-31}. What is no date is reported, and so is a range in which no quarter ends.
     */
    public static List<LocalDate> parse(Text text, Problems problems) {
        String[] ends = text.value().split("\\.\\.", -1);
        List<LocalDate> days = new ArrayList<>();
        for (String end : ends) {
            try {
                days.add(LocalDate.parse(end.strip()));
            } catch (DateTimeException e) {
                problems.error(
                        "not-a-date",
                        text.place(),
                        "'%s' is not a date as 2025-12-31, nor two as 2024-01-01..2025-12-31".formatted(end));
            }
        }
        if (days.size() == 1 || days.size() != ends.length) {
            return days;
        }
        List<LocalDate> quarters = ends.length == 2 ? between(days.get(0), days.get(1)) : List.of();
        if (quarters.isEmpty()) {
            problems.error("dates", text.place(), "no quarter ends between these dates; a range is FROM..TO");
        }
        return quarters;
    }

    /** The last days of the quarters that end from one day to another. */
    static List<LocalDate> between(LocalDate first, LocalDate last) {
        return Stream.iterate(end(first), day -> !day.isAfter(last), day -> end(day.plusDays(1)))
                .toList();
    }
}
