package muster.trace;

import java.util.ArrayList;
import java.util.List;
import muster.unit.NumberText;

/**
 * The values of a figure along something, as researcher-months by month: a table beside the record, and no step of it.
 *
 * @param name its stable name, as {@code lead.cumulative}
 * @param by the unit of what it runs along
 * @param unit the unit of its values
 * @param points its points, in order
 */
public record Curve(String name, String by, String unit, List<Point> points) {

    /**
     * A point.
     *
     * @param at where, in the unit of what the curve runs along
     * @param value the central value
     */
    public record Point(double at, double value) {}

    public Curve {
        points = List.copyOf(points);
    }

    /** The name under which the values of a point are found among those of figures. */
    public String column(double at) {
        return name + "@" + NumberText.exact(at);
    }

    Curve with(double at, double value) {
        List<Point> longer = new ArrayList<>(points);
        longer.add(new Point(at, value));
        return new Curve(name, by, unit, longer);
    }
}
