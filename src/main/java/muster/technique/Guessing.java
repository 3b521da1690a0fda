package muster.technique;

import java.util.Optional;
import java.util.Set;
import muster.catalog.Shelf;
import muster.diagnostic.Problems;
import muster.document.In;
import muster.document.Range;
import muster.inference.Speculation;
import muster.uncertainty.Input;

/**
 * Speculative decoding: draft tokens, of a draft model or of multi-token prediction, are verified together. What is generated
 * stays the same; {@link Speculation} has the formula.
 *
 * @param guesses draft tokens of each step
 * @param acceptance the acceptance rate of the first draft token
 * @param decay what the acceptance rate is multiplied with from one draft token to the next
 * @param guessCost what a draft token costs, as a part of a step
 */
record Guessing(
        int guesses,
        @In(value = "1", range = Range.FRACTION) Input acceptance,
        @In(value = "1", range = Range.FRACTION) Input decay,
        @In(value = "1", range = Range.PART) Input guessCost)
        implements Technique {
    private static final int MOST = 16;

    Guessing {
        if (guesses < 1 || guesses > MOST) {
            throw new IllegalArgumentException("draft_tokens is from 1 to " + MOST);
        }
    }

    @Override
    public Set<Slot> slots() {
        return Set.of(Slot.DECODING);
    }

    @Override
    public Optional<Change> resolve(Shelf shelf, Problems problems) {
        Speculation speculation = new Speculation(guesses, acceptance.central(), decay.central(), guessCost.central());
        return Optional.of(new Change.OfServing(serving -> serving.with(speculation), Optional.of(acceptance)));
    }
}
