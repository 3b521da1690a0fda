/** Muster for Java programs: {@link muster.Muster} is where to begin. */
@NullMarked
package muster;

import org.jspecify.annotations.NullMarked;
