/** The time of a step of decode or prefill on a replica: arithmetic, memory traffic, collectives and fixed costs. */
@NullMarked
package muster.inference.step;

import org.jspecify.annotations.NullMarked;
