package muster.uncertainty;

import muster.unit.Quantity;
import muster.unit.Unit;

/**
 * A number that may be uncertain, with its unit.
 *
 * @param distribution what is known of it, in base units
 * @param unit the unit in which it is written
 */
public record Uncertain(Distribution distribution, Unit unit) {

    /**
     * The number that a text writes.
     *
     * @throws muster.unit.UnitSyntax if it writes none
     */
    public static Uncertain parse(String text) {
        Quantity exact = Quantity.parse(text);
        return new Uncertain(new Exactly(exact.base()), exact.unit());
    }

    /** The central value. */
    public Quantity central() {
        return new Quantity(distribution.central(), unit);
    }
}
