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
