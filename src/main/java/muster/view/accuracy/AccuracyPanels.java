package muster.view.accuracy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import muster.accuracy.AccuracyStudy;
import muster.accuracy.ScoreGrouping;
import muster.accuracy.ScoredMeasurement;
import muster.accuracy.measurement.Metric;
import muster.chart.Axis;
import muster.chart.Chart;
import muster.chart.ChartPanels;
import muster.chart.ChartPoint;
import muster.chart.ChartSeries;
import muster.inference.calibration.Regime;
import muster.inference.calibration.Unseen;
import muster.unit.NumberText;

/** Measurements of each vendor over their forecasts, with the band in which nine of ten should lie. */
public final class AccuracyPanels {
    private AccuracyPanels() {}

    /** A chart for each vendor, kind of model and unit; the plain one where no row counts. */
    public static String svg(AccuracyStudy study) {
        if (study.counted().isEmpty()) {
            return AccuracyChart.scatter(study, ScoreGrouping.VENDOR);
        }
        List<Chart> charts = new ArrayList<>();
        ScoreGrouping.VENDOR
                .split(study.counted())
                .forEach((vendor, rows) ->
                        panels(rows).forEach((name, own) -> charts.add(chart(study, vendor, name, own))));
        return new ChartPanels("Measured beside forecast, by vendor", charts).svg();
    }

    /** What a panel shows. */
    private record Panel(boolean experts, String unit) implements Comparable<Panel> {
        @Override
        public int compareTo(Panel other) {
            int order = Boolean.compare(experts, other.experts);
            return order == 0 ? unit.compareTo(other.unit) : order;
        }

        String words() {
            return experts ? "models with experts" : "dense models";
        }
    }

    private static Map<Panel, List<ScoredMeasurement>> panels(List<ScoredMeasurement> rows) {
        Map<Panel, List<ScoredMeasurement>> panels = new TreeMap<>();
        rows.forEach(row -> panels.computeIfAbsent(
                        new Panel(row.experts(), unit(row.row().metric())), key -> new ArrayList<>())
                .add(row));
        return panels;
    }

    private static String unit(Metric metric) {
        return switch (metric) {
            case TPOT_MS -> "time per output token (ms)";
            case TTFT_MS -> "time to first token (ms)";
            case REQUEST_LATENCY_S -> "time of a request (s)";
            case OUTPUT_TOKENS_PER_S_PER_USER -> "token/s/stream";
            case OUTPUT_TOKENS_PER_S_PER_CHIP, OUTPUT_TOKENS_PER_S_TOTAL -> "token/s/chip";
            case INPUT_TOKENS_PER_S_PER_CHIP -> "prompt token/s/chip";
        };
    }

    private static Chart chart(AccuracyStudy study, String vendor, Panel panel, List<ScoredMeasurement> rows) {
        double least = rows.stream().mapToDouble(AccuracyPanels::forecast).min().orElseThrow();
        double most = rows.stream().mapToDouble(AccuracyPanels::forecast).max().orElseThrow();
        Map<Regime, List<ScoredMeasurement>> regimes = new TreeMap<>();
        rows.forEach(row ->
                regimes.computeIfAbsent(row.regime(), key -> new ArrayList<>()).add(row));
        List<ChartSeries> series = new ArrayList<>();
        regimes.keySet().forEach(regime -> series.add(band(study, regime, least, most)));
        regimes.forEach((regime, own) -> series.add(dots(regime, own)));
        series.add(
                new ChartSeries.Line("equal", List.of(ChartPoint.of(least, least), ChartPoint.of(most, most)), false));
        long within = rows.stream().filter(row -> within(study, row)).count();
        return new Chart(
                "%s, %s: measured over forecast, %s".formatted(vendor, panel.words(), panel.unit()),
                Axis.log("forecast, " + panel.unit()),
                Axis.log("measured, " + panel.unit()),
                series,
                List.of(
                        "%s rows, %s%% of them in the band of their regime, which is that of chips that a fit did not see"
                                .formatted(rows.size(), NumberText.rounded(100.0 * within / rows.size(), 3))));
    }

    private static ChartSeries band(AccuracyStudy study, Regime regime, double least, double most) {
        double factor = factor(study, regime);
        return new ChartSeries.Band(
                "90%% of %s".formatted(regime),
                List.of(ChartPoint.of(least, least / factor), ChartPoint.of(most, most / factor)),
                List.of(ChartPoint.of(least, least * factor), ChartPoint.of(most, most * factor)),
                false);
    }

    private static ChartSeries dots(Regime regime, List<ScoredMeasurement> rows) {
        return new ChartSeries.Dots(
                regime.toString(),
                rows.stream()
                        .map(row -> new ChartPoint(
                                forecast(row),
                                forecast(row) / row.ratio(),
                                row.row().id()))
                        .toList());
    }

    // Of one chip, where the row is of all.
    private static double forecast(ScoredMeasurement row) {
        return row.row().comparable() * row.ratio();
    }

    private static boolean within(AccuracyStudy study, ScoredMeasurement row) {
        double factor = factor(study, row.regime());
        return row.ratio() <= factor && row.ratio() >= 1 / factor;
    }

    private static double factor(AccuracyStudy study, Regime regime) {
        return Math.exp(Unseen.NINETY * study.sigma(regime));
    }
}
