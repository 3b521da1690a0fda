/** From tokens per second to researchers: exchange rate, streams per researcher, work calendar. */
@NullMarked
package muster.workforce;

import org.jspecify.annotations.NullMarked;
