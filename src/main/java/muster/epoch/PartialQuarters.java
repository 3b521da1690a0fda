package muster.epoch;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Quarters that Epoch counts in part, which a fleet leaves out: what they hold is less than what was sold. */
final class PartialQuarters {
    private PartialQuarters() {}

    /** Which they are, in words: by maker, or by maker and owner where no owner is left out. */
    static String words(List<ChipCountRow> partial) {
        Map<String, LocalDate> last = new TreeMap<>();
        partial.forEach(row -> last.merge(name(row), row.end(), (a, b) -> a.isAfter(b) ? a : b));
        return "%s rows of quarters that are not complete are left out: %s"
                .formatted(
                        partial.size(),
                        last.entrySet().stream()
                                .map(entry -> entry.getKey() + " " + entry.getValue())
                                .collect(Collectors.joining(", ")));
    }

    private static String name(ChipCountRow row) {
        return row.owner().isPresent() ? row.maker() + " by owner" : row.maker();
    }

    /** The last of them by maker, of all owners together, where it is after the last complete one. */
    static Map<String, LocalDate> ofMakers(ChipCounts counts) {
        Map<String, LocalDate> last = new TreeMap<>();
        counts.partial().stream()
                .filter(row -> row.owner().isEmpty())
                .filter(row -> counts.counts().stream()
                        .noneMatch(full -> full.maker().equals(row.maker())
                                && full.owner().isEmpty()
                                && !full.end().isBefore(row.end())))
                .forEach(row -> last.merge(row.maker(), row.end(), (a, b) -> a.isAfter(b) ? a : b));
        return last;
    }
}
