/** What is shown of the estimate of a scenario: figures, notes, the chain, inputs, sources, steps; and of it under each exchange rate. */
@NullMarked
package muster.view.estimate;

import org.jspecify.annotations.NullMarked;
