package muster.model;

import java.util.Optional;
import muster.trace.Figure;

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

    /** The shape in the first draw, which in a central run is the central one. */
    public Shape shape() {
        return new Shape(
                whole(layers),
                whole(width),
                (int) like.vocabulary().central(),
                like.tiedEmbeddings(),
                0,
                2,
                false,
                Attention.Grouped.plain(
                        whole(heads), whole(kvHeads), (int) like.headDim().central()),
                routing.<FeedForward>map(this::experts)
                        .orElseGet(() -> new FeedForward.Dense(whole(feedForward), like.gated(), false)));
    }

    private FeedForward experts(Routing routed) {
        return new FeedForward.Experts(
                (int) routed.experts().central(),
                (int) routed.active().central(),
                whole(feedForward),
                (int) routed.shared().central(),
                0,
                0,
                like.gated(),
                false,
                false,
                false);
    }

    private static int whole(Figure figure) {
        return (int) figure.central("1").base();
    }
}
