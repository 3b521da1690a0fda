/**
 * What moves a figure: each uncertain input at its 5th and 95th percentile, shares of variance, rank correlations, and the
 * value that an input would have to take. Knows a model only as a function of draws.
 */
@NullMarked
package muster.sensitivity;

import org.jspecify.annotations.NullMarked;
