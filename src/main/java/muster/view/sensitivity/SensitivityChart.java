package muster.view.sensitivity;

import java.util.ArrayList;
import java.util.List;
import muster.chart.Axis;
import muster.chart.Bars;
import muster.scenario.SensitivityAnalysis;
import muster.sensitivity.Driver;
import muster.unit.NumberText;

/** What moves a figure, as a tornado. */
public final class SensitivityChart {
    private static final List<String> COLOURS = List.of("at its 5th percentile", "at its 95th percentile");

    private SensitivityChart() {}

    /** The picture as SVG: from the figure with the input at its 5th percentile to that at its 95th. */
    public static String svg(SensitivityAnalysis analysis) {
        double central = analysis.figure().value();
        List<Bars.Row> rows = new ArrayList<>();
        for (Driver driver : analysis.sensitivity().drivers()) {
            rows.add(new Bars.Row(
                    driver.input().name(), List.of(bar(central, driver.low(), 0), bar(central, driver.high(), 1))));
        }
        String unit = analysis.figure().unit();
        String label = analysis.figure().name() + (unit.equals("1") ? "" : ", " + unit);
        return new Bars(
                        "What moves " + analysis.figure().name(),
                        analysis.sensitivity().logarithmic() ? Axis.log(label) : Axis.linear(label),
                        rows,
                        List.of(central),
                        COLOURS,
                        List.of(
                                "Each input alone, all others at their central values.",
                                "%s, catalog %s".formatted(analysis.scenario(), analysis.catalog())))
                .svg();
    }

    private static Bars.Bar bar(double from, double to, int colour) {
        return new Bars.Bar(from, to, colour, "%s: %s".formatted(COLOURS.get(colour), NumberText.rounded(to, 3)));
    }
}
