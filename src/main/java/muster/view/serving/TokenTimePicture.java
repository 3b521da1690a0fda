package muster.view.serving;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import muster.chart.Axis;
import muster.chart.Bars;
import muster.inference.replica.OperatingPoint;
import muster.inference.serving.Attainment;
import muster.unit.NumberText;

/** Breakdown of the time per output token on each kind of chip that serves. */
public final class TokenTimePicture {
    private TokenTimePicture() {}

    /** The chart; none where nothing serves. */
    public static Optional<Bars> of(Attainment attainment, List<String> notes) {
        List<Bars.Row> rows = new ArrayList<>();
        attainment
                .kinds()
                .forEach(kind -> kind.serving()
                        .ifPresent(serving -> rows.add(new Bars.Row(kind.chip(), bars(serving.point())))));
        return rows.isEmpty()
                ? Optional.empty()
                : Optional.of(new Bars(
                        "Breakdown of the time per output token",
                        Axis.linear("ms of a decoding step"),
                        rows,
                        List.of(),
                        DeploymentWords.causes(),
                        notes));
    }

    private static List<Bars.Bar> bars(OperatingPoint point) {
        List<Double> parts = DeploymentWords.parts(point.breakdown());
        List<Bars.Bar> bars = new ArrayList<>();
        double from = 0;
        for (int cause = 0; cause < parts.size(); cause++) {
            double milliseconds = 1e3 * parts.get(cause);
            String note =
                    "%s: %s ms".formatted(DeploymentWords.causes().get(cause), NumberText.rounded(milliseconds, 3));
            bars.add(new Bars.Bar(from, from + milliseconds, cause, note));
            from += milliseconds;
        }
        return bars;
    }
}
