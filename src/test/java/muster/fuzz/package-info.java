/** The whole program on damaged files and command lines. */
@NullMarked
package muster.fuzz;

import org.jspecify.annotations.NullMarked;
