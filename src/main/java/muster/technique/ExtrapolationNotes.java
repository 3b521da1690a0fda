package muster.technique;

import java.util.List;
import java.util.Optional;
import muster.scaling.law.FitDomain;

/** Says where a law is asked beyond the models that it was fitted on. */
final class ExtrapolationNotes {
    private ExtrapolationNotes() {}

    /**
     * A note for a reader; none where the model lies within.
     *
     * @param what whose law it is
     * @param domain the models of the fit
     * @param parameters of the model
     * @param tokens that it is trained on
     */
    static List<String> notes(String what, Optional<FitDomain> domain, double parameters, double tokens) {
        List<String> outside = domain.map(
                        known -> known.outside(parameters, tokens, Design.TRAINING_FLOP * parameters * tokens))
                .orElse(List.of());
        return outside.isEmpty()
                ? List.of()
                : List.of("the law behind %s is extrapolated: %s what it was fitted on"
                        .formatted(what, String.join(", ", outside)));
    }
}
