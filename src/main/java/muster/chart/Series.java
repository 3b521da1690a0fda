package muster.chart;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

/** What is drawn under one name in the legend. */
public sealed interface Series {

    /** The name in the legend; empty for none. */
    String name();

    /** Every point that must be in the picture. */
    Stream<Point> points();

    /**
     * A line through points.
     *
     * @param name the name in the legend
     * @param along the points in order
     * @param dashed whether it is dashed, as a line to compare with
     */
    record Line(String name, List<Point> along, boolean dashed) implements Series {
        public Line {
            along = List.copyOf(along);
        }

        @Override
        public Stream<Point> points() {
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
    record Extrapolated(String name, List<Point> along, List<Point> known) implements Series {
        public Extrapolated {
            along = List.copyOf(along);
            known = List.copyOf(known);
        }

        @Override
        public Stream<Point> points() {
            return along.stream();
        }
    }

    /**
     * Single dots.
     *
     * @param name the name in the legend
     * @param at the points
     */
    record Dots(String name, List<Point> at) implements Series {
        public Dots {
            at = List.copyOf(at);
        }

        @Override
        public Stream<Point> points() {
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
    record Band(String name, List<Point> low, List<Point> high, boolean solid) implements Series {
        public Band {
            low = List.copyOf(low);
            high = List.copyOf(high);
        }

        @Override
        public Stream<Point> points() {
            return Stream.concat(low.stream(), high.stream());
        }
    }

    /** The points of a line that keeps each y until the next x, the last one until an end. */
    static List<Point> steps(List<Point> points, double end) {
        List<Point> steps = new ArrayList<>();
        for (int i = 0; i < points.size(); i++) {
            Point point = points.get(i);
            steps.add(point);
            steps.add(Point.of(i + 1 < points.size() ? points.get(i + 1).x() : end, point.y()));
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
    static List<Series> stack(List<String> names, List<Double> x, List<List<Double>> layers) {
        List<Series> bands = new ArrayList<>();
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

    private static List<Point> line(List<Double> x, List<Double> y) {
        List<Point> line = new ArrayList<>();
        for (int i = 0; i < x.size(); i++) {
            line.add(Point.of(x.get(i), y.get(i)));
        }
        return line;
    }
}
