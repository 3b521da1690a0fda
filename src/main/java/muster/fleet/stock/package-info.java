/** A fleet over time: holdings, quarters, retirement, and what stands at a moment. */
@NullMarked
package muster.fleet.stock;

import org.jspecify.annotations.NullMarked;
