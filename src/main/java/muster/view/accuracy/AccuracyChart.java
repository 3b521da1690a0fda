package muster.view.accuracy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import muster.accuracy.AccuracyStudy;
import muster.accuracy.ScoreGrouping;
import muster.accuracy.ScoredMeasurement;
import muster.chart.Axis;
import muster.chart.Chart;
import muster.chart.ChartPoint;
import muster.chart.ChartSeries;

/** Pictures of the inference model beside measurements. */
public final class AccuracyChart {
    // Beyond this, dots of one colour are told from those of another no more.
    private static final int MOST_SERIES = 10;

    private AccuracyChart() {}

    /** The time per token, measured across and modelled upwards, with lines at equality and at a factor of two. */
    public static String scatter(AccuracyStudy study, ScoreGrouping by) {
        List<ScoredMeasurement> rows = tokenTimes(study);
        double least = rows.stream().mapToDouble(row -> row.row().value()).min().orElse(1);
        double most = rows.stream().mapToDouble(row -> row.row().value()).max().orElse(1);
        List<ChartSeries> series = new ArrayList<>(series(
                rows,
                by,
                row -> new ChartPoint(row.row().value(), row.model(), row.row().id())));
        series.add(line("equal", least, most, 1, false));
        series.add(line("a factor of 2", least, most, 2, true));
        series.add(line("", least, most, 0.5, true));
        return new Chart(
                        "Time per output token: model against measurement",
                        Axis.log("measured (ms)"),
                        Axis.log("model (ms)"),
                        series,
                        List.of("%s measured rows of served models".formatted(rows.size())))
                .svg();
    }

    /** The ratio of model to measurement over the number of requests. */
    public static String residuals(AccuracyStudy study, ScoreGrouping by) {
        List<ScoredMeasurement> rows = tokenTimes(study);
        double most = rows.stream().mapToDouble(AccuracyChart::requests).max().orElse(1);
        List<ChartSeries> series = new ArrayList<>(series(
                rows,
                by,
                row -> new ChartPoint(requests(row), row.ratio(), row.row().id())));
        series.add(new ChartSeries.Line("equal", List.of(ChartPoint.of(1, 1), ChartPoint.of(most, 1)), false));
        return new Chart(
                        "Time per output token: model over measurement",
                        Axis.log("requests in flight"),
                        Axis.log("model/measured"),
                        series,
                        List.of("%s measured rows of served models".formatted(rows.size())))
                .svg();
    }

    private static List<ScoredMeasurement> tokenTimes(AccuracyStudy study) {
        return study.counted().stream().filter(ScoredMeasurement::tokenTime).toList();
    }

    private static double requests(ScoredMeasurement row) {
        return row.row().requests().orElse(1);
    }

    private static ChartSeries.Line line(String name, double least, double most, double factor, boolean dashed) {
        return new ChartSeries.Line(
                name, List.of(ChartPoint.of(least, least * factor), ChartPoint.of(most, most * factor)), dashed);
    }

    private static List<ChartSeries> series(
            List<ScoredMeasurement> rows, ScoreGrouping by, Function<ScoredMeasurement, ChartPoint> placed) {
        Map<String, List<ScoredMeasurement>> groups = by.split(rows);
        List<ChartSeries> series = new ArrayList<>();
        if (groups.size() > MOST_SERIES) {
            series.add(new ChartSeries.Dots("rows", rows.stream().map(placed).toList()));
            return series;
        }
        groups.forEach((name, own) ->
                series.add(new ChartSeries.Dots(name, own.stream().map(placed).toList())));
        return series;
    }
}
