package muster.scaling;

import java.util.Optional;
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
 */
public record TrainingPlan(Training training, Input stock) {

    /**
     * Computes the model that is trained.
     *
     * @param chain the run
     * @param capacity the dense peak rate that trains, in FLOP/s, where there is a fleet
     */
    public Sized apply(Chain chain, Optional<Figure> capacity) {
        Figure compute = training.budget().apply(chain, capacity);
        Sized sized = training.law().apply(chain, compute, Law.MODEL);
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
        return sized;
    }
}
