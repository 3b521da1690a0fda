package muster.chart;

/**
 * The rectangle in which data is drawn, and how data comes to pixels.
 *
 * @param x the x axis
 * @param y the y axis
 * @param across where the x axis begins and ends
 * @param up where the y axis begins and ends
 * @param left the left edge, in pixels
 * @param top the upper edge, in pixels
 * @param width in pixels
 * @param height in pixels
 */
record Frame(Axis x, Axis y, Ticks across, Ticks up, double left, double top, double width, double height) {
    static final int LETTERS = 12;
    private static final String GRID = "#e3e3e3";
    private static final String EDGE = "#888888";

    double pixelX(double value) {
        return left + width * part(x.scale(), across, value);
    }

    double pixelY(double value) {
        return top + height * (1 - part(y.scale(), up, value));
    }

    private static double part(Scale scale, Ticks ticks, double value) {
        double low = scale.place(ticks.low());
        return (scale.place(value) - low) / (scale.place(ticks.high()) - low);
    }

    double right() {
        return left + width;
    }

    double bottom() {
        return top + height;
    }

    void draw(Svg svg) {
        for (double mark : across.marks()) {
            svg.line(pixelX(mark), top, pixelX(mark), bottom(), GRID);
            svg.letters(pixelX(mark), bottom() + 16, Ticks.text(mark), "middle", LETTERS);
        }
        for (double mark : up.marks()) {
            svg.line(left, pixelY(mark), right(), pixelY(mark), GRID);
            svg.letters(left - 6, pixelY(mark) + 4, Ticks.text(mark), "end", LETTERS);
        }
        svg.line(left, bottom(), right(), bottom(), EDGE);
        svg.line(left, top, left, bottom(), EDGE);
        svg.letters(left + width / 2, bottom() + 36, x.label(), "middle", LETTERS);
        svg.upwards(16, top + height / 2, y.label(), LETTERS);
    }
}
