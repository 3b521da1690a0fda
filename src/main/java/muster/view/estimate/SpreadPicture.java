package muster.view.estimate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import muster.chart.Axis;
import muster.chart.Bars;
import muster.scenario.Estimate;
import muster.unit.NumberText;
import muster.view.figure.Headlines;

/** How far each headline figure is open, as multiples of its median, so that figures of any unit stand on one axis. */
final class SpreadPicture {
    private SpreadPicture() {}

    static Optional<Bars> of(Estimate estimate, List<String> notes) {
        List<Bars.Row> rows = new ArrayList<>();
        for (String name : Headlines.names(List.of(estimate))) {
            estimate.step(name)
                    .flatMap(estimate::percentiles)
                    .filter(spread -> spread.p5() > 0 && spread.p95() > spread.p5())
                    .ifPresent(spread -> {
                        double low = spread.p5() / spread.p50();
                        double high = spread.p95() / spread.p50();
                        String factors = NumberText.rounded(low, 2) + " to " + NumberText.rounded(high, 2);
                        rows.add(new Bars.Row(
                                Headlines.words(name) + ": " + factors, List.of(new Bars.Bar(low, high, 0, factors))));
                    });
        }
        return rows.isEmpty()
                ? Optional.empty()
                : Optional.of(new Bars(
                        "5th to 95th percentile of each figure, as multiples of its median",
                        Axis.log("multiple of the median"),
                        rows,
                        List.of(1.0),
                        notes));
    }
}
