/** Tasks of research: which part of them AIs can do, by their horizon, and what labour people and AIs make of them together. */
@NullMarked
package muster.research.task;

import org.jspecify.annotations.NullMarked;
