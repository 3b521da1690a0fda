/** Fits a law of loss to training runs. */
@NullMarked
package muster.scaling.fit;

import org.jspecify.annotations.NullMarked;
