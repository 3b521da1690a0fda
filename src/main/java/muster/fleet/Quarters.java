package muster.fleet;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

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

    /** The last days of the quarters that end from one day to another. */
    public static List<LocalDate> between(LocalDate first, LocalDate last) {
        return Stream.iterate(end(first), day -> !day.isAfter(last), day -> end(day.plusDays(1)))
                .toList();
    }
}
