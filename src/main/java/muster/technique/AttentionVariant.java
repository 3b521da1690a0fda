package muster.technique;

import java.util.Optional;
import java.util.Set;
import muster.catalog.Catalog;
import muster.diagnostic.Problems;
import muster.document.Choice;
import muster.document.In;
import muster.document.Inline;
import muster.document.Range;
import muster.document.When;
import muster.model.Shape;
import muster.model.layer.Attention;
import muster.model.layer.Mixed;
import muster.uncertainty.Input;

/**
 * Attention that keeps less of each token.
 *
 * @param sharing how
 * @param effectiveParameters effective parameters, over those of the model: with N parameters its loss is that of a plain one of
 *     {@code effective_parameters N}
 */
record AttentionVariant(@Inline Sharing sharing, @In("1") Input effectiveParameters) implements Technique, Change {

    /** How attention keeps less. */
    @Choice
    sealed interface Sharing
            permits AttentionVariant.Sharing.Groups,
                    AttentionVariant.Sharing.Compressed,
                    AttentionVariant.Sharing.Windowed {
        /** The attention in the place of another one of so many heads. */
        Attention of(Shape shape, Attention.Grouped before);

        /**
         * Fewer heads of keys and values, shared by groups of queries (GQA; MQA with one).
         *
         * @param kvHeads how many
         */
        @When(key = "kv_heads")
        record Groups(int kvHeads) implements Sharing {
            @Override
            public Attention of(Shape shape, Attention.Grouped before) {
                int heads = Math.max(1, Math.min(kvHeads, before.kvHeads()));
                while (before.heads() % heads != 0) {
                    heads--;
                }
                return Attention.Grouped.plain(before.heads(), heads, before.headDim());
            }
        }

        /**
         * One compressed vector per token for all heads (MLA).
         *
         * @param kvRank the width of the compressed vector
         * @param queryRank the width that queries are compressed to; 0 where they are not
         * @param ropeDim the width of a head that carries the position
         */
        @When(key = "kv_rank")
        record Compressed(int kvRank, int queryRank, int ropeDim) implements Sharing {
            @Override
            public Attention of(Shape shape, Attention.Grouped before) {
                return new Attention.Latent(
                        before.heads(), queryRank, kvRank, ropeDim, before.headDim(), before.headDim());
            }
        }

        /**
         * Layers that look at the last tokens only, between some that look at all.
         *
         * @param window how many tokens they look at
         * @param fullPart the part of the layers that look at all
         */
        @When(key = "window")
        record Windowed(
                @In(value = "token", plain = "1") Input window,
                @In(value = "1", range = Range.PART) Input fullPart) implements Sharing {
            @Override
            public Attention of(Shape shape, Attention.Grouped before) {
                int full = (int) Math.round(fullPart.central() * shape.layers());
                return before.of(
                        before.heads(), before.kvHeads(), Optional.of(new Mixed.Window(full, (int) window.central())));
            }
        }
    }

    @Override
    public Set<Slot> slots() {
        return Set.of(Slot.ATTENTION);
    }

    @Override
    public Optional<Input> ground() {
        return Optional.of(effectiveParameters);
    }

    @Override
    public Optional<Change> resolve(Catalog catalog, Problems problems) {
        return Optional.of(this);
    }

    @Override
    public Attempt atEqualLoss(Design design) {
        return design.model().known().attention() instanceof Attention.Grouped
                ? Attempt.of(design.with(
                        model -> model.times(1 / effectiveParameters.central()).formed(this::of)))
                : Attempt.none("the attention of the model is of another kind");
    }

    private Shape of(Shape shape) {
        return shape.with(sharing.of(shape, (Attention.Grouped) shape.attention()));
    }

    @Override
    public Attempt onSameWeights(Design design) {
        return Attempt.none("a model with other attention has weights of its own");
    }
}
