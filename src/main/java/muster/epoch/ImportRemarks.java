package muster.epoch;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What was left out of tables and what was taken otherwise than it is written: each kind is said once. */
final class ImportRemarks {
    private final Set<String> columns = new TreeSet<>();
    private final Set<String> medians = new TreeSet<>();
    private final Set<String> belowZero = new TreeSet<>();

    /** Columns that are not read. */
    void leftOut(Collection<String> names) {
        columns.addAll(names);
    }

    /** A row that has a median and no other percentile. */
    void medianAlone(ChipCountRow row) {
        medians.add(row.whose());
    }

    /** A row whose 5th percentile is below zero. */
    void belowZero(ChipCountRow row) {
        belowZero.add("%s %s on %s".formatted(row.whose(), row.countedAs(), row.end()));
    }

    /** The remarks, in a fixed order. */
    List<String> words() {
        List<String> words = new ArrayList<>();
        add(words, "columns left out: %s", columns);
        add(words, "a median without percentiles is taken as certain: %s", medians);
        add(words, "a 5th percentile below zero is taken as zero: %s", belowZero);
        return words;
    }

    private static void add(List<String> words, String form, Set<String> what) {
        if (!what.isEmpty()) {
            words.add(form.formatted(String.join(", ", what)));
        }
    }
}
