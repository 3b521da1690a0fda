/**
 * Which chips train and which serve, period by period, so that the most research is done: the plan, its dual values, what
 * binds, and what simple rules would have made of the same fleet.
 *
 * <p>The only whole numbers in it are the periods in which training jobs are complete. They are searched; with them fixed the
 * rest is a linear program, and every one that is solved is proven.
 */
@NullMarked
package muster.allocation;

import org.jspecify.annotations.NullMarked;
