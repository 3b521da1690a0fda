package muster.allocation.problem;

import java.util.List;

/**
 * A model that must be there in time.
 *
 * @param models the ids of those that would do; one is enough
 * @param by the periods after which it must be complete
 * @param words what is required, as {@code a model of 1e26 FLOP by month 12}
 */
public record CapabilityRequirement(List<String> models, int by, String words) {
    public CapabilityRequirement {
        models = List.copyOf(models);
    }
}
