package muster.scaling;

import java.util.Optional;
import muster.diagnostic.Place;
import muster.diagnostic.Problems;
import muster.model.Architecture;
import muster.model.Included;
import muster.trace.Chain;
import muster.trace.Figure;
import muster.uncertainty.Input;
import muster.uncertainty.Source;
import muster.unit.Numbers;

/**
 * A training whose entries were looked up.
 *
 * @param training the section
 * @param stock the tokens that there are to train on
 * @param shape the shape of the model, where one is wanted
 */
public record TrainingPlan(Training training, Input stock, Optional<TrainedShape> shape) {

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
     * @param parameters the parameters, as the law counts them
     */
    public Architecture architecture(double parameters) {
        TrainedShape trained = shape.orElseThrow(() -> new IllegalStateException("a plan without a shape"));
        return Architecture.of(trained.proportions().shape(parameters, included(), Optional.empty()));
    }

    private Included included() {
        return new Included(!training.law().outsideEmbedding(), true);
    }

    /**
     * Computes the model that is trained.
     *
     * @param chain the run
     * @param capacity the dense peak rate that trains, in FLOP/s, where there is a fleet
     */
    public Sized apply(Chain chain, Optional<Figure> capacity) {
        Figure whole = training.budget().apply(chain, capacity);
        Figure compute = training.limits()
                .map(limits -> limits.within(chain, whole, training.budget().place()))
                .orElse(whole);
        Sized sized = sized(chain, compute);
        training.limits()
                .ifPresent(
                        limits -> limits.check(chain, sized, training.budget().duration(chain)));
        Figure share = sized.tokens().over(chain.input(stock, "")).as("training.share_of_token_stock", "", "1");
        double times = share.central("1").base();
        if (times > 1) {
            chain.warn(
                    "beyond-token-stock",
                    training.budget().place(),
                    "model.tokens is %s times the %s tokens of %s (%s)"
                            .formatted(
                                    Numbers.rounded(times, 3),
                                    Numbers.rounded(chain.look(stock), 3),
                                    training.tokenStock().value(),
                                    stock.source().map(Source::citation).orElse("no source")));
        }
        training.law()
                .domain()
                .ifPresent(
                        domain -> domain.check(chain, sized, training.budget().place()));
        shape.ifPresent(trained -> trained.apply(chain, sized, included(), Optional.empty()));
        return training.gains()
                .map(gains -> sized.worth(gains.apply(chain, compute)))
                .orElse(sized);
    }

    private Sized sized(Chain chain, Figure compute) {
        return training.sizing()
                .map(sizing -> sizing.apply(chain, ((Chinchilla) training.law()).figures(chain), compute))
                .orElseGet(() -> training.law().apply(chain, compute, Law.MODEL));
    }
}
