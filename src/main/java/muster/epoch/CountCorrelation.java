package muster.epoch;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * How far the counts of a maker's chips rise and fall together, told from the width of the total.
 *
 * <pre>
 * T^2 = A + r (B^2 - A),   A = sum of s_i^2,   B = sum of s_i
 * </pre>
 *
 * s_i is half the width of a chip's interval on one side of its median, T that of the total. Half-widths add up as standard
 * deviations do, of normal variables of one correlation r. The r of the least squared error over all quarters, over both sides
 * and over chips and H100e is taken, and rounded to 0.05, since the formula is not more exact than that.
 */
final class CountCorrelation {
    private static final double STEPS = 20;

    private CountCorrelation() {}

    /**
     * The correlation of a maker's chips, or of those that an owner has of it, from 0 to 1; nothing where there are no totals of
     * several chips to tell it from, or none with an interval.
     */
    static Optional<Double> of(String maker, Optional<String> owner, List<ChipCountRow> counts) {
        double product = 0;
        double square = 0;
        for (ChipCountRow total : counts) {
            if (!total.isTotal()
                    || !total.maker().equals(maker)
                    || !total.owner().equals(owner)) {
                continue;
            }
            List<ChipCountRow> chips = counts.stream()
                    .filter(count -> !count.isTotal() && count.sameWhole(total))
                    .toList();
            if (chips.size() < 2) {
                continue;
            }
            List<Function<ChipCountRow, List<String>>> columns = List.of(ChipCountRow::chips, ChipCountRow::h100e);
            for (Function<ChipCountRow, List<String>> column : columns) {
                for (boolean above : new boolean[] {false, true}) {
                    double whole = ChipCountRow.half(column.apply(total), above);
                    if (whole == 0) {
                        continue;
                    }
                    double squares = chips.stream()
                            .mapToDouble(chip -> Math.pow(ChipCountRow.half(column.apply(chip), above), 2))
                            .sum();
                    double sum = chips.stream()
                            .mapToDouble(chip -> ChipCountRow.half(column.apply(chip), above))
                            .sum();
                    // In parts of the total's width, so that H100e and chips, and early and late quarters, weigh alike.
                    double free = (sum * sum - squares) / (whole * whole);
                    product += (1 - squares / (whole * whole)) * free;
                    square += free * free;
                }
            }
        }
        return square == 0
                ? Optional.empty()
                : Optional.of(Math.round(Math.max(0, Math.min(1, product / square)) * STEPS) / STEPS);
    }
}
