/**
 * Quantities with units: {@code Quantity.parse("989.4 TFLOP/s").in(Unit.parse("FLOP/s"))}. The list of units is closed, a
 * spelling that could mean two things is refused with the spellings that mean one, and different things are different
 * base dimensions: FLOP and OP, second and researcher-second, token and parameter.
 */
@NullMarked
package muster.unit;

import org.jspecify.annotations.NullMarked;
