package muster.model.layer;

/**
 * How many rows or columns a matrix has, by how chips that share a layer divide them.
 *
 * @param width those along the residual stream, which a two-dimensional sharding divides by its rows
 * @param split those that are divided among all columns of chips, as query heads are
 * @param units units that are held whole, as KV heads: columns beyond their number hold copies
 * @param each rows or columns of a unit
 * @param whole those that every chip holds
 */
public record Extent(double width, double split, int units, double each, double whole) {

    static Extent ofWidth(double width) {
        return new Extent(width, 0, 0, 0, 0);
    }

    static Extent split(double split) {
        return new Extent(0, split, 0, 0, 0);
    }

    static Extent units(int units, double each) {
        return new Extent(0, 0, units, each, 0);
    }

    static Extent whole(double whole) {
        return new Extent(0, 0, 0, 0, whole);
    }

    /** Both side by side, of which one at most has units. */
    Extent and(Extent other) {
        return new Extent(
                width + other.width, split + other.split, units + other.units, each + other.each, whole + other.whole);
    }

    /** All of them. */
    public double all() {
        return width + split + units * each + whole;
    }

    /**
     * Those of one chip.
     *
     * @param rows parts that the width is divided into
     * @param columns parts that the rest is divided into
     */
    public double onChip(double rows, double columns) {
        double held = units == 0 ? 0 : each * Math.max(1, units / columns);
        return width / rows + split / columns + held + whole;
    }
}
