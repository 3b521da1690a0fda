package muster.chart;

/**
 * A point.
 *
 * @param x in the unit of the x axis
 * @param y in the unit of the y axis
 * @param note what a reader sees who points at it; empty for none
 */
public record Point(double x, double y, String note) {

    /** A point without a note. */
    public static Point of(double x, double y) {
        return new Point(x, y, "");
    }
}
