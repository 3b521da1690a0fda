package muster.model;

import java.util.Optional;
import muster.model.layer.Attention;
import muster.model.layer.CompressedAttention;
import muster.model.layer.FeedForward;
import muster.model.layer.GatedDelta;
import muster.model.layer.Hybrid;
import muster.model.layer.KimiDelta;
import muster.model.layer.Lightning;
import muster.model.layer.Mamba1;
import muster.model.layer.Mamba2;
import muster.model.layer.Mixed;
import muster.model.layer.Mixer;
import muster.numeric.Roots;

/**
 * Shapes of other sizes of a model of any kind: layers, width, heads and feed-forward widths grow alike, and what makes the kind
 * stays: how many experts there are and how many a token activates, the widths of heads and of compressed vectors, the part of
 * the layers that looks at all tokens.
 *
 * <pre>
 * N(f) = f^3 (N - e V w) + f e V w    for real numbers: matrices grow with the square of the width and with the layers
 * </pre>
 *
 * <p>with the vocabulary V embedded e times in the width w. f is solved for, layers are rounded to whole ones, the width to
 * multiples of 64, and the inner width of the feed-forward layers, or of each expert, is the whole number with which the count of
 * parameters comes nearest. That a family keeps its proportions is an assumption, as in {@link Proportions}.
 */
public final class Resized {
    private static final int WIDTH_STEP = 64;
    // Sizes over the known one between which factors are looked for, as logarithms.
    private static final double FARTHEST = Math.log(1e5);

    private Resized() {}

    /**
     * The shape of a size.
     *
     * @param like the known model
     * @param parameters all parameters that are wanted; above 0
     */
    public static Shape of(Shape like, double parameters) {
        return of(like, parameters, (double) like.width() / like.layers());
    }

    /**
     * The shape of a size with another width over the layers: the width is larger by t and the layers fewer by t^2, which leaves the
     * size of the matrices.
     *
     * @param like the known model
     * @param parameters all parameters that are wanted; above 0
     * @param aspect the width over the layers; above 0
     */
    public static Shape of(Shape like, double parameters, double aspect) {
        double stretch = Math.cbrt(aspect * like.layers() / like.width());
        double outside = like.embedding() * (like.tiedEmbeddings() ? 1 : 2);
        double inside = like.parameters() - outside;
        double factor = Math.exp(Roots.between(
                log -> Math.exp(3 * log) * inside + stretch * Math.exp(log) * outside - parameters,
                -FARTHEST,
                FARTHEST));
        double wider = factor * stretch;
        int layers = whole(like.layers() * factor / (stretch * stretch));
        int width = WIDTH_STEP * whole(like.width() * wider / WIDTH_STEP);
        Shape cut = new Shape(
                layers,
                width,
                like.vocabulary(),
                like.tiedEmbeddings(),
                like.learnedPositions(),
                like.normsPerLayer(),
                like.normBiases(),
                like.residualStreams(),
                like.layerEmbedding(),
                attention(like, layers, wider),
                inner(like, layers, wider));
        return fitted(cut, parameters);
    }

    private static int whole(double value) {
        return (int) Math.max(1, Math.round(value));
    }

    private static Attention attention(Shape like, int layers, double factor) {
        if (like.attention() instanceof Hybrid hybrid) {
            return hybrid.scaled((double) layers / like.layers(), mixer -> mixer(mixer, factor));
        }
        if (like.attention() instanceof Attention.Grouped grouped) {
            return grouped(grouped, grouped.mixed().map(mixed -> mixed(mixed, like.layers(), layers, factor)), factor);
        }
        return (Attention) mixer((Mixer) like.attention(), factor);
    }

    private static Attention.Grouped grouped(Attention.Grouped grouped, Optional<Mixed> mixed, double factor) {
        int groups = whole(grouped.heads() * factor / grouped.kvHeads());
        return grouped.of(groups * grouped.kvHeads(), grouped.kvHeads(), mixed);
    }

    // More heads, or more channels, of the same widths; an index and compressed vectors stay.
    private static Mixer mixer(Mixer mixer, double factor) {
        if (mixer instanceof Attention.Grouped grouped) {
            return grouped(grouped, Optional.empty(), factor);
        } else if (mixer instanceof Attention.Latent latent) {
            return latent.of(whole(latent.heads() * factor));
        } else if (mixer instanceof CompressedAttention all) {
            int groups = whole(all.outputGroups() * factor);
            return new CompressedAttention(
                    groups * (all.heads() / all.outputGroups()),
                    all.headDim(),
                    all.queryRank(),
                    groups,
                    all.outputRank(),
                    all.window(),
                    all.run(),
                    all.index());
        } else if (mixer instanceof GatedDelta delta) {
            int keys = whole(delta.keyHeads() * factor);
            return new GatedDelta(
                    keys,
                    keys * (delta.valueHeads() / delta.keyHeads()),
                    delta.keyDim(),
                    delta.valueDim(),
                    delta.convolution());
        } else if (mixer instanceof KimiDelta delta) {
            return new KimiDelta(
                    whole(delta.heads() * factor),
                    delta.headDim(),
                    delta.fullGate(),
                    delta.fullDecay(),
                    delta.convolution());
        } else if (mixer instanceof Lightning lightning) {
            return new Lightning(whole(lightning.heads() * factor), lightning.headDim());
        } else if (mixer instanceof Mamba2 mamba) {
            int perGroup = whole(mamba.heads() * factor / mamba.stateGroups());
            return new Mamba2(
                    perGroup * mamba.stateGroups(),
                    mamba.headDim(),
                    mamba.state(),
                    mamba.stateGroups(),
                    mamba.convolution());
        }
        Mamba1 mamba = (Mamba1) mixer;
        return new Mamba1(
                whole(mamba.inner() * factor), mamba.state(), whole(mamba.rank() * factor), mamba.convolution());
    }

    private static Mixed mixed(Mixed mixed, int before, int layers, double factor) {
        int full = Math.min(layers, (int) Math.round((double) mixed.fullLayers() * layers / before));
        if (mixed instanceof Mixed.Linear linear) {
            int perKey = linear.valueHeads() / linear.keyHeads();
            int keys = whole(linear.keyHeads() * factor);
            return new Mixed.Linear(
                    full, keys, keys * perKey, linear.keyDim(), linear.valueDim(), linear.convolution());
        }
        return new Mixed.Window(full, ((Mixed.Window) mixed).tokens());
    }

    private static FeedForward inner(Shape like, int layers, double factor) {
        return inner(like.feedForward(), (double) layers / like.layers(), layers, factor);
    }

    private static FeedForward inner(FeedForward like, double deeper, int layers, double factor) {
        if (like instanceof FeedForward.Varied varied) {
            return varied.scaled(deeper, block -> inner(block, 1, layers, factor));
        }
        if (like instanceof FeedForward.Experts experts) {
            int dense = Math.min(layers - 1, (int) Math.round(experts.denseLayers() * deeper));
            return experts.of(whole(experts.width() * factor), dense, whole(experts.denseWidth() * factor));
        }
        FeedForward.Dense dense = (FeedForward.Dense) like;
        return new FeedForward.Dense(whole(dense.width() * factor), dense.gated(), dense.biases());
    }

    // The count is linear in the inner width.
    private static Shape fitted(Shape shape, double parameters) {
        double one = shape.with(of(shape.feedForward(), 1)).parameters();
        double perUnit = shape.with(of(shape.feedForward(), 2)).parameters() - one;
        return shape.with(of(shape.feedForward(), whole(1 + (parameters - one) / perUnit)));
    }

    // The inner width, of experts or where there are none of the dense blocks; of blocks of several kinds, that of the
    // first.
    private static FeedForward of(FeedForward block, int width) {
        if (block instanceof FeedForward.Varied varied) {
            return varied.withFirst(first -> of(first, width));
        }
        return block instanceof FeedForward.Experts experts
                ? experts.of(width, experts.denseLayers(), experts.denseWidth())
                : new FeedForward.Dense(
                        width, ((FeedForward.Dense) block).gated(), ((FeedForward.Dense) block).biases());
    }
}
