package muster.model;

import java.util.Optional;
import muster.diagnostic.Place;
import muster.document.In;
import muster.document.Otherwise;
import muster.model.layer.Attention;
import muster.model.layer.FeedForward;
import muster.model.layer.ShapeChecks;
import muster.trace.Chain;
import muster.trace.Figure;
import muster.uncertainty.Input;
import muster.uncertainty.Source;
import muster.uncertainty.Tier;
import muster.uncertainty.Uncertain;
import muster.uncertainty.distribution.PointMass;
import muster.uncertainty.sampling.SampleBatch;
import muster.unit.Quantity;
import muster.unit.Unit;

/**
 * The proportions of a decoder-only transformer with gated feed-forward layers and grouped-query attention, which turn a number
 * of parameters into a shape: layers and width grow alike, in whole heads and layers.
 *
 * <pre>
 * N = L w (2 h (H + K) + n F + 2) + e V w + w   for real numbers  L = w / aspect,  H = w / h,  K = 8,  F = ratio w
 * width = 128 round(w / 128),  feed-forward width = 256 round(ratio width / 256)
 * KV heads K = 8 from 16 heads on, else a quarter of the heads;  heads H = K round(width / (h K))
 * layers = round((N - outside the layers) / in a layer)
 * </pre>
 *
 * <p>with heads of width h, n matrices in a feed-forward layer (3, or 2 without a gate) and a vocabulary V that is embedded e
 * times (2, or 1 where tied). Experts that a token activates share the feed-forward width between them. What is stated takes
 * the place of its rule, and the others adapt to it. The rule is that of Busbridge et al. 2025 (arXiv 2502.08606, Appendix H)
 * in multiples that hardware likes.
 *
 * @param aspect the width over the layers
 * @param headDim h, the width of a head
 * @param feedForwardRatio the feed-forward width that a token passes through, over the width
 * @param vocabulary V, how many tokens there are
 * @param gated whether a feed-forward layer has three matrices, one of them a gate, or two
 * @param tiedEmbeddings whether the output layer is the input embedding
 * @param layers L, how many layers
 * @param width the width of the residual stream
 * @param heads H, query heads of a layer
 * @param kvHeads K, key and value heads of a layer
 * @param headsPerKvHead query heads that share a key and value head: 1 is multi-head attention
 * @param feedForward F, the width between the feed-forward matrices; of an expert, where there are experts
 */
public record Proportions(
        @Otherwise(
                value = "128",
                because =
                        "Busbridge et al. 2025, arXiv 2502.08606, Appendix H; Llama 3 has 128 at 8B, 102 at 70B and 130 at 405B")
        @In("1")
        Input aspect,

        @Otherwise(value = "128", because = "as in Llama 3 and most models since; arXiv 2407.21783, Table 3") @In("1")
        Input headDim,

        @Otherwise(value = "3.5", because = "Llama 3 at 8B and 70B; arXiv 2407.21783, Table 3") @In("1")
        Input feedForwardRatio,

        @Otherwise(value = "128256", because = "Llama 3; arXiv 2407.21783, section 3.2") @In("1")
        Input vocabulary,

        @Otherwise(value = "true", because = "as in most models since 2023")
        boolean gated,

        @Otherwise(value = "false", because = "an output layer of its own is the more common")
        boolean tiedEmbeddings,

        @In("1") Optional<Input> layers,
        @In("1") Optional<Input> width,
        @In("1") Optional<Input> heads,
        @In("1") Optional<Input> kvHeads,
        @In("1") Optional<Input> headsPerKvHead,
        @In("1") Optional<Input> feedForward) {
    private static final String SHAPE = ModelFigures.SHAPE;
    private static final Source PARAMETER =
            Source.of("definition", "a shape counts single parameters", Tier.DEFINITION);

    public Proportions {
        ShapeChecks.whole("head_dim", headDim);
        ShapeChecks.whole("vocabulary", vocabulary);
        layers.ifPresent(stated -> ShapeChecks.whole("layers", stated));
        width.ifPresent(stated -> ShapeChecks.whole("width", stated));
        heads.ifPresent(stated -> ShapeChecks.whole("heads", stated));
        kvHeads.ifPresent(stated -> ShapeChecks.whole("kv_heads", stated));
        headsPerKvHead.ifPresent(stated -> ShapeChecks.whole("heads_per_kv_head", stated));
        feedForward.ifPresent(stated -> ShapeChecks.whole("feed_forward", stated));
        if (kvHeads.isPresent() && headsPerKvHead.isPresent()) {
            throw new IllegalArgumentException("kv_heads and heads_per_kv_head say the same and exclude each other");
        }
        heads.ifPresent(all -> kvHeads.or(() -> headsPerKvHead)
                .ifPresent(part -> ShapeChecks.divides(
                        kvHeads.isPresent() ? "kv_heads" : "heads_per_kv_head", (int) part.central(), "heads", (int)
                                all.central())));
    }

    /** Those of a model; nothing unless it is dense and its heads are grouped. */
    public static Optional<Proportions> of(Shape like) {
        return like.attention() instanceof Attention.Grouped attention
                        && like.feedForward() instanceof FeedForward.Dense dense
                ? Optional.of(of(like, attention, dense))
                : Optional.empty();
    }

    private static Proportions of(Shape like, Attention.Grouped attention, FeedForward.Dense dense) {
        return new Proportions(
                taken("aspect", (double) like.width() / like.layers()),
                taken("head_dim", attention.headDim()),
                taken("feed_forward_ratio", (double) dense.width() / like.width()),
                taken("vocabulary", like.vocabulary()),
                dense.gated(),
                like.tiedEmbeddings(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(taken("kv_heads", attention.kvHeads())),
                Optional.empty(),
                Optional.empty());
    }

    /** The same with another width over the layers. */
    public Proportions withAspect(double other) {
        return new Proportions(
                taken("aspect", other),
                headDim,
                feedForwardRatio,
                vocabulary,
                gated,
                tiedEmbeddings,
                layers,
                width,
                heads,
                kvHeads,
                headsPerKvHead,
                feedForward);
    }

    private static Input taken(String name, double value) {
        return new Input(
                name,
                new Uncertain(new PointMass(value), Unit.ONE),
                Unit.ONE,
                Optional.of(Source.of("shape", "the proportions of a known model", Tier.DERIVED)),
                Place.argument(name));
    }

    /**
     * The shape for a number of parameters; records it under {@code model.shape}.
     *
     * @param chain the run
     * @param parameters N, in parameter
     * @param included what N counts
     * @param routing the experts, where there are any
     */
    public Shaped apply(Chain chain, Figure parameters, Included included, Optional<Routing> routing) {
        return apply(chain, parameters, included, routing, SHAPE);
    }

    /**
     * The same for a model beside the one of the run.
     *
     * @param under what the names of its figures begin with
     */
    public Shaped apply(Chain chain, Figure parameters, Included included, Optional<Routing> routing, String under) {
        return new ShapeDraft(chain, this, included, routing, under).of(parameters);
    }

    /** The same with nothing stated of its layers, width and heads, which are those of one model alone. */
    public Proportions free() {
        return new Proportions(
                aspect,
                headDim,
                feedForwardRatio,
                vocabulary,
                gated,
                tiedEmbeddings,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /**
     * The shape for a number of parameters in all, with every proportion at its central value.
     *
     * @param total N
     * @param embedding whether N counts embedding and output layer
     * @param routing the experts, where there are any
     */
    public Shape shape(TotalParameters total, boolean embedding, Optional<Routing> routing) {
        return shape(total.count(), new Included(embedding, true), routing);
    }

    /**
     * The shape of experts for a number of parameters that a token is multiplied with, with every proportion at its central
     * value.
     *
     * @param active n
     * @param embedding whether n counts embedding and output layer
     * @param routing the experts
     */
    public Shape shape(ActiveParameters active, boolean embedding, Routing routing) {
        return shape(active.count(), new Included(embedding, false), Optional.of(routing));
    }

    private Shape shape(double parameters, Included included, Optional<Routing> routing) {
        Chain chain = new Chain(SampleBatch.central());
        return apply(chain, chain.number(parameters).times(parameter(chain)), included, routing)
                .shape();
    }

    /** The dense shape for a number of parameters, the embedding included. */
    public Shape sized(TotalParameters total) {
        return shape(total, true, Optional.empty());
    }

    static Figure parameter(Chain chain) {
        return chain.constant(SHAPE + "parameter", "", Quantity.of(1, "parameter"), PARAMETER);
    }
}
