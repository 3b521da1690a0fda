package muster.scaling.law;

import java.util.Optional;
import muster.scaling.loss.LossSurface;
import muster.scaling.loss.SizingFormula;
import muster.trace.Arithmetic;
import muster.trace.Chain;
import muster.trace.Figure;

/**
 * A law that tells the loss of every model, so that its best model and questions of size follow from its formula. Another law is
 * another record here: its keys, and the formula that it makes of them.
 */
sealed interface LossLaw extends Law permits Chinchilla, OverTraining, Kaplan, Supervised, FineGrainedMoe, SparseMoe {

    /** The loss, with the constants of a run or their central values. */
    <N extends Arithmetic<N>> SizingFormula<N> formula(LawConstants<N> constants);

    /** The loss on a chain, with the constants of its run. */
    private Surface on(Chain chain) {
        return new Surface(chain, formula(LawConstants.on(chain)));
    }

    @Override
    default ComputeOptimal apply(Chain chain, Figure compute, String under) {
        ComputeOptimal best = on(chain).best(compute, under);
        tell(chain, best.loss().orElseThrow(), under);
        return best;
    }

    @Override
    default Optional<Surface> surface(Chain chain) {
        return Optional.of(on(chain));
    }

    @Override
    default Optional<LossSurface> loss() {
        return Optional.of(LossSurface.of(formula(LawConstants.central())));
    }

    @Override
    default Optional<String> unsizable() {
        return Optional.empty();
    }
}
