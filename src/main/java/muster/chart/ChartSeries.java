package muster.chart;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

/** What is drawn under one name in the legend. */
public sealed interface ChartSeries {

    /** The name in the legend; empty for none. */
    String name();

    /** Every point that must be in the picture. */
    Stream<ChartPoint> points();

    /**
     * A line through points.
     *
     * @param name the name in the legend
     * @param along the points in order
     * @param dashed whether it is dashed, as a line to compare with
     */
    record Line(String name, List<ChartPoint> along, boolean dashed) implements ChartSeries {
        public Line {
            along = List.copyOf(along);
        }

        @Override
        public Stream<ChartPoint> points() {
            return along.stream();
        }
    }

    /**
     * A line that is dashed where it goes beyond what is known.
     *
     * @param name the name in the legend
     * @param along the points in order
     * @param known those of them between which it is known, in order
     */
    record Extrapolated(String name, List<ChartPoint> along, List<ChartPoint> known) implements ChartSeries {
        public Extrapolated {
            along = List.copyOf(along);
            known = List.copyOf(known);
        }

        @Override
        public Stream<ChartPoint> points() {
            return along.stream();
        }
    }

    /**
     * Single dots.
     *
     * @param name the name in the legend
     * @param at the points
     */
    record Dots(String name, List<ChartPoint> at) implements ChartSeries {
        public Dots {
            at = List.copyOf(at);
        }

        @Override
        public Stream<ChartPoint> points() {
            return at.stream();
        }
    }

    /**
     * The space between two lines.
     *
     * @param name the name in the legend
     * @param low the lower line
     * @param high the upper line
     * @param solid whether it hides what lies behind it, as the layer of a stack
     */
    record Band(String name, List<ChartPoint> low, List<ChartPoint> high, boolean solid) implements ChartSeries {
        public Band {
            low = List.copyOf(low);
            high = List.copyOf(high);
        }

        @Override
        public Stream<ChartPoint> points() {
            return Stream.concat(low.stream(), high.stream());
        }
    }

    /** The points of a line that keeps each y until the next x, the last one until an end. */
    static List<ChartPoint> steps(List<ChartPoint> points, double end) {
        List<ChartPoint> steps = new ArrayList<>();
        for (int i = 0; i < points.size(); i++) {
            ChartPoint point = points.get(i);
            steps.add(point);
            steps.add(ChartPoint.of(i + 1 < points.size() ? points.get(i + 1).x() : end, point.y()));
        }
        return steps;
    }

    /**
     * Layers on top of one another, each a solid band.
     *
     * @param names the names of the layers, lowest first
     * @param x where they are given, the same for all
     * @param layers the height of each layer at each x
     */
    static List<ChartSeries> stack(List<String> names, List<Double> x, List<List<Double>> layers) {
        List<ChartSeries> bands = new ArrayList<>();
        List<Double> below = Collections.nCopies(x.size(), 0.0);
        for (int layer = 0; layer < names.size(); layer++) {
            List<Double> above = new ArrayList<>();
            for (int i = 0; i < x.size(); i++) {
                above.add(below.get(i) + layers.get(layer).get(i));
            }
            bands.add(new Band(names.get(layer), line(x, below), line(x, above), true));
            below = above;
        }
        return bands;
    }

    private static List<ChartPoint> line(List<Double> x, List<Double> y) {
        List<ChartPoint> line = new ArrayList<>();
        for (int i = 0; i < x.size(); i++) {
            line.add(ChartPoint.of(x.get(i), y.get(i)));
        }
        return line;
    }
}
