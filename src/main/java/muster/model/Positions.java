package muster.model;

import java.util.Optional;
import muster.unit.NumberText;

/** Whether requests are longer than what a model has positions for. */
public final class Positions {
    private Positions() {}

    /**
     * Why a model cannot have a request: it has no vector for the later positions.
     *
     * @param model the model
     * @param tokens prompt and output of a request
     */
    public static Optional<String> refusal(Architecture model, double tokens) {
        return model.shape()
                .filter(shape -> shape.learnedPositions() > 0 && tokens > shape.learnedPositions())
                .map(shape ->
                        "the model has learned positions for %s tokens, and a request has %s, prompt and output together"
                                .formatted(shown(shape.learnedPositions()), shown(tokens)));
    }

    /**
     * What is to be known of a request that is longer than what a model was made for: what it says so late is not known to be
     * good.
     *
     * @param model the model
     * @param tokens prompt and output of a request
     */
    public static Optional<String> caution(Architecture model, double tokens) {
        return model.maxPositions() > 0 && tokens > model.maxPositions()
                ? Optional.of(
                        "a request has %s tokens, prompt and output together, and the model is made for %s: it is served as fast as computed, and how well it answers is not known"
                                .formatted(shown(tokens), shown(model.maxPositions())))
                : Optional.empty();
    }

    private static String shown(double tokens) {
        return NumberText.exact(tokens);
    }
}
