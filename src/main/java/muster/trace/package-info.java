/**
 * Figures: arithmetic with units that records its steps. {@code a.times(b).as("fleet.capacity", "F", "FLOP/s")} computes,
 * checks the unit and writes down the expression, so nothing is written twice and the record cannot differ from what was
 * computed.
 */
@NullMarked
package muster.trace;

import org.jspecify.annotations.NullMarked;
