package muster.technique;

import java.util.Optional;
import java.util.Set;
import muster.catalog.Shelf;
import muster.diagnostic.Problems;

/**
 * Prefill on chips of its own (disaggregated prefill), or on those that decode. Without this technique the search takes
 * whichever yields more.
 *
 * @param apart whether prefill runs on other chips
 */
record PromptsApart(boolean apart) implements Technique {

    @Override
    public Set<Slot> slots() {
        return Set.of(Slot.PROMPTS);
    }

    @Override
    public Optional<Change> resolve(Shelf shelf, Problems problems) {
        return Optional.of(new Change.OfServing(serving -> serving.promptsApart(apart), Optional.empty()));
    }
}
