package muster.fleet.stock;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The last count of chips that stand at a later date as they were then, which is at least so many.
 *
 * @param date when they were counted
 * @param asked the later date
 * @param partial the last day of a quarter of which the source counts a part, where there is one; that part is left out
 */
public record LastCount(LocalDate date, LocalDate asked, Optional<LocalDate> partial) {

    /** Which of some lines stand as they were counted before, in words; nothing where all are counted at their date. */
    public static List<String> words(List<FleetLine> lines) {
        Map<LastCount, Map<Boolean, Set<String>>> vendors = new LinkedHashMap<>();
        lines.forEach(line -> line.counted()
                .ifPresent(last -> vendors.computeIfAbsent(last, key -> new LinkedHashMap<>())
                        .computeIfAbsent(line.split(), key -> new TreeSet<>())
                        .add(line.vendor().orElse(line.label()))));
        List<String> words = new ArrayList<>();
        vendors.forEach((last, bySplit) -> bySplit.forEach(
                (split, names) -> words.add(last.words(String.join(", ", names) + (split ? " by owner" : "")))));
        return words;
    }

    private String words(String chips) {
        return "%s: the last full count is of %s, and stands at %s as a lower bound%s"
                .formatted(
                        chips,
                        date,
                        asked,
                        partial.map(end -> "; of the quarter to %s a part is counted, and left out".formatted(end))
                                .orElse(""));
    }
}
