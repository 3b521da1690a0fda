package muster.chart;

/**
 * A point.
 *
 * @param x in the unit of the x axis
 * @param y in the unit of the y axis
 * @param note what a reader sees who points at it; empty for none
 */
public record ChartPoint(double x, double y, String note) {

    /** A point without a note. */
    public static ChartPoint of(double x, double y) {
        return new ChartPoint(x, y, "");
    }
}
