/** Distributions, by their quantiles and from what a file writes. */
@NullMarked
package muster.uncertainty.distribution;

import org.jspecify.annotations.NullMarked;
