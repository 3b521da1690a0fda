package muster.epoch;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import muster.diagnostic.Problems;

/**
 * Holds the chips of a maker, or of a maker and an owner, against the table without chips. Medians of a total and sums of medians
 * are two things, which lie up to 2.8% apart in the tables of 2026; more is a table that is missing, or one of another edition.
 */
final class SumsOfChips {
    private static final double TOLERANCE = 0.03;

    private final List<ChipCountRow> counts;
    private final Problems problems;
    private final Set<String> withoutChips = new TreeSet<>();
    private int compared;
    private double farthest;

    private SumsOfChips(List<ChipCountRow> counts, Problems problems) {
        this.counts = counts;
        this.problems = problems;
    }

    /** What came of it, in words; sums that lie too far apart are reported. */
    static List<String> check(List<ChipCountRow> counts, Problems problems) {
        SumsOfChips sums = new SumsOfChips(counts, problems);
        counts.stream().filter(ChipCountRow::isTotal).forEach(sums::check);
        List<String> words = new ArrayList<>();
        if (sums.compared > 0) {
            words.add(String.format(
                    Locale.ROOT,
                    "the medians of chips add up to those of %d totals within %.1f%%, in chips and in H100e",
                    sums.compared,
                    100 * sums.farthest));
        }
        if (!sums.withoutChips.isEmpty()) {
            words.add("counted without kinds of chips, and left out: " + String.join(", ", sums.withoutChips));
        }
        return words;
    }

    private void check(ChipCountRow total) {
        List<ChipCountRow> chips = counts.stream()
                .filter(count -> !count.isTotal() && count.sameWhole(total))
                .toList();
        if (chips.isEmpty()) {
            total.owner().ifPresent(owner -> withoutChips.add(total.whose()));
            return;
        }
        compared++;
        compare(total, chips, ChipCountRow::chips, "chips");
        compare(total, chips, ChipCountRow::h100e, "H100e");
    }

    private void compare(
            ChipCountRow total, List<ChipCountRow> chips, Function<ChipCountRow, List<String>> column, String what) {
        double sum = chips.stream()
                .mapToDouble(chip -> ChipCountRow.median(column.apply(chip)))
                .sum();
        double whole = ChipCountRow.median(column.apply(total));
        double apart = sum == whole ? 0 : Math.abs(sum / whole - 1);
        farthest = Math.max(farthest, apart);
        if (apart > TOLERANCE) {
            problems.error(
                    "unequal-sums",
                    total.row().place(),
                    String.format(
                            Locale.ROOT,
                            "%s on %s: the medians of the chips add up to %,.0f %s, and the total is %,.0f, which is more than %.0f%% apart. Maybe a table by chip is missing, or one is of another edition?",
                            total.whose(),
                            total.end(),
                            sum,
                            what,
                            whole,
                            100 * TOLERANCE));
        }
    }
}
