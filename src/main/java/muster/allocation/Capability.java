package muster.allocation;

import muster.document.In;
import muster.uncertainty.Input;

/**
 * A capability that is required: lesser models do no research that counts, and one that has it must be complete in time.
 *
 * @param atLeast the least training compute of a model that counts
 * @param by when one must be complete
 */
public record Capability(
        @In("FLOP") Input atLeast, @In("month") Input by) {}
