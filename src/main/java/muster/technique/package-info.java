/** Techniques as changes to a design, which is then served by the step-time model, and what they gain at equal quality. */
@NullMarked
package muster.technique;

import org.jspecify.annotations.NullMarked;
