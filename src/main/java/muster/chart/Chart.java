package muster.chart;

import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * Series over two axes.
 *
 * @param title what the picture shows
 * @param x the axis across
 * @param y the axis upwards
 * @param series what is drawn, the first one at the back
 * @param notes lines below the picture, as the basis of the figures
 */
public record Chart(String title, Axis x, Axis y, List<ChartSeries> series, List<String> notes) {
    static final double WIDTH = 820;
    private static final double HEIGHT = 500;
    private static final double TOP = 44;
    private static final int TITLE = 15;
    private static final double LINE = 18;

    /** @throws IllegalArgumentException if there is no point, or one that its axis cannot show */
    public Chart {
        series = List.copyOf(series);
        notes = List.copyOf(notes);
        if (series.stream().flatMap(ChartSeries::points).findAny().isEmpty()) {
            throw new IllegalArgumentException("a chart without points: " + title);
        }
        for (ChartSeries one : series) {
            one.points()
                    .filter(point -> !x.scale().holds(point.x()) || !y.scale().holds(point.y()))
                    .forEach(point -> {
                        throw new IllegalArgumentException("%s of '%s' cannot be shown".formatted(point, one.name()));
                    });
        }
    }

    /** The picture as an SVG file: the same text for the same chart on every machine. */
    public String svg() {
        Ticks across = ticks(x.scale(), ChartPoint::x);
        Ticks up = ticks(y.scale(), ChartPoint::y);
        double marks = up.marks().stream()
                .mapToDouble(mark -> Svg.width(Ticks.text(mark), Frame.LETTERS))
                .max()
                .orElse(0);
        List<ChartSeries> named =
                series.stream().filter(one -> !one.name().isEmpty()).toList();
        double names = named.stream()
                .mapToDouble(one -> Svg.width(one.name(), Frame.LETTERS))
                .max()
                .orElse(0);
        double left = 34 + marks;
        double right = named.isEmpty() ? 24 : names + 48;
        Frame frame = new Frame(x, y, across, up, left, TOP, WIDTH - left - right, HEIGHT - TOP - 50);
        Svg svg = new Svg(WIDTH, height(), title);
        svg.letters(left, 26, title, "start", TITLE);
        frame.draw(svg);
        for (int i = 0; i < series.size(); i++) {
            draw(svg, frame, series.get(i), i);
        }
        legend(svg, frame, named);
        for (int i = 0; i < notes.size(); i++) {
            svg.letters(left, HEIGHT + LINE * i + 6, notes.get(i), "start", Frame.LETTERS - 1);
        }
        return svg.end();
    }

    /** How high the picture is, in pixels. */
    double height() {
        return HEIGHT + LINE * notes.size();
    }

    private Ticks ticks(Scale scale, ToDoubleFunction<ChartPoint> coordinate) {
        DoubleSummaryStatistics range = series.stream()
                .flatMap(ChartSeries::points)
                .mapToDouble(coordinate)
                .summaryStatistics();
        return Ticks.of(scale, range.getMin(), range.getMax());
    }

    private static void draw(Svg svg, Frame frame, ChartSeries series, int index) {
        String colour = Svg.colour(index);
        if (series instanceof ChartSeries.Dots dots) {
            dots.at().forEach(point -> svg.dot(frame.pixelX(point.x()), frame.pixelY(point.y()), index, point.note()));
        } else if (series instanceof ChartSeries.Line line) {
            svg.path(pixels(frame, line.along()), stroke(colour, line.dashed()));
            line.along().stream()
                    .filter(point -> !point.note().isEmpty())
                    .forEach(point -> svg.dot(frame.pixelX(point.x()), frame.pixelY(point.y()), index, point.note()));
        } else if (series instanceof ChartSeries.Extrapolated line) {
            svg.path(pixels(frame, line.along()), stroke(colour, true));
            if (line.known().size() > 1) {
                svg.path(pixels(frame, line.known()), stroke(colour, false));
            }
        } else if (series instanceof ChartSeries.Band band) {
            List<double[]> edge = new ArrayList<>(pixels(frame, band.low()));
            List<double[]> back = pixels(frame, band.high());
            for (int i = back.size() - 1; i >= 0; i--) {
                edge.add(back.get(i));
            }
            svg.path(edge, fill(colour, band));
        }
    }

    private static String fill(String colour, ChartSeries.Band band) {
        return "fill='%s' fill-opacity='%s'".formatted(colour, band.solid() ? "1" : "0.2");
    }

    private static String stroke(String colour, boolean dashed) {
        String dashes = dashed ? " stroke-dasharray='6 4'" : "";
        return "fill='none' stroke='%s' stroke-width='2'%s".formatted(colour, dashes);
    }

    private static List<double[]> pixels(Frame frame, List<ChartPoint> points) {
        return points.stream()
                .map(point -> new double[] {frame.pixelX(point.x()), frame.pixelY(point.y())})
                .toList();
    }

    private void legend(Svg svg, Frame frame, List<ChartSeries> named) {
        for (int i = 0; i < named.size(); i++) {
            double y = frame.top() + 8 + LINE * i;
            int index = series.indexOf(named.get(i));
            if (named.get(i) instanceof ChartSeries.Dots) {
                svg.dot(frame.right() + 18, y, index, "");
            } else if (named.get(i) instanceof ChartSeries.Band band) {
                double left = frame.right() + 10;
                svg.path(
                        List.of(
                                new double[] {left, y - 5},
                                new double[] {left + 16, y - 5},
                                new double[] {left + 16, y + 5},
                                new double[] {left, y + 5}),
                        fill(Svg.colour(index), band));
            } else {
                List<double[]> sample =
                        List.of(new double[] {frame.right() + 8, y}, new double[] {frame.right() + 28, y});
                boolean dashed = named.get(i) instanceof ChartSeries.Line line && line.dashed();
                svg.path(sample, stroke(Svg.colour(index), dashed));
            }
            svg.letters(frame.right() + 32, y + 4, named.get(i).name(), "start", Frame.LETTERS);
        }
    }
}
