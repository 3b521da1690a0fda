package muster.view.serving;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import muster.catalog.Edition;
import muster.chart.Axis;
import muster.chart.Chart;
import muster.chart.Point;
import muster.chart.Series;
import muster.inference.OperatingPoint;
import muster.inference.Study;
import muster.unit.Numbers;

/** A frontier as a picture: serial speed across, throughput upwards. */
public final class FrontierChart {
    private FrontierChart() {}

    /**
     * The picture as an SVG file.
     *
     * @param study what was found; at least one point
     * @param catalog which catalog it was computed from
     */
    public static String svg(Study study, Edition catalog) {
        List<Series> series = new ArrayList<>();
        if (study.frontier().points().stream()
                .allMatch(point -> study.errorFactor(point).isPresent())) {
            series.add(new Series.Band(
                    "90% of measured",
                    line(study, point -> 1 / factor(study, point)), line(study, point -> factor(study, point)), false));
        }
        series.add(new Series.Line("frontier", line(study, point -> 1), false));
        series.add(new Series.Dots("deployments", dots(study)));
        return new Chart(
                        ThroughputView.title(study),
                        Axis.linear("serial speed (token/s)"),
                        Axis.log("throughput (token/s/chip)"),
                        series,
                        List.of("%s tokens read, %s generated; replicas of at most %s chips; method %s, catalog %s"
                                .formatted(
                                        Numbers.exact(study.request().context().promptTokens()),
                                        Numbers.exact(study.request().context().outputTokens()),
                                        study.request().maxReplicaChips(),
                                        study.method(),
                                        catalog)))
                .svg();
    }

    private static double factor(Study study, OperatingPoint point) {
        return study.errorFactor(point).orElse(1);
    }

    // A step that takes less time makes both speed and throughput larger.
    private static List<Point> line(Study study, ToDoubleFunction<OperatingPoint> factor) {
        return study.frontier().points().stream()
                .map(point -> Point.of(
                        point.serialSpeed() * factor.applyAsDouble(point),
                        point.throughputPerChip() * factor.applyAsDouble(point)))
                .toList();
    }

    private static List<Point> dots(Study study) {
        return study.frontier().points().stream()
                .map(point -> new Point(
                        point.serialSpeed(),
                        point.throughputPerChip(),
                        "%s, batch %s"
                                .formatted(
                                        DeploymentWords.spread(point),
                                        Numbers.exact(point.deployment().batch()))))
                .toList();
    }
}
