package muster.model;

import java.util.List;
import java.util.Optional;
import muster.diagnostic.BadInput;
import muster.diagnostic.Diagnostic;
import muster.diagnostic.Severity;
import muster.model.layer.Attention;
import muster.model.layer.FeedForward;
import muster.model.layer.ShapeChecks;
import muster.trace.Figure;
import muster.unit.NumberText;

/**
 * A shape on a chain, in every draw.
 *
 * @param like the proportions that it was made in
 * @param routing its experts, where it has any
 * @param layers how many layers
 * @param width the width of the residual stream
 * @param heads query heads of a layer
 * @param kvHeads key and value heads of a layer
 * @param feedForward the width between the feed-forward matrices, of one expert where there are experts
 * @param visited the part of the parameters that a token activates, with or without the embedding as it was asked for
 * @param parameters all parameters, by the counting rules, in parameter
 * @param active those that a token is multiplied with, in parameter
 */
public record Shaped(
        Proportions like,
        Optional<Routing> routing,
        Figure layers,
        Figure width,
        Figure heads,
        Figure kvHeads,
        Figure feedForward,
        Figure visited,
        Figure parameters,
        Figure active) {

    /**
     * The shape in the first draw, which in a central run is the central one.
     *
     * @throws BadInput where no shape has so few or so many parameters
     */
    public Shape shape() {
        return new Shape(
                whole("layers", layers),
                whole("width", width),
                (int) like.vocabulary().central(),
                like.tiedEmbeddings(),
                0,
                2,
                false,
                Attention.Grouped.plain(whole("heads", heads), whole("kv_heads", kvHeads), (int)
                        like.headDim().central()),
                routing.<FeedForward>map(this::experts)
                        .orElseGet(
                                () -> new FeedForward.Dense(whole("feed_forward", feedForward), like.gated(), false)));
    }

    private FeedForward experts(Routing routed) {
        return new FeedForward.Experts(
                (int) routed.experts().central(),
                (int) routed.active().central(),
                whole("feed_forward", feedForward),
                (int) routed.shared().central(),
                0,
                0,
                like.gated(),
                false,
                false,
                false);
    }

    private int whole(String name, Figure figure) {
        double number = figure.central("1").base();
        if (!(number >= 1 && number <= ShapeChecks.MOST)) {
            throw new BadInput(List.of(new Diagnostic(
                    Severity.ERROR,
                    "out-of-range",
                    like.headDim().place(),
                    "the model is too small or too large for a shape in these proportions: its %s would be %s, and a shape has 1 to %s"
                            .formatted(name, NumberText.rounded(number, 4), ShapeChecks.MOST))));
        }
        return (int) number;
    }
}
