package muster.technique;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.UnaryOperator;
import muster.model.Proportions;
import muster.model.Resized;
import muster.model.Shape;
import muster.model.TotalParameters;
import muster.model.layer.Attention;

/**
 * The model of a design.
 *
 * @param known a shape of the family
 * @param size parameters of the dense model of the family that it is made from
 * @param tokens tokens that it is trained on, where they are known
 * @param form what techniques make of the dense shape of that size
 * @param aspect the width over the layers of its models of other sizes, where it is another than that of the known one
 * @param worth the parameters of the plain model of the same loss over those of the base: 1 at equal loss
 */
public record DesignModel(
        Shape known,
        double size,
        OptionalDouble tokens,
        OptionalDouble aspect,
        UnaryOperator<Shape> form,
        double worth) {
    static final String NO_TOKENS =
            "how many tokens the model is trained on is not known: training_tokens of the architecture, or --training-tokens, says it";

    // What rounding to whole layers and heads cannot tell apart.
    private static final double SAME = 1e-9;

    /** A model as it is. */
    public static DesignModel of(Shape shape, OptionalDouble tokens) {
        return new DesignModel(shape, shape.parameters(), tokens, OptionalDouble.empty(), UnaryOperator.identity(), 1);
    }

    /** The same whose models of other sizes have another width over the layers. */
    public DesignModel shaped(OptionalDouble otherAspect) {
        return new DesignModel(known, size, tokens, otherAspect, form, worth);
    }

    /** The same with so many times the parameters. */
    public DesignModel times(double factor) {
        return new DesignModel(known, size * factor, tokens, aspect, form, worth);
    }

    /** The same trained on so many times the tokens. */
    DesignModel longer(double factor) {
        return new DesignModel(
                known,
                size,
                tokens.isPresent() ? OptionalDouble.of(tokens.getAsDouble() * factor) : tokens,
                aspect,
                form,
                worth);
    }

    /** The same with a shape that is made of the one before. */
    DesignModel formed(UnaryOperator<Shape> next) {
        return new DesignModel(known, size, tokens, aspect, shape -> next.apply(form.apply(shape)), worth);
    }

    /** The same at the loss of a plain model of so many times the parameters. */
    DesignModel worth(double factor) {
        return new DesignModel(known, size, tokens, aspect, form, worth * factor);
    }

    /** What its own training takes, in FLOP, where its tokens are known: six for each parameter that a token is multiplied with. */
    OptionalDouble trainingFlop() {
        return tokens.isPresent() ? OptionalDouble.of(Design.TRAINING_FLOP * visited() * tokens.getAsDouble()) : tokens;
    }

    /**
     * The parameters that laws of dense models are asked with, embedding included: all of them, or those that a token activates
     * where the model has experts. That a model with experts follows such a law at its active size is assumed, and only ratios
     * of sizes are taken from it.
     */
    double visited() {
        return routed() ? size * known.activeParameters() / known.parameters() : size;
    }

    /** The same outside of the embedding. */
    double outsideEmbedding() {
        Shape plain = sized();
        return routed()
                ? plain.activeParameters() - plain.embedding()
                : size - plain.embedding() * (plain.tiedEmbeddings() ? 1 : 2);
    }

    /** Whether it has experts to begin with. */
    boolean routed() {
        return known.experts().isPresent();
    }

    // Dense models with plain heads in the proportions of the known one, as everywhere; others are made larger as they
    // are.
    private Shape sized() {
        if (Math.abs(size / known.parameters() - 1) < SAME) {
            return known;
        }
        double ratio = aspect.orElse((double) known.width() / known.layers());
        return plain(known)
                .map(family -> family.withAspect(ratio).sized(new TotalParameters(size)))
                .orElseGet(() -> Resized.of(known, size, ratio));
    }

    // Proportions know nothing of layers that do not look at all tokens.
    private static Optional<Proportions> plain(Shape known) {
        return Proportions.of(known)
                .filter(family -> known.attention() instanceof Attention.Grouped heads && heads.isPlain());
    }

    /** Its shape. */
    public Shape shape() {
        return form.apply(sized());
    }
}
