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
 * Tokens guessed ahead and checked together (speculative decoding, multi-token prediction). What is generated stays the same;
 * {@link Speculation} has the formula.
 *
 * @param guesses tokens guessed ahead of each step
 * @param acceptance the chance that the first guess is accepted
 * @param decay what the chance is multiplied with from guess to guess
 * @param guessCost what a guess costs, as a part of a step
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
            throw new IllegalArgumentException("guesses is from 1 to " + MOST);
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
