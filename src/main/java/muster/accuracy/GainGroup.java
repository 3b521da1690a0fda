package muster.accuracy;

import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Predicate;
import muster.accuracy.measurement.MeasuredGains;

/**
 * The measured gains of a kind of technique beside ours.
 *
 * @param id the entry of the catalog
 * @param title what it is, in one line
 * @param gains the entry
 * @param rows its rows, in the order of the file
 */
public record GainGroup(String id, String title, MeasuredGains gains, List<ComparedGain> rows) {
    // A bar is written in so many digits; what was reached lies within half of the last.
    private static final double ROUNDING = 5e-4;

    public GainGroup {
        rows = List.copyOf(rows);
    }

    /** The mean size of errors of the rows that count. */
    public double mean() {
        return mean(row -> true).orElse(Double.NaN);
    }

    /** The same of those that no constant was fitted to; nothing where there are none. */
    public OptionalDouble unseen() {
        return mean(row -> !row.row().fitted());
    }

    private OptionalDouble mean(Predicate<ComparedGain> meant) {
        return rows.stream()
                .filter(ComparedGain::counted)
                .filter(meant)
                .mapToDouble(row -> Math.abs(row.error().orElseThrow()))
                .average();
    }

    /** Whether the bars are met. */
    public boolean met() {
        return mean() <= gains.bar().central() + ROUNDING
                && gains.unseenBar()
                        .map(bar -> unseen().orElse(Double.NaN) <= bar.central() + ROUNDING)
                        .orElse(true);
    }
}
