package muster.view.sensitivity;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import muster.scenario.Estimate;
import muster.scenario.SweepAxis;
import muster.trace.TraceStep;
import muster.uncertainty.sampling.Percentiles;
import muster.unit.NumberText;
import muster.view.figure.Headlines;

/** The rows of a sweep, cell by cell as they are computed, and where its figures are least and greatest. */
public final class SweepRows {
    private final List<SweepAxis> axes;
    private final List<String> figures;
    private final boolean sampled;
    private final Map<String, Extreme> least = new LinkedHashMap<>();
    private final Map<String, Extreme> greatest = new LinkedHashMap<>();
    private int rows;
    private int failed;

    private record Extreme(double value, String unit, String point) {}

    /**
     * A report.
     *
     * @param axes the inputs that are swept
     * @param figures the figures of each row
     * @param sampled whether rows have percentiles
     */
    public SweepRows(List<SweepAxis> axes, List<String> figures, boolean sampled) {
        this.axes = List.copyOf(axes);
        this.figures = List.copyOf(figures);
        this.sampled = sampled;
    }

    /** The figures that a row has where none are asked for. */
    public static List<String> headlines() {
        return Headlines.all();
    }

    /** The names of the columns. */
    public List<String> head() {
        return List.copyOf(columns().keySet());
    }

    /** The columns in their order, each with the type by which SQL knows it. */
    public Map<String, String> columns() {
        Map<String, String> columns = new LinkedHashMap<>();
        axes.forEach(axis -> columns.put(axis.path(), "VARCHAR"));
        for (String figure : figures) {
            columns.put(figure, "DOUBLE");
            columns.put(figure + ":unit", "VARCHAR");
            if (sampled) {
                List.of(":p5", ":p50", ":p95").forEach(percentile -> columns.put(figure + percentile, "DOUBLE"));
            }
        }
        columns.put("problem", "VARCHAR");
        return columns;
    }

    /** The cells of a point: its values, the figures or nothing, and what stood in their way. */
    public List<String> row(List<String> point, Optional<Estimate> estimate, String problem) {
        List<String> cells = new ArrayList<>(point);
        for (String figure : figures) {
            Optional<TraceStep> step = estimate.flatMap(found -> found.step(figure));
            cells.add(step.map(found -> NumberText.exact(found.value())).orElse(""));
            cells.add(step.map(TraceStep::unit).orElse(""));
            if (sampled) {
                Optional<Percentiles> spread =
                        step.flatMap(found -> estimate.flatMap(known -> known.percentiles(found)));
                cells.add(spread.map(found -> NumberText.exact(found.p5())).orElse(""));
                cells.add(spread.map(found -> NumberText.exact(found.p50())).orElse(""));
                cells.add(spread.map(found -> NumberText.exact(found.p95())).orElse(""));
            }
        }
        cells.add(problem);
        return cells;
    }

    /** Takes note of a row, also of one that an earlier run wrote. */
    public void count(List<String> cells) {
        rows++;
        if (!cells.get(cells.size() - 1).isEmpty()) {
            failed++;
        }
        String point = IntStream.range(0, axes.size())
                .mapToObj(i -> axes.get(i).path() + "=" + cells.get(i))
                .collect(Collectors.joining(", "));
        int width = sampled ? 5 : 2;
        for (int i = 0; i < figures.size(); i++) {
            String cell = cells.get(axes.size() + width * i);
            if (!cell.isEmpty()) {
                Extreme here = new Extreme(Double.parseDouble(cell), cells.get(axes.size() + width * i + 1), point);
                least.merge(figures.get(i), here, (a, b) -> b.value < a.value ? b : a);
                greatest.merge(figures.get(i), here, (a, b) -> b.value > a.value ? b : a);
            }
        }
    }

    /** Whether there are rows and none has a figure. */
    public boolean allFailed() {
        return rows > 0 && failed == rows;
    }

    /** Where each figure is least and greatest, of those that differ between points. */
    List<SweepRange> ranges() {
        List<SweepRange> ranges = new ArrayList<>();
        least.forEach((figure, low) -> {
            Extreme high = greatest.getOrDefault(figure, low);
            if (low.value < high.value) {
                ranges.add(new SweepRange(figure, low.unit, low.value, low.point, high.value, high.point));
            }
        });
        return ranges;
    }

    /** How many rows there are. */
    int points() {
        return rows;
    }

    /** How many of them have a problem and no figures. */
    int failed() {
        return failed;
    }
}
