package muster.view.comparison;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import muster.chart.Axis;
import muster.chart.Bars;
import muster.chart.Chart;
import muster.chart.ChartPoint;
import muster.chart.ChartSeries;
import muster.scenario.ComparisonResult;
import muster.technique.comparison.ComparisonRow;
import muster.technique.comparison.DesignRange;
import muster.technique.comparison.ServedDesign;
import muster.technique.comparison.TechniqueStack;
import muster.unit.NumberText;

/** Techniques beside a base as pictures. */
public final class CompareChart {
    private static final int ALONE = 0;
    private static final int INTERACTION = 1;
    private static final int TOGETHER = 2;

    private CompareChart() {}

    /**
     * Gains one on top of the other as each is alone, what is lost or won by being together, and the joint gain.
     *
     * @param compared the comparison
     * @param stack what goes together; its gains are all known
     */
    public static String waterfall(ComparisonResult compared, TechniqueStack stack) {
        List<Bars.Row> rows = new ArrayList<>();
        double reached = 1;
        for (ComparisonRow row : stack.alone()) {
            double gain = gain(row).getAsDouble();
            rows.add(bar(row.name(), reached, reached * gain, ALONE, gain));
            reached *= gain;
        }
        double joint = stack.joint().orElseThrow();
        rows.add(bar("interaction", reached, joint, INTERACTION, joint / reached));
        rows.add(bar("together", 1, joint, TOGETHER, joint));
        return new Bars(
                        "%s: throughput at equal loss".formatted(compared.scenario()),
                        Axis.log("throughput over that of the base"),
                        rows,
                        List.of(1.0),
                        List.of(
                                "Each technique as it gains alone; interaction is what they gain together over the product of these.",
                                "catalog " + compared.catalog()))
                .svg();
    }

    private static Bars.Row bar(String name, double from, double to, int colour, double factor) {
        return new Bars.Row(name, List.of(new Bars.Bar(from, to, colour, NumberText.rounded(factor, 3) + "x")));
    }

    private static OptionalDouble gain(ComparisonRow row) {
        return row.throughputGain(row.equalLoss());
    }

    /** Serial speed against throughput per chip before and after: the base, each technique alone, all that go together. */
    public static String frontiers(ComparisonResult compared) {
        List<ChartSeries> series = new ArrayList<>();
        List<ComparisonRow> rows = new ArrayList<>(List.of(compared.comparison().base()));
        rows.addAll(compared.comparison().alone());
        compared.comparison().stacks().forEach(stack -> rows.add(stack.all()));
        for (ComparisonRow row : rows) {
            row.equalLoss()
                    .outcome()
                    .ifPresent(outcome -> series.add(new ChartSeries.Line(
                            row.name(), points(outcome), row.techniques().isEmpty())));
        }
        return new Chart(
                        "%s: serial speed and throughput at equal loss".formatted(compared.scenario()),
                        Axis.log("serial speed (token/s)"),
                        Axis.log("throughput (token/s/chip)"),
                        series,
                        List.of("on the kind of chip that serves most; catalog " + compared.catalog()))
                .svg();
    }

    /** The gain at equal loss of each technique alone over the required speed. */
    public static String speeds(ComparisonResult compared) {
        List<ChartSeries> series = new ArrayList<>();
        for (DesignRange around : compared.surroundings()) {
            List<ChartPoint> points = around.bySpeed().stream()
                    .filter(spot -> spot.gain().orElse(0) > 0)
                    .map(spot -> ChartPoint.of(spot.serialSpeed(), spot.gain().getAsDouble()))
                    .toList();
            if (!points.isEmpty()) {
                series.add(new ChartSeries.Line(
                        around.row().name(), points, around.row().techniques().isEmpty()));
            }
        }
        return new Chart(
                        "%s: gain at equal loss over the required speed".formatted(compared.scenario()),
                        Axis.log("required serial speed (token/s)"),
                        Axis.log("throughput over that of the base"),
                        series,
                        List.of("replicas of at most %s chips; catalog %s"
                                .formatted(compared.maxReplicaChips(), compared.catalog())))
                .svg();
    }

    private static List<ChartPoint> points(ServedDesign outcome) {
        return outcome.frontier().points().stream()
                .map(point -> ChartPoint.of(point.serialSpeed(), point.throughputPerChip()))
                .toList();
    }
}
