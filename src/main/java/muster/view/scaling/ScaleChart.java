package muster.view.scaling;

import java.util.ArrayList;
import java.util.List;
import muster.chart.Axis;
import muster.chart.Chart;
import muster.chart.ChartPoint;
import muster.chart.ChartSeries;
import muster.scaling.law.Law;
import muster.scaling.loss.Optimum;
import muster.scenario.IsoFlop;
import muster.scenario.SizedByLaw;
import muster.unit.NumberText;

/** Pictures of laws. */
public final class ScaleChart {
    private static final int PER_DECADE = 8;

    private ScaleChart() {}

    /**
     * The size of the best model over the compute, a line for each law; dashed beyond what the law was fitted on.
     *
     * @param sized the laws
     * @param from the least compute, in FLOP
     * @param to the greatest compute, in FLOP
     */
    public static String frontier(List<SizedByLaw> sized, double from, double to) {
        List<ChartSeries> series = new ArrayList<>();
        for (SizedByLaw law : sized) {
            List<ChartPoint> fitted = new ArrayList<>();
            List<ChartPoint> all = new ArrayList<>();
            for (double flop : grid(from, to)) {
                Optimum best = law.law().best(flop);
                all.add(ChartPoint.of(flop, best.parameters()));
                if (within(law.law(), flop, best)) {
                    fitted.add(ChartPoint.of(flop, best.parameters()));
                }
            }
            series.add(new ChartSeries.Extrapolated(law.id(), all, fitted));
        }
        series.add(new ChartSeries.Dots(
                "this compute",
                sized.stream()
                        .map(law -> new ChartPoint(law.flop(), law.parameters(), note(law)))
                        .toList()));
        return new Chart(
                        "Parameters of the best model for a training compute",
                        Axis.log("training compute (FLOP)"),
                        Axis.log("parameters"),
                        series,
                        List.of(
                                "Solid: within the models that a law was fitted on, as far as a source tells them. Dashed: beyond."))
                .svg();
    }

    private static boolean within(Law law, double flop, Optimum best) {
        return law.domain()
                .filter(domain ->
                        !domain.outside(best.parameters(), best.tokens(), flop).isEmpty())
                .isEmpty();
    }

    private static String note(SizedByLaw law) {
        return "%s at %s FLOP: %s parameters, %s tokens"
                .formatted(
                        law.id(),
                        NumberText.rounded(law.flop(), 3),
                        NumberText.rounded(law.parameters(), 3),
                        NumberText.rounded(law.tokens(), 3));
    }

    /** The loss over the size of the model, a line for each compute. */
    public static String isoFlop(List<IsoFlop> profiles) {
        List<ChartSeries> series = new ArrayList<>();
        List<ChartPoint> best = new ArrayList<>();
        for (IsoFlop profile : profiles) {
            List<ChartPoint> points = profile.rows().stream()
                    .map(row -> ChartPoint.of(row.parameters(), row.loss()))
                    .toList();
            series.add(new ChartSeries.Line(NumberText.rounded(profile.flop(), 3) + " FLOP", points, false));
            best.add(points.get(points.size() / 2));
        }
        series.add(new ChartSeries.Line("best", best, true));
        return new Chart(
                        "Loss of models of one training compute, by "
                                + profiles.get(0).law(),
                        Axis.log("parameters"),
                        Axis.linear("loss (nat/token)"),
                        series,
                        List.of())
                .svg();
    }

    private static List<Double> grid(double from, double to) {
        List<Double> grid = new ArrayList<>();
        long steps = Math.max(1, Math.round(Math.log10(to / from) * PER_DECADE));
        for (int i = 0; i <= steps; i++) {
            grid.add(from * StrictMath.pow(to / from, (double) i / steps));
        }
        return grid;
    }
}
