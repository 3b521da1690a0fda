package muster.chart;

import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.stream.DoubleStream;

/**
 * Bars that lie, one row a name, each from one value to another: a tornado, a waterfall, a breakdown.
 *
 * @param title what the picture shows
 * @param x the axis along the bars
 * @param rows the rows, the first one on top
 * @param marked values that a line across all rows marks, as the base of a tornado
 * @param colours what each colour means, in the order of their numbers; none for no legend
 * @param notes lines below the picture
 */
public record Bars(
        String title, Axis x, List<Row> rows, List<Double> marked, List<String> colours, List<String> notes) {
    private static final double WIDTH = 820;
    private static final double ROW = 26;
    private static final double TOP = 44;
    private static final double LINE = 18;

    /**
     * A row.
     *
     * @param name what stands before it
     * @param bars its bars
     */
    public record Row(String name, List<Bar> bars) {
        public Row {
            bars = List.copyOf(bars);
        }
    }

    /**
     * A bar.
     *
     * @param from where it begins
     * @param to where it ends
     * @param colour the number of its colour: bars of one meaning share one
     * @param note what a reader sees who points at it
     */
    public record Bar(double from, double to, int colour, String note) {}

    /** @throws IllegalArgumentException if there is no bar, or one that the axis cannot show */
    public Bars {
        rows = List.copyOf(rows);
        marked = List.copyOf(marked);
        colours = List.copyOf(colours);
        notes = List.copyOf(notes);
        if (values(rows, marked).count() == 0 || !values(rows, marked).allMatch(x.scale()::holds)) {
            throw new IllegalArgumentException("bars that cannot be shown: " + title);
        }
    }

    /** Bars whose colours need no legend. */
    public Bars(String title, Axis x, List<Row> rows, List<Double> marked, List<String> notes) {
        this(title, x, rows, marked, List.of(), notes);
    }

    private static DoubleStream values(List<Row> rows, List<Double> marked) {
        return DoubleStream.concat(
                rows.stream()
                        .flatMap(row -> row.bars().stream())
                        .flatMapToDouble(bar -> DoubleStream.of(bar.from(), bar.to())),
                marked.stream().mapToDouble(Double::doubleValue));
    }

    /** The picture as an SVG file: the same text for the same bars on every machine. */
    public String svg() {
        DoubleSummaryStatistics range = values(rows, marked).summaryStatistics();
        double names = rows.stream()
                .mapToDouble(row -> Svg.width(row.name(), Frame.LETTERS))
                .max()
                .orElse(0);
        double left = names + 24;
        double height = ROW * rows.size();
        double above = colours.isEmpty() ? TOP : TOP + LINE;
        Frame frame = new Frame(
                x,
                Axis.linear(""),
                Ticks.of(x.scale(), range.getMin(), range.getMax()),
                new Ticks(0, 1, List.of()),
                left,
                above,
                WIDTH - left - 30,
                height);
        Svg svg = new Svg(WIDTH, above + height + 56 + LINE * notes.size(), title);
        svg.letters(12, 26, title, "start", 15);
        legend(svg, left);
        frame.draw(svg);
        for (int i = 0; i < rows.size(); i++) {
            double top = above + ROW * i;
            svg.letters(left - 8, top + ROW / 2 + 4, rows.get(i).name(), "end", Frame.LETTERS);
            rows.get(i).bars().forEach(bar -> bar(svg, frame, bar, top));
        }
        marked.forEach(value -> svg.line(frame.pixelX(value), above, frame.pixelX(value), frame.bottom(), "#222222"));
        for (int i = 0; i < notes.size(); i++) {
            svg.letters(12, frame.bottom() + 56 + LINE * i, notes.get(i), "start", Frame.LETTERS - 1);
        }
        return svg.end();
    }

    private void legend(Svg svg, double left) {
        double x = left;
        for (int i = 0; i < colours.size(); i++) {
            svg.rect(x, TOP - 8, 10, 10, Svg.colour(i), "");
            svg.letters(x + 14, TOP + 1, colours.get(i), "start", Frame.LETTERS);
            x += 14 + Svg.width(colours.get(i), Frame.LETTERS) + 16;
        }
    }

    private static void bar(Svg svg, Frame frame, Bar bar, double top) {
        double from = frame.pixelX(bar.from());
        double to = frame.pixelX(bar.to());
        svg.rect(Math.min(from, to), top + 4, Math.abs(to - from), ROW - 8, Svg.colour(bar.colour()), bar.note());
    }
}
