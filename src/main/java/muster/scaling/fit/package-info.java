/** Fits a loss law to training runs. */
@NullMarked
package muster.scaling.fit;

import org.jspecify.annotations.NullMarked;
