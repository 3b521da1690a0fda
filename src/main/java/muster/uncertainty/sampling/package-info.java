/** Samples of inputs and percentiles of what comes of them: Sobol points, correlations, streams by seed. */
@NullMarked
package muster.uncertainty.sampling;

import org.jspecify.annotations.NullMarked;
