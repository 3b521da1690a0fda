package muster.allocation;

import java.util.Optional;
import muster.uncertainty.Input;

/**
 * What one chip serves of a model at a point of the frontier.
 *
 * @param model the model
 * @param chip the id of the kind of chip
 * @param variant the model, the format and the speed, by which no other offer of the kind of chip goes
 * @param serialSpeed generated tokens of one stream, in token/s
 * @param throughputPerChip generated tokens of all streams, in token/s per chip
 * @param error measured over modelled, of both; nothing where it is of no account
 */
record ServingOffer(
        CandidateModel model,
        String chip,
        String variant,
        double serialSpeed,
        double throughputPerChip,
        Optional<Input> error) {

    /** One token a second: for what must be known of a model whatever serves it. */
    static ServingOffer nominal(CandidateModel model) {
        return new ServingOffer(model, "", "", 1, 1, Optional.empty());
    }

    /** FLOP to generate a token: two for each parameter that it is multiplied with. */
    double flopPerToken() {
        return 2
                * model.architecture()
                        .shape()
                        .orElseThrow(() -> new IllegalStateException("no shape of " + model.id()))
                        .activeParameters();
    }
}
