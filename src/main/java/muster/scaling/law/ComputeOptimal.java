package muster.scaling.law;

import java.util.Optional;
import muster.model.Shaped;
import muster.trace.Figure;

/**
 * A trained model as a law sizes it.
 *
 * @param compute the training compute, in FLOP; the effective one where there are gains
 * @param parameters its parameters
 * @param active the parameters that a token is multiplied with; the same figure where these are all
 * @param tokens the tokens that it is trained on
 * @param loss its loss, in nat per token, where the law tells it
 * @param shaped its shape, where one is wanted
 */
public record ComputeOptimal(
        Figure compute,
        Figure parameters,
        Figure active,
        Figure tokens,
        Optional<Figure> loss,
        Optional<Shaped> shaped) {

    /** Without a shape. */
    public ComputeOptimal(Figure compute, Figure parameters, Figure active, Figure tokens, Optional<Figure> loss) {
        this(compute, parameters, active, tokens, loss, Optional.empty());
    }

    /** The same model, of the quality of another compute. */
    public ComputeOptimal worth(Figure effective) {
        return new ComputeOptimal(effective, parameters, active, tokens, loss, shaped);
    }

    /** The same model with its loss. */
    public ComputeOptimal of(Figure known) {
        return new ComputeOptimal(compute, parameters, active, tokens, Optional.of(known), shaped);
    }

    /** The same model in its shape. */
    public ComputeOptimal in(Shaped shape) {
        return new ComputeOptimal(compute, parameters, active, tokens, loss, Optional.of(shape));
    }

    /** A dense model. */
    public static ComputeOptimal dense(Figure compute, Figure parameters, Figure tokens, Optional<Figure> loss) {
        return new ComputeOptimal(compute, parameters, parameters, tokens, loss);
    }
}
