package muster.scaling;

import java.util.Optional;
import muster.trace.Chain;
import muster.trace.Figure;

/** A law that tells the loss of every model, so that its best model and questions of size follow from its surface. */
sealed interface LawOfLoss extends Law permits Chinchilla, OverTraining, Kaplan, Supervised, FineGrainedMoe, SparseMoe {

    /** The loss on a chain, with the constants of its run. */
    Surface figures(Chain chain);

    @Override
    default Sized apply(Chain chain, Figure compute, String under) {
        return figures(chain).best(compute, under);
    }

    @Override
    default Optional<Surface> surface(Chain chain) {
        return Optional.of(figures(chain));
    }

    @Override
    default Optional<String> unsizable() {
        return Optional.empty();
    }
}
