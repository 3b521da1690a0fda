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

/** Frontiers as a picture: serial speed across, throughput upwards. */
public final class FrontierChart {
    private FrontierChart() {}

    /**
     * The picture as an SVG file: one frontier with its band and its deployments, or the lines of several.
     *
     * @param studies what was found of one model, each with at least one point
     * @param catalog which catalog it was computed from
     */
    public static String svg(List<FrontierStudy> studies, Edition catalog) {
        FrontierStudy first = studies.get(0);
        List<ChartSeries> series = studies.size() == 1
                ? one(first)
                : studies.stream()
                        .<ChartSeries>map(study -> new ChartSeries.Line(study.chip(), line(study, point -> 1), false))
                        .toList();
        String title = studies.size() == 1
                ? ThroughputView.title(first)
                : "%s in %s".formatted(first.model(), first.setup().encodings());
        return new Chart(
                        title,
                        Axis.linear("serial speed (token/s)"),
                        Axis.log("throughput (token/s/chip)"),
                        series,
                        List.of("%s; replicas of at most %s chips; method %s, catalog %s"
                                .formatted(
                                        first.request().context().words(),
                                        first.request().maxReplicaChips(),
                                        first.method(),
                                        catalog)))
                .svg();
    }

    private static List<ChartSeries> one(FrontierStudy study) {
        List<ChartSeries> series = new ArrayList<>();
        if (study.frontier().points().stream()
                .allMatch(point -> study.errorFactor(point).isPresent())) {
            series.add(new ChartSeries.Band(
                    "90% of measured",
                    line(study, point -> 1 / factor(study, point)), line(study, point -> factor(study, point)), false));
        }
        series.add(new ChartSeries.Line("frontier", line(study, point -> 1), false));
        series.add(new ChartSeries.Dots("deployments", dots(study)));
        return series;
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
