/** Laws of how research comes of labour and of compute for experiments, in ratios to a laboratory that is stated. */
@NullMarked
package muster.research.production;

import org.jspecify.annotations.NullMarked;
