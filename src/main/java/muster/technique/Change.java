package muster.technique;

import java.util.Optional;
import java.util.function.UnaryOperator;
import muster.uncertainty.Input;

/** What a technique does to a design, with all that it names looked up. */
public interface Change {

    /** The design with the technique, of the size at which its loss is that of the design without it. */
    Attempt atEqualLoss(Design design);

    /** The design with the technique on the same weights, whose loss may be another; or why it has other weights. */
    Attempt onSameWeights(Design design);

    /** The number on which its effect rests, with its source, or a constant of the law; none where nothing but time changes. */
    Optional<Input> ground();

    /** What changes nothing but how the model is served, and so nothing of what it generates. */
    record OfServing(UnaryOperator<ServingSettings> change, Optional<Input> ground) implements Change {
        @Override
        public Attempt atEqualLoss(Design design) {
            return Attempt.of(design.served(change));
        }

        @Override
        public Attempt onSameWeights(Design design) {
            return atEqualLoss(design);
        }
    }
}
