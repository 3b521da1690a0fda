package muster.model;

import java.util.Optional;

/**
 * Shapes of other sizes in the proportions of a dense model: layers and width grow alike, each as the cube root of the
 * parameters, in whole layers and heads; width of heads, key and value heads and vocabulary stay.
 */
public final class Proportions {
    private static final int ROUNDS = 40;
    // Widths of real models are multiples of this, as the units of arithmetic like them.
    private static final int MULTIPLE = 128;

    private final Shape like;
    private final Attention.Grouped attention;
    private final FeedForward.Dense feedForward;

    private Proportions(Shape like, Attention.Grouped attention, FeedForward.Dense feedForward) {
        this.like = like;
        this.attention = attention;
        this.feedForward = feedForward;
    }

    /** Those of a model; nothing unless it is dense and its heads are grouped. */
    public static Optional<Proportions> of(Shape like) {
        return like.attention() instanceof Attention.Grouped attention
                        && like.feedForward() instanceof FeedForward.Dense feedForward
                ? Optional.of(new Proportions(like, attention, feedForward))
                : Optional.empty();
    }

    /** The shape in these proportions that comes nearest to so many parameters. */
    public Shape sized(double parameters) {
        double low = 1e-3;
        double high = 1e3;
        for (int round = 0; round < ROUNDS; round++) {
            double middle = Math.sqrt(low * high);
            boolean small = scaled(middle).parameters() < parameters;
            low = small ? middle : low;
            high = small ? high : middle;
        }
        Shape below = scaled(low);
        Shape above = scaled(high);
        return parameters - below.parameters() < above.parameters() - parameters ? below : above;
    }

    private Shape scaled(double factor) {
        int heads = whole(like.attention().heads() * factor, attention.kvHeads());
        int width = whole((double) like.width() * factor, attention.headDim());
        return Shape.dense(
                whole(like.layers() * factor, 1),
                width,
                heads,
                attention.kvHeads(),
                attention.headDim(),
                whole((double) feedForward.width() * factor, MULTIPLE),
                like.vocabulary());
    }

    private static int whole(double value, int multiple) {
        return Math.max(1, (int) Math.rint(value / multiple)) * multiple;
    }
}
