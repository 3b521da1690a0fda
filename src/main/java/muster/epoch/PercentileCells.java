package muster.epoch;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import muster.diagnostic.Problems;
import muster.document.yaml.Text;

/**
 * The cells of three percentiles, as they are written. A median alone is certain, and a 5th percentile below zero, which sampled
 * differences of counts can have, is zero.
 *
 * @param p5 the 5th percentile; nothing where the table has no such column
 * @param p50 the median
 * @param p95 the 95th percentile
 */
record PercentileCells(Optional<Text> p5, Optional<Text> p50, Optional<Text> p95) {
    private static final Pattern NUMBER = Pattern.compile("\\d{1,15}(\\.\\d{1,9})?");

    /** Whether no cell holds anything. */
    boolean isEmpty() {
        return cells().allMatch(PercentileCells::blank);
    }

    /** Whether there is a median and nothing beside it. */
    boolean medianAlone() {
        return blank(p5) && blank(p95) && !blank(p50);
    }

    /** Whether the 5th percentile is a number below zero. */
    boolean belowZero() {
        return p5.map(Text::value)
                .filter(value -> value.startsWith("-")
                        && NUMBER.matcher(value.substring(1)).matches())
                .isPresent();
    }

    /** The three as numbers; only where nothing is amiss with them. */
    List<String> values() {
        String median = shorter(p50.orElseThrow().value());
        return medianAlone()
                ? List.of(median, median, median)
                : List.of(
                        belowZero() ? "0" : shorter(p5.orElseThrow().value()),
                        median,
                        shorter(p95.orElseThrow().value()));
    }

    /** Reports what is no number, what is missing, and percentiles that do not rise. */
    void check(Problems problems) {
        int before = problems.reports();
        cells().flatMap(Optional::stream).forEach(cell -> check(cell, problems));
        if (problems.reports() > before || p50.isEmpty()) {
            return;
        }
        List<Double> values = values().stream().map(Double::valueOf).toList();
        boolean rise = values.get(0) < values.get(1) && values.get(1) < values.get(2);
        boolean alike = values.get(0).equals(values.get(1)) && values.get(1).equals(values.get(2));
        if (!rise && !alike) {
            problems.error(
                    "inconsistent",
                    p50.get().place(),
                    "5th percentile, median and 95th percentile rise or are one number, and %s do neither"
                            .formatted(String.join(", ", values())));
        }
    }

    private void check(Text cell, Problems problems) {
        boolean besideMedian = medianAlone() && cell.value().isEmpty();
        boolean low = belowZero() && p5.filter(cell::equals).isPresent();
        if (besideMedian || low || NUMBER.matcher(cell.value()).matches()) {
            return;
        }
        if (cell.value().isEmpty()) {
            problems.error(
                    "missing-cell",
                    cell.place(),
                    "this count lacks a percentile; all three are read, or a median alone");
        } else {
            problems.error("not-a-number", cell.place(), "'%s' is not a number as 1234.5".formatted(cell.value()));
        }
    }

    private Stream<Optional<Text>> cells() {
        return Stream.of(p5, p50, p95);
    }

    private static boolean blank(Optional<Text> cell) {
        return cell.filter(text -> !text.value().isEmpty()).isEmpty();
    }

    // Counts of chips that pandas writes as 87500.0.
    private static String shorter(String number) {
        return number.replaceFirst("\\.0+$", "");
    }
}
