/** A scenario file becomes a plan, and a plan an estimate with its trace. */
@NullMarked
package muster.scenario;

import org.jspecify.annotations.NullMarked;
