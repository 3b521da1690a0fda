/** Software that gets better by the work of the AIs that run on it. */
@NullMarked
package muster.research.feedback;

import org.jspecify.annotations.NullMarked;
