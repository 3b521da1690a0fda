package muster.accuracy;

import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import muster.accuracy.measurement.MeasuredCase;
import muster.accuracy.measurement.MeasuredLayout;
import muster.accuracy.measurement.Measurement;
import muster.accuracy.measurement.TrafficPattern;
import muster.inference.calibration.MeasuredRows;
import muster.inference.replica.ModelOnChip;
import muster.inference.step.Deployment;
import muster.inference.step.LayoutKind;

/** Counts what the rows of a fit are of: kinds of layouts, and months of engines. */
final class RowCoverage {
    private RowCoverage() {}

    static MeasuredRows of(List<MeasuredCase> cases) {
        Map<LayoutKind, Integer> layouts = new HashMap<>();
        Map<String, Map<YearMonth, Integer>> dates = new TreeMap<>();
        for (MeasuredCase one : cases) {
            kind(one).ifPresent(kind -> layouts.merge(kind, 1, Integer::sum));
            one.row()
                    .month()
                    .ifPresent(month -> dates.computeIfAbsent(one.row().stack(), name -> new TreeMap<>())
                            .merge(month, 1, Integer::sum));
        }
        List<Measurement> rows = cases.stream().map(MeasuredCase::row).toList();
        return MeasuredRows.of(layouts, dates, EngineDrift.of(rows).perMonth());
    }

    // Where whoever ran it chose among several layouts, all that is known is whether prompts were prefilled elsewhere.
    private static Optional<LayoutKind> kind(MeasuredCase one) {
        boolean apart = one.row().load() == TrafficPattern.DISAGGREGATED;
        if (one.layouts().size() > 1) {
            return apart ? Optional.of(new LayoutKind(1, 1, 1, 1, true)) : Optional.empty();
        }
        MeasuredLayout ran = one.layouts().get(0);
        Deployment layout = new Deployment(ran.tensor(), false, ran.data(), ran.expert(), ran.pipeline(), 1, apart);
        return Optional.of(LayoutKind.of(layout, ModelOnChip.domainChips(one.chip())));
    }
}
