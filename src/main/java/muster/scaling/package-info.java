/** From training compute to parameters and tokens, under named laws. */
@NullMarked
package muster.scaling;

import org.jspecify.annotations.NullMarked;
