/** Number formats, and the precision at which a rate of computation is stated. */
@NullMarked
package muster.format;

import org.jspecify.annotations.NullMarked;
