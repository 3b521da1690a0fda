package muster.trace;

import muster.uncertainty.Source;
import muster.unit.Quantity;

/**
 * Numbers that a formula is written in once and serves twice: as {@link Figure}s, which check units and record what they come
 * from, and as {@link Real} numbers, for searches and fits. Both make the same operations in the same order, so that their
 * values agree to the last bit.
 *
 * @param <N> the numbers
 */
public interface Arithmetic<N extends Arithmetic<N>> {

    /** The sum. */
    N plus(N other);

    /** The difference. */
    N minus(N other);

    /** The product. */
    N times(N other);

    /** This a pure number of times. */
    N times(double number);

    /** The quotient. */
    N over(N other);

    /** A pure number to the power of a pure number. */
    N power(N exponent);

    /** e to the power of this pure number. */
    N exp();

    /** The lesser. */
    N min(N other);

    /** The greater. */
    N max(N other);

    /** A pure number that is part of a formula, as the 3 of a cube root; 0 or above. */
    N number(double number);

    /**
     * A constant of a formula, which a record shows.
     *
     * @param name its stable name
     * @param symbol its symbol in equations
     * @param value the value
     * @param source where it comes from
     */
    N constant(String name, String symbol, Quantity value, Source source);

    /**
     * The same number under a name, where a record is kept.
     *
     * @param name a stable name, as {@code training.compute}
     * @param symbol its symbol in equations
     * @param unit the unit in which it is shown
     */
    N as(String name, String symbol, String unit);
}
