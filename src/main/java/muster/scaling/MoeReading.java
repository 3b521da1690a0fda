package muster.scaling;

import java.util.Optional;
import muster.diagnostic.Place;
import muster.diagnostic.Problems;
import muster.document.Choice;
import muster.document.Inline;
import muster.document.Otherwise;
import muster.document.When;
import muster.model.Included;
import muster.model.ModelFigures;
import muster.model.ModelSize;
import muster.model.Proportions;
import muster.model.Routing;
import muster.model.Shape;
import muster.model.Shaped;
import muster.scaling.law.Chinchilla;
import muster.scaling.law.ComputeOptimal;
import muster.scaling.law.FineGrainedMoe;
import muster.scaling.law.Law;
import muster.scaling.law.SparseMoe;
import muster.scaling.law.TrainingFigures;
import muster.trace.Chain;
import muster.trace.Figure;
import muster.uncertainty.Source;
import muster.unit.NumberText;

/**
 * A mixture of experts in the place of the dense model that the law sizes, trained on the same tokens. A compute budget says
 * nothing of experts, so what stays the same is stated: the key is the reading.
 */
@Choice
public sealed interface MoeReading permits MoeReading.SameTotal, MoeReading.SameCompute, MoeReading.SameLoss {
    /** Where the figures of the dense model stand. */
    String DENSE = TrainingFigures.DENSE;

    /** Where it is written. */
    default Place place() {
        return routing().experts().place();
    }

    /** The experts. */
    Routing routing();

    /**
     * The shape of the experts of a size, with every proportion at its central value; the same that {@link #apply} makes of the
     * figures at it.
     *
     * @param size the size, of which the reading takes what it is made from
     * @param like the proportions of its shape
     * @param embedding whether the law counts the embedding
     */
    default Shape shape(ModelSize size, Proportions like, boolean embedding) {
        return like.shape(size.total(), embedding, Optional.of(routing()));
    }

    /** Reports what cannot be. */
    default void check(Problems problems) {}

    /**
     * The mixture of experts; records {@code model.parameters}, {@code model.active_parameters} and its shape.
     *
     * @param chain the run
     * @param dense the model that the law sizes
     * @param like the proportions of its shape
     * @param embedding whether the law counts the embedding
     */
    Routed apply(Chain chain, ComputeOptimal dense, Proportions like, boolean embedding);

    /**
     * A mixture of experts.
     *
     * @param parameters all of them, in parameter
     * @param active those that a token is multiplied with, as the law counts them, in parameter
     * @param shaped its shape
     * @param quality the training compute whose quality it has, in FLOP
     * @param loss its loss, where the reading tells it
     */
    record Routed(Figure parameters, Figure active, Shaped shaped, Figure quality, Optional<Figure> loss) {}

    /** The shape of experts with so many parameters in all. */
    private static Shaped all(Chain chain, Figure parameters, MoeReading reading, Proportions like, boolean embedding) {
        return like.apply(chain, parameters, new Included(embedding, true), Optional.of(reading.routing()));
    }

    /** 6 n D: what the training takes. */
    private static Figure spent(Chain chain, Figure active, ComputeOptimal dense) {
        return TrainedShape.six(chain).times(active).times(dense.tokens()).as(TrainingFigures.MOE_COMPUTE, "", "FLOP");
    }

    private static Figure activeOf(Figure parameters, Shaped shaped) {
        return parameters.times(shaped.visited()).as(ModelFigures.ACTIVE_PARAMETERS, "n", "parameter");
    }

    /**
     * As many parameters in all as the dense model. A token activates some of them, so training and serving cost less, and the
     * loss is higher than that of the dense model.
     *
     * @param sameTotal the experts
     */
    @When(key = "same_total")
    record SameTotal(Routing sameTotal) implements MoeReading {
        @Override
        public Routing routing() {
            return sameTotal;
        }

        @Override
        public Routed apply(Chain chain, ComputeOptimal dense, Proportions like, boolean embedding) {
            Figure parameters = dense.parameters().as(ModelFigures.PARAMETERS, "N", "parameter");
            Shaped shaped = all(chain, parameters, this, like, embedding);
            Figure active = activeOf(parameters, shaped);
            chain.warn(
                    "moe-reading",
                    place(),
                    "same total: a token activates %s%% of the parameters of the dense model, whose loss it does not reach; its quality counts as that of its own training compute"
                            .formatted(NumberText.rounded(
                                    100 * shaped.visited().central("1").base(), 3)));
            return new Routed(parameters, active, shaped, spent(chain, active, dense), Optional.empty());
        }
    }

    /**
     * As many parameters for a token as the dense model has: the dense model with experts in the place of its feed-forward
     * layers. Training costs the same, and the loss is lower than that of the dense model.
     *
     * @param sameCompute the experts
     */
    @When(key = "same_compute")
    record SameCompute(Routing sameCompute) implements MoeReading {
        @Override
        public Routing routing() {
            return sameCompute;
        }

        @Override
        public Shape shape(ModelSize size, Proportions like, boolean embedding) {
            return like.shape(size.active(), embedding, sameCompute);
        }

        @Override
        public Routed apply(Chain chain, ComputeOptimal dense, Proportions like, boolean embedding) {
            Figure active = dense.parameters().as(ModelFigures.ACTIVE_PARAMETERS, "n", "parameter");
            Shaped shaped = like.apply(chain, active, new Included(embedding, false), Optional.of(sameCompute));
            Figure parameters = active.over(shaped.visited()).as(ModelFigures.PARAMETERS, "N", "parameter");
            spent(chain, active, dense);
            chain.warn(
                    "moe-reading",
                    place(),
                    "same compute: there are %s times the parameters of the dense model; what they bring beyond its loss is not counted"
                            .formatted(NumberText.rounded(
                                    1 / shaped.visited().central("1").base(), 3)));
            return new Routed(parameters, active, shaped, dense.compute(), Optional.empty());
        }
    }

    /**
     * As good as the dense model: the experts with its loss after the same tokens, by a law of experts that has dense models
     * too. Only sizes are compared, never losses of two laws.
     *
     * @param sameLoss the experts, and the law
     */
    @When(key = "same_loss")
    record SameLoss(Equal sameLoss) implements MoeReading {
        /**
         * Experts as good as a dense model.
         *
         * @param routing the experts
         * @param law a law of the method sparse-moe
         * @param beyond whether the law may be asked where it cannot hold
         * @param secondLaw a law of fine-grained experts, whose answer stands beside
         * @param secondDense the law of dense models that goes with it
         */
        public record Equal(
                @Inline Routing routing,

                @Otherwise(
                        value = "abnar-moe",
                        because = "the law of experts in the catalog whose models without sparsity are dense")
                Law law,

                @Otherwise(
                        value = "refused",
                        because =
                                "experts that a token does not activate cannot make a model better than a dense one of as many parameters")
                ExtrapolationPolicy beyond,

                @Otherwise(value = "krajewski-moe", because = "the other law of experts in the catalog")
                Law secondLaw,

                @Otherwise(value = "krajewski-dense", because = "the dense models of the same paper and the same data")
                Law secondDense) {}

        @Override
        public Routing routing() {
            return sameLoss.routing();
        }

        @Override
        public void check(Problems problems) {
            if (!(sameLoss.law() instanceof SparseMoe)) {
                problems.error(
                        "moe-law",
                        place(),
                        "training.moe.same_loss.law is a law of the method sparse-moe, which has dense models and experts in one. Maybe abnar-moe?");
            }
            SecondLaw.check(sameLoss.secondLaw(), sameLoss.secondDense(), place(), problems);
            if (sameLoss.law() instanceof SparseMoe law && law.routed()) {
                problems.error(
                        "dead-key",
                        law.sparsity().place(),
                        "training.moe.same_loss.law.sparsity is read by nothing: the sparsity is that of the experts, 1 - active / experts, here %s. Maybe training.moe.same_loss.active?"
                                .formatted(NumberText.rounded(
                                        1
                                                - routing().active().central()
                                                        / routing().experts().central(),
                                        4)));
            }
        }

        @Override
        public Routed apply(Chain chain, ComputeOptimal dense, Proportions like, boolean embedding) {
            SparseMoe law = (SparseMoe) sameLoss.law();
            Figure visited = chain.input(routing().active(), "E_a")
                    .over(chain.input(routing().experts(), "E"))
                    .as(TrainingFigures.MOE_VISITED_EXPERTS, "", "1");
            law.holdsTo(chain, visited).ifPresent(most -> bounded(chain, dense.parameters(), most));
            Figure parameters = law.asGoodAs(chain, dense.parameters(), visited);
            Shaped shaped = all(chain, parameters, this, like, embedding);
            Figure active = activeOf(parameters, shaped);
            Figure spent = spent(chain, active, dense);
            chain.warn(
                    "moe-reading",
                    place(),
                    "same loss: as good as the dense model by a law (%s)"
                            .formatted(law.powers()
                                    .parameterCoefficient()
                                    .source()
                                    .map(Source::citation)
                                    .orElse("no source")));
            law.domain()
                    .ifPresent(domain -> domain.check(
                            chain,
                            new ComputeOptimal(spent, parameters, active, dense.tokens(), Optional.empty()),
                            place()));
            new SecondLaw((FineGrainedMoe) sameLoss.secondLaw(), (Chinchilla) sameLoss.secondDense())
                    .beside(chain, dense, parameters, active, like.free(), embedding, place());
            return new Routed(parameters, active, shaped, dense.compute(), dense.loss());
        }

        private void bounded(Chain chain, Figure dense, Figure most) {
            double bound = most.central("parameter").base();
            if (dense.central("parameter").base() <= bound) {
                return;
            }
            String words = "training.moe.same_loss: " + SparseMoe.words(dense, bound);
            if (sameLoss.beyond() == ExtrapolationPolicy.ALLOWED) {
                chain.warn(
                        "law-cannot-hold",
                        place(),
                        words + "; its answer stands as training.moe.same_loss.beyond allows it");
            } else {
                chain.refuse(
                        "law-cannot-hold",
                        place(),
                        words
                                + ". Maybe training.moe.same_compute, or beyond: allowed to have its answer with a warning?");
            }
        }
    }
}
