package muster.technique;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.UnaryOperator;
import muster.model.FeedForward;
import muster.model.Proportions;
import muster.model.Shape;
import muster.model.TotalParameters;

/**
 * The model of a design.
 *
 * @param known a shape of the family
 * @param size parameters of the dense model of the family that it is made from
 * @param tokens tokens that it is trained on, where they are known
 * @param form what techniques make of the dense shape of that size
 * @param worth the parameters of the plain model of the same loss over those of the base: 1 at equal loss
 */
public record Model(Shape known, double size, OptionalDouble tokens, UnaryOperator<Shape> form, double worth) {
    static final String NO_TOKENS = "how many tokens the model is trained on is not known";

    // What rounding to whole layers and heads cannot tell apart.
    private static final double SAME = 1e-9;

    /** A model as it is. */
    public static Model of(Shape shape, OptionalDouble tokens) {
        return new Model(shape, shape.parameters(), tokens, UnaryOperator.identity(), 1);
    }

    /** The same with so many times the parameters. */
    public Model times(double factor) {
        return new Model(known, size * factor, tokens, form, worth);
    }

    /** The same trained on so many times the tokens. */
    Model longer(double factor) {
        return new Model(
                known,
                size,
                tokens.isPresent() ? OptionalDouble.of(tokens.getAsDouble() * factor) : tokens,
                form,
                worth);
    }

    /** The same with a shape that is made of the one before. */
    Model formed(UnaryOperator<Shape> next) {
        return new Model(known, size, tokens, shape -> next.apply(form.apply(shape)), worth);
    }

    /** The same at the loss of a plain model of so many times the parameters. */
    Model worth(double factor) {
        return new Model(known, size, tokens, form, worth * factor);
    }

    /** What its own training takes, in FLOP, where its tokens are known: six for each parameter that a token is multiplied with. */
    OptionalDouble trainingFlop() {
        double visited =
                known.feedForward() instanceof FeedForward.Experts ? known.activeParameters() / known.parameters() : 1;
        return tokens.isPresent()
                ? OptionalDouble.of(Design.TRAINING_FLOP * size * visited * tokens.getAsDouble())
                : tokens;
    }

    /** Parameters of the dense model outside of its embedding, as laws of loss count them. */
    double outsideEmbedding() {
        Shape dense = sized().orElse(known);
        return size - dense.embedding() * (dense.tiedEmbeddings() ? 1 : 2);
    }

    private Optional<Shape> sized() {
        return Math.abs(size / known.parameters() - 1) < SAME
                ? Optional.of(known)
                : Proportions.of(known).map(family -> family.sized(new TotalParameters(size)));
    }

    /** Its shape; nothing where the family has no shapes of other sizes, as of models with experts. */
    public Optional<Shape> shape() {
        return sized().map(form);
    }
}
