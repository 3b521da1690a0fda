package muster.inference.replica;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import muster.inference.calibration.Calibration;
import muster.inference.calibration.MeasuredRows;
import muster.inference.step.Deployment;
import muster.inference.step.LayoutKind;
import org.jspecify.annotations.Nullable;

/**
 * How many measured rows ran layouts of a kind. A kind of fewer than {@value Calibration#FEWEST_ROWS} is as one without any; tensor
 * parallelism inside a scale-up domain always counts as benchmarked. Not safe for use by several threads.
 */
final class BenchmarkedLayouts {
    private static final LayoutKind TENSOR = LayoutKind.parse("tensor");

    private final Optional<MeasuredRows> measured;
    private final int domainChips;
    private final Map<LayoutKind, Integer> counted = new HashMap<>();
    private @Nullable Map<LayoutKind, Integer> kinds;

    BenchmarkedLayouts(ModelOnChip setup) {
        this.measured = setup.calibration().rows();
        this.domainChips = setup.machine().domainChips();
    }

    /** Rows that ran such a layout, or one of more of all that it is of; 0 where the calibration counts none. */
    int rows(Deployment layout) {
        return counted.computeIfAbsent(
                LayoutKind.of(layout, domainChips), kind -> MeasuredRows.covering(kind, kinds()));
    }

    // Names are read once, and not at all by a search of any layout.
    private Map<LayoutKind, Integer> kinds() {
        if (kinds == null) {
            kinds = measured.map(MeasuredRows::kinds).orElse(Map.of());
        }
        return kinds;
    }

    /** Whether enough rows did. */
    boolean benchmarked(Deployment layout) {
        return LayoutKind.of(layout, domainChips).equals(TENSOR) || rows(layout) >= Calibration.FEWEST_ROWS;
    }

    /** That too few did, as {@code 3 measured rows ran data-parallel attention of 64 groups}; nothing where enough did. */
    Optional<String> caution(Deployment layout) {
        int rows = rows(layout);
        return benchmarked(layout)
                ? Optional.empty()
                : Optional.of("%s ran %s"
                        .formatted(
                                rows == 0 ? "no measured row" : rows == 1 ? "1 measured row" : rows + " measured rows",
                                LayoutKind.of(layout, domainChips).words()));
    }
}
