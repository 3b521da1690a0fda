/** Techniques side by side at equal quality: rows, interactions, costs and what quality rests on. */
@NullMarked
package muster.technique.comparison;

import org.jspecify.annotations.NullMarked;
