package muster.chart;

import java.util.List;

/**
 * Charts below one another in one picture.
 *
 * @param title what the picture shows
 * @param charts the charts, the first one on top
 */
public record ChartPanels(String title, List<Chart> charts) {

    /** @throws IllegalArgumentException if there is no chart */
    public ChartPanels {
        charts = List.copyOf(charts);
        if (charts.isEmpty()) {
            throw new IllegalArgumentException("no chart: " + title);
        }
    }

    /** The picture as an SVG file: the same text for the same charts on every machine. */
    public String svg() {
        Svg svg =
                new Svg(Chart.WIDTH, charts.stream().mapToDouble(Chart::height).sum(), title);
        double top = 0;
        for (Chart chart : charts) {
            svg.inner(top, chart.svg());
            top += chart.height();
        }
        return svg.end();
    }
}
