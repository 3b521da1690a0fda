package muster.technique;

import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import muster.catalog.Catalog;
import muster.diagnostic.Problems;
import muster.document.In;
import muster.scaling.law.Law;
import muster.scaling.loss.LossSurface;
import muster.scaling.loss.Optimum;
import muster.uncertainty.Input;

/**
 * Quality bought with tokens (test-time compute): answers of so many times the tokens are as good as those of a model of so many
 * times the training. At equal quality the model is that of the lesser training.
 *
 * @param tokens tokens of an answer, over those of a plain one
 * @param training the training compute that they stand for, as a factor
 * @param law the law that says which model a training compute makes
 */
record TestTimeCompute(@In("1") Input tokens, @In("1") Input training, Law law) implements Technique {

    @Override
    public Set<Slot> slots() {
        return Set.of(Slot.ANSWERS);
    }

    @Override
    public Optional<Change> resolve(Catalog catalog, Problems problems) {
        Optional<LossSurface> loss = law.loss();
        if (loss.isEmpty()) {
            problems.error("unlike-law", training.place(), "law tells no loss. Maybe besiroglu?");
        }
        return loss.map(found -> new Prepared(this, found));
    }

    private record Prepared(TestTimeCompute of, LossSurface law) implements Change {

        @Override
        public Attempt atEqualLoss(Design design) {
            return answered(
                    design,
                    1 / of.training.central(),
                    (model, ratio) -> model.times(ratio.parameters()).longer(ratio.tokens()));
        }

        @Override
        public Attempt onSameWeights(Design design) {
            return answered(design, of.training.central(), (model, ratio) -> model.worth(ratio.parameters()));
        }

        private Attempt answered(Design design, double training, BiFunction<DesignModel, Optimum, DesignModel> change) {
            if (design.model().trainingFlop().isEmpty()) {
                return Attempt.none(DesignModel.NO_TOKENS);
            }
            double flop = design.model().trainingFlop().getAsDouble();
            Optimum before = law.optimum(flop);
            Optimum after = law.optimum(flop * training);
            Optimum ratio =
                    new Optimum(after.parameters() / before.parameters(), after.tokens() / before.tokens(), Double.NaN);
            return Attempt.of(design.with(model -> change.apply(model, ratio))
                    .answering(of.tokens.central())
                    .trading(of.tokens.central()));
        }

        @Override
        public Optional<Input> ground() {
            return Optional.of(of.training);
        }
    }
}
