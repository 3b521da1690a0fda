/** Schedules of completion, the linear program of each, its dual values and bounds, and the best plan. */
@NullMarked
package muster.allocation.search;

import org.jspecify.annotations.NullMarked;
