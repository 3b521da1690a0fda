package muster.technique;

import java.util.Optional;
import java.util.Set;
import muster.catalog.Catalog;
import muster.diagnostic.Problems;

/**
 * Prefill on chips of its own (disaggregated prefill), or on those that decode. Without this technique the search takes
 * whichever yields more.
 *
 * @param disaggregated whether prefill runs on other chips
 */
record DisaggregatedPrefill(boolean disaggregated) implements Technique {

    @Override
    public Set<Slot> slots() {
        return Set.of(Slot.PREFILL);
    }

    @Override
    public Optional<Change> resolve(Catalog catalog, Problems problems) {
        return Optional.of(
                new Change.OfServing(serving -> serving.disaggregatedPrefill(disaggregated), Optional.empty()));
    }
}
