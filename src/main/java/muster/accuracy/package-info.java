/** The inference model against measurements: rows, scores by group, and the fit of its constants. */
@NullMarked
package muster.accuracy;

import org.jspecify.annotations.NullMarked;
