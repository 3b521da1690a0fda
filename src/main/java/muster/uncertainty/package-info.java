/**
 * Inputs and what is known of them: a distribution with its unit, where it is written, and its source; and the draw, which
 * gives every input its central value or a column of samples.
 */
@NullMarked
package muster.uncertainty;

import org.jspecify.annotations.NullMarked;
