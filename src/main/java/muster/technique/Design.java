package muster.technique;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.UnaryOperator;

/**
 * What a model is, what it takes to make it, and how it is served. Techniques change it; immutable.
 *
 * @param model the model
 * @param serving how it is served
 * @param othersFlop FLOP of training beside that of the model itself: teachers, and what students ask of them
 * @param tokensPerAnswer tokens of an answer over those that an answer of the base takes
 * @param traded by how many orders of magnitude techniques moved compute between training and inference
 * @param notes what a reader must know of it, as where a law is extrapolated
 */
public record Design(
        DesignModel model,
        ServingSettings serving,
        double othersFlop,
        double tokensPerAnswer,
        double traded,
        List<String> notes) {
    /** Six FLOP per parameter and token; Hoffmann et al. 2022, arXiv 2203.15556, section 3.3. */
    static final double TRAINING_FLOP = 6;

    public Design {
        notes = List.copyOf(notes);
    }

    /** A design without techniques. */
    public static Design plain(DesignModel model, ServingSettings serving) {
        return new Design(model, serving, 0, 1, 0, List.of());
    }

    /** All training that it takes, in FLOP, where the tokens are known: {@code 6 n D} and that of others. */
    public OptionalDouble trainingFlop() {
        OptionalDouble own = model.trainingFlop();
        return own.isPresent() ? OptionalDouble.of(own.getAsDouble() + othersFlop) : own;
    }

    Design with(UnaryOperator<DesignModel> change) {
        return new Design(change.apply(model), serving, othersFlop, tokensPerAnswer, traded, notes);
    }

    public Design served(UnaryOperator<ServingSettings> change) {
        return new Design(model, change.apply(serving), othersFlop, tokensPerAnswer, traded, notes);
    }

    Design costing(double flop) {
        return new Design(model, serving, othersFlop + flop, tokensPerAnswer, traded, notes);
    }

    Design answering(double times) {
        return new Design(model, serving, othersFlop, tokensPerAnswer * times, traded, notes);
    }

    /** The same after inference was made dearer or cheaper by a factor against training. */
    Design trading(double factor) {
        return new Design(model, serving, othersFlop, tokensPerAnswer, traded + Math.abs(Math.log10(factor)), notes);
    }

    /** The same with more that a reader must know. */
    public Design noting(List<String> more) {
        List<String> all = new ArrayList<>(notes);
        all.addAll(more);
        return new Design(model, serving, othersFlop, tokensPerAnswer, traded, all);
    }
}
