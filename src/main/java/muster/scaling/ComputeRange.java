package muster.scaling;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import muster.diagnostic.Problems;
import muster.document.PositiveAmount;
import muster.document.yaml.Text;
import muster.unit.Quantity;

/**
 * A range of training compute.
 *
 * @param low its lower end, in FLOP
 * @param high its upper end, in FLOP, above the lower
 */
public record ComputeRange(double low, double high) {
    /** A training compute as a person writes it; a bare number is in FLOP, since nothing else can be meant. */
    public static final PositiveAmount COMPUTE = new PositiveAmount("FLOP", true, "as 1.6e28 FLOP");

    // More powers of ten than anyone draws.
    private static final double MOST_TIMES = 1e60;

    /** The range that a text writes as {@code LOW..HIGH}, or nothing with a problem reported. */
    public static Optional<ComputeRange> parse(Text text, Problems problems) {
        String[] ends = text.value().split("\\.\\.", -1);
        if (ends.length == 2) {
            Optional<Quantity> low = COMPUTE.parse(new Text(ends[0], text.place()), problems);
            Optional<Quantity> high = COMPUTE.parse(new Text(ends[1], text.place()), problems);
            if (low.isEmpty() || high.isEmpty()) {
                return Optional.empty();
            }
            double from = low.get().base();
            double to = high.get().base();
            if (from < to && to / from <= MOST_TIMES) {
                return Optional.of(new ComputeRange(from, to));
            }
        }
        problems.error("bad-range", text.place(), "a range is LOW..HIGH, as 1e20..1e28, and LOW is below HIGH");
        return Optional.empty();
    }

    /** The range around a compute in which laws are commonly compared, in FLOP. */
    public static ComputeRange around(double flop) {
        return new ComputeRange(Math.min(1e18, flop / 1e3), Math.max(1e28, flop * 100));
    }

    /** A compute for each power of ten from one end to the other, in FLOP. */
    public List<Double> decades() {
        List<Double> computes = new ArrayList<>();
        for (double flop = low; flop <= high * (1 + 1e-9); flop *= 10) {
            computes.add(flop);
        }
        return computes;
    }
}
