/** Small numerical methods of our own: a safeguarded root, least squares, a simplex search. Pure functions of doubles. */
@NullMarked
package muster.numeric;

import org.jspecify.annotations.NullMarked;
