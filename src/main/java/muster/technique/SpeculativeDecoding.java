package muster.technique;

import java.util.Optional;
import java.util.Set;
import muster.catalog.Catalog;
import muster.diagnostic.Problems;
import muster.document.In;
import muster.document.Range;
import muster.inference.step.Speculation;
import muster.uncertainty.Input;

/**
 * Speculative decoding: draft tokens, of a draft model or of multi-token prediction, are verified together. What is generated
 * stays the same; {@link Speculation} has the formula.
 *
 * @param draftTokens draft tokens of each step
 * @param acceptance the acceptance rate of the first draft token
 * @param decay what the acceptance rate is multiplied with from one draft token to the next
 * @param draftCost what a draft token costs, as a part of a step
 */
record SpeculativeDecoding(
        int draftTokens,
        @In(value = "1", range = Range.FRACTION) Input acceptance,
        @In(value = "1", range = Range.FRACTION) Input decay,
        @In(value = "1", range = Range.PART) Input draftCost)
        implements Technique {
    private static final int MOST = 16;

    SpeculativeDecoding {
        if (draftTokens < 1 || draftTokens > MOST) {
            throw new IllegalArgumentException("draft_tokens is from 1 to " + MOST);
        }
    }

    @Override
    public Set<Slot> slots() {
        return Set.of(Slot.DECODING);
    }

    @Override
    public Optional<Change> resolve(Catalog catalog, Problems problems) {
        Speculation speculation =
                new Speculation(draftTokens, acceptance.central(), decay.central(), draftCost.central());
        return Optional.of(new Change.OfServing(serving -> serving.with(speculation), Optional.of(acceptance)));
    }
}
