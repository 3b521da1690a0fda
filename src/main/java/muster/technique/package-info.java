/** Techniques as changes to a design, which is then served by the model of time, and what they gain at equal quality. */
@NullMarked
package muster.technique;

import org.jspecify.annotations.NullMarked;
