package muster.view.serving;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import muster.catalog.Edition;
import muster.chart.Axis;
import muster.chart.Chart;
import muster.chart.ChartPoint;
import muster.chart.ChartSeries;
import muster.inference.replica.FrontierStudy;
import muster.inference.replica.OperatingPoint;
import muster.unit.NumberText;

/** A frontier as a picture: serial speed across, throughput upwards. */
public final class FrontierChart {
    private FrontierChart() {}

    /**
     * The picture as an SVG file.
     *
     * @param study what was found; at least one point
     * @param catalog which catalog it was computed from
     */
    public static String svg(FrontierStudy study, Edition catalog) {
        List<ChartSeries> series = new ArrayList<>();
        if (study.frontier().points().stream()
                .allMatch(point -> study.errorFactor(point).isPresent())) {
            series.add(new ChartSeries.Band(
                    "90% of measured",
                    line(study, point -> 1 / factor(study, point)), line(study, point -> factor(study, point)), false));
        }
        series.add(new ChartSeries.Line("frontier", line(study, point -> 1), false));
        series.add(new ChartSeries.Dots("deployments", dots(study)));
        return new Chart(
                        ThroughputView.title(study),
                        Axis.linear("serial speed (token/s)"),
                        Axis.log("throughput (token/s/chip)"),
                        series,
                        List.of(
                                "%s prompt tokens, %s output tokens; replicas of at most %s chips; method %s, catalog %s"
                                        .formatted(
                                                NumberText.exact(study.request()
                                                        .context()
                                                        .promptTokens()),
                                                NumberText.exact(study.request()
                                                        .context()
                                                        .outputTokens()),
                                                study.request().maxReplicaChips(),
                                                study.method(),
                                                catalog)))
                .svg();
    }

    private static double factor(FrontierStudy study, OperatingPoint point) {
        return study.errorFactor(point).orElse(1);
    }

    // A step that takes less time makes both speed and throughput larger.
    private static List<ChartPoint> line(FrontierStudy study, ToDoubleFunction<OperatingPoint> factor) {
        return study.frontier().points().stream()
                .map(point -> ChartPoint.of(
                        point.serialSpeed() * factor.applyAsDouble(point),
                        point.throughputPerChip() * factor.applyAsDouble(point)))
                .toList();
    }

    private static List<ChartPoint> dots(FrontierStudy study) {
        return study.frontier().points().stream()
                .map(point -> new ChartPoint(
                        point.serialSpeed(),
                        point.throughputPerChip(),
                        "%s, batch %s"
                                .formatted(
                                        DeploymentWords.spread(point),
                                        NumberText.exact(point.deployment().batch()))))
                .toList();
    }
}
