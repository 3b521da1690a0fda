package muster.scaling;

import java.util.Optional;
import muster.diagnostic.Place;
import muster.diagnostic.Problems;
import muster.model.Architecture;
import muster.model.Included;
import muster.model.ModelFigures;
import muster.model.ModelSize;
import muster.model.Proportions;
import muster.model.Shaped;
import muster.scaling.law.ComputeOptimal;
import muster.scaling.law.Law;
import muster.scaling.law.TrainingFigures;
import muster.trace.Chain;
import muster.trace.Figure;
import muster.uncertainty.Input;
import muster.uncertainty.Source;
import muster.unit.NumberText;

/**
 * A training whose entries were looked up.
 *
 * @param training the section
 * @param stock the tokens that there are to train on
 * @param shape the shape of the model, where one is wanted
 */
public record TrainingPlan(Training training, Input stock, Optional<TrainedShape> shape) {

    /** The plan of a section: with a shape where one is stated, or where experts need one. */
    static TrainingPlan of(Training training, Input stock) {
        return new TrainingPlan(
                training,
                stock,
                training.shape().or(() -> training.moe().map(reading -> TrainedShape.usual(reading.place()))));
    }

    /**
     * The same plan with a shape: the usual one where none is stated.
     *
     * @param place what wants it
     * @param problems where it goes that a law tells no shape
     */
    public TrainingPlan shaped(Place place, Problems problems) {
        training.checkShape(place, problems);
        return new TrainingPlan(training, stock, Optional.of(shape.orElseGet(() -> TrainedShape.usual(place))));
    }

    /**
     * The model that would be trained at a size, with every proportion at its central value; for plans with a shape.
     *
     * @param size its size, as the law counts
     */
    public Architecture architecture(ModelSize size) {
        Proportions like = shape.orElseThrow(() -> new IllegalStateException("a plan without a shape"))
                .proportions();
        return Architecture.of(training.moe()
                .map(reading -> reading.shape(size, like, embedding()))
                .orElseGet(() -> like.shape(size.total(), embedding(), Optional.empty())));
    }

    private boolean embedding() {
        return !training.law().outsideEmbedding();
    }

    /**
     * Computes the model that is trained.
     *
     * @param chain the run
     * @param capacity the dense peak rate that trains, in FLOP/s, where there is a fleet
     * @param reached the utilisation of training runs on the fleet's chips, where the section states none
     */
    public ComputeOptimal apply(Chain chain, Optional<Figure> capacity, Optional<Figure> reached) {
        Figure whole = training.budget().apply(chain, capacity, reached);
        Figure compute = training.limits()
                .map(limits -> limits.within(chain, whole, training.budget().place()))
                .orElse(whole);
        ComputeOptimal sized = trained(chain, compute);
        training.limits()
                .ifPresent(
                        limits -> limits.check(chain, sized, training.budget().duration(chain)));
        Figure share = sized.tokens().over(chain.input(stock, "")).as(TrainingFigures.SHARE_OF_TOKEN_STOCK, "", "1");
        double times = share.central("1").base();
        if (times > 1) {
            chain.warn(
                    "beyond-token-stock",
                    training.budget().place(),
                    "model.tokens is %s times the %s tokens of %s (%s)"
                            .formatted(
                                    NumberText.rounded(times, 3),
                                    NumberText.rounded(chain.look(stock), 3),
                                    training.tokenStock().value(),
                                    stock.source().map(Source::citation).orElse("no source")));
        }
        return training.gains()
                .map(gains -> sized.worth(gains.apply(chain, compute)))
                .orElse(sized);
    }

    // The dense model of the law, or experts in its place.
    private ComputeOptimal trained(Chain chain, Figure compute) {
        if (training.moe().isEmpty()) {
            ComputeOptimal dense = sized(chain, compute, Law.MODEL);
            return shape.map(trained -> shaped(chain, dense, trained)).orElse(dense);
        }
        ComputeOptimal dense = sized(chain, compute, MoeReading.DENSE);
        TrainedShape trained = shape.orElseThrow();
        MoeReading.Routed routed = training.moe().get().apply(chain, dense, trained.proportions(), embedding());
        Figure tokens = dense.tokens().as(ModelFigures.TOKENS, "D", "token");
        Optional<Figure> loss = routed.loss().map(equal -> equal.as(ModelFigures.LOSS, "L", "nat/token"));
        ComputeOptimal sized = new ComputeOptimal(routed.quality(), routed.parameters(), routed.active(), tokens, loss);
        trained.work(chain, sized, routed.shaped(), embedding());
        return sized.in(routed.shaped());
    }

    private ComputeOptimal shaped(Chain chain, ComputeOptimal dense, TrainedShape trained) {
        Shaped shaped = trained.proportions()
                .apply(chain, dense.parameters(), new Included(embedding(), true), Optional.empty());
        trained.work(chain, dense, shaped, embedding());
        return dense.in(shaped);
    }

    private ComputeOptimal sized(Chain chain, Figure compute, String under) {
        Law law = training.law();
        ComputeOptimal sized = training.sizing()
                .map(sizing -> sizing.apply(law.surface(chain).orElseThrow(), compute, under))
                .orElseGet(() -> law.apply(chain, compute, under));
        training.sizing().flatMap(other -> sized.loss()).ifPresent(loss -> law.tell(chain, loss, under));
        Place place = training.budget().place();
        law.domain().ifPresent(domain -> domain.check(chain, sized, place));
        law.doubt(chain, sized, place);
        return sized;
    }
}
