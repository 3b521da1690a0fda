/** Kinds of chips, and what a number of them amounts to: peak rates and H100-equivalents. */
@NullMarked
package muster.fleet.chips;

import org.jspecify.annotations.NullMarked;
