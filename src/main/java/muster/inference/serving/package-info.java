/** What kinds of chips can serve of a target: replicas by model size, the best speed, and what binds. */
@NullMarked
package muster.inference.serving;

import org.jspecify.annotations.NullMarked;
