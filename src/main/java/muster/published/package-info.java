/** Figures from the literature, and their replay through Muster's own chain. */
@NullMarked
package muster.published;

import org.jspecify.annotations.NullMarked;
