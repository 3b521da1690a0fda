package muster.scaling;

import java.util.Optional;
import muster.trace.Figure;

/**
 * A trained model as a law sizes it.
 *
 * @param compute the training compute, in FLOP; the effective one where there are gains
 * @param parameters its parameters
 * @param active the parameters that a token is multiplied with; the same figure where these are all
 * @param tokens the tokens that it is trained on
 * @param loss its loss, in nat per token, where the law tells it
 */
public record Sized(Figure compute, Figure parameters, Figure active, Figure tokens, Optional<Figure> loss) {

    /** The same model, of the quality of another compute. */
    Sized worth(Figure effective) {
        return new Sized(effective, parameters, active, tokens, loss);
    }

    /** The same model with its loss. */
    Sized of(Figure known) {
        return new Sized(compute, parameters, active, tokens, Optional.of(known));
    }

    /** A dense model. */
    static Sized dense(Figure compute, Figure parameters, Figure tokens, Optional<Figure> loss) {
        return new Sized(compute, parameters, parameters, tokens, loss);
    }
}
