/** The problem: jobs, chips, limits, periods, and what serving is worth. */
@NullMarked
package muster.allocation.problem;

import org.jspecify.annotations.NullMarked;
