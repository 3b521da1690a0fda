/** Measured speeds from the literature, and the cases that the model is asked for. */
@NullMarked
package muster.accuracy.measurement;

import org.jspecify.annotations.NullMarked;
