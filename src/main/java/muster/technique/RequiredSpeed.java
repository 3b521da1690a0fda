package muster.technique;

import java.util.Optional;
import java.util.Set;
import muster.catalog.Catalog;
import muster.diagnostic.Problems;
import muster.document.In;
import muster.uncertainty.Input;

/**
 * Another speed that every stream must have: a slower one allows larger batches, a faster one forbids them.
 *
 * @param serialSpeed the speed of one stream
 */
record RequiredSpeed(
        @In(value = "token/s/stream", plain = "token/s") Input serialSpeed) implements Technique {

    @Override
    public Set<Slot> slots() {
        return Set.of(Slot.SPEED);
    }

    @Override
    public Optional<Change> resolve(Catalog catalog, Problems problems) {
        return Optional.of(
                new Change.OfServing(serving -> serving.atLeast(serialSpeed.central()), Optional.of(serialSpeed)));
    }
}
