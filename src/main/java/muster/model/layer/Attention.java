package muster.model.layer;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import muster.document.Choice;
import muster.document.Otherwise;

/**
 * How the tokens of a sequence look at each other: one kind of layer, or several. Counts are over all layers, in parameters,
 * elements and FLOP.
 */
@Choice(by = "kind")
public sealed interface Attention
        permits Attention.Grouped,
                Attention.Latent,
                CompressedAttention,
                GatedDelta,
                KimiDelta,
                Lightning,
                Mamba2,
                Mamba1,
                Hybrid {

    /** The kinds of layers, with how many there are of each in a model of so many layers. */
    default List<LayerGroup> groups(int layers) {
        return List.of(new LayerGroup(layers, (Mixer) this));
    }

    /** Query heads of each layer; of the layers that have most. */
    int heads();

    /** Something of a layer, summed over all. */
    default double sum(int layers, ToDoubleFunction<Mixer> each) {
        double sum = 0;
        for (LayerGroup group : groups(layers)) {
            if (group.layers() > 0) {
                sum += group.layers() * each.applyAsDouble(group.mixer());
            }
        }
        return sum;
    }

    /** All parameters, biases and norms of the heads included. */
    default double parameters(int layers, int width) {
        return sum(layers, mixer -> mixer.parameters(width));
    }

    /** Elements that a token adds to what is kept, keys of an index included, while no window is full. */
    default double kvElementsPerToken(int layers) {
        return sum(layers, mixer -> mixer.cachePerToken() + mixer.indexElements(1));
    }

    /** Elements that are kept for a sequence of a length: cache, keys of an index and states. */
    default double kvElements(int layers, double contextTokens) {
        return sum(
                layers,
                mixer -> mixer.cacheElements(contextTokens)
                        + mixer.indexElements(contextTokens)
                        + mixer.stateElements());
    }

    /**
     * Bytes that are kept for a sequence of a length: the cache in its format, keys of an index in fp8, states at 32 bits.
     *
     * @param elementBytes bytes of an element of the cache
     */
    default double keptBytes(int layers, double contextTokens, double elementBytes) {
        return sum(layers, mixer -> mixer.keptBytes(contextTokens, elementBytes, 1, 1));
    }

    /** FLOP of a new token with its context, beside the products with parameters. */
    default double decodeFlop(int layers, double contextTokens) {
        return sum(layers, mixer -> mixer.decodeFlop(contextTokens));
    }

    /** FLOP of a prompt with itself, per token of it and beside the products with parameters. */
    default double prefillFlop(int layers, double promptTokens) {
        return sum(layers, mixer -> mixer.prefillFlop(promptTokens));
    }

    /** Which projections have biases. */
    enum Biases {
        NONE,
        QKV,
        ALL;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** What norms of queries and keys span. */
    enum HeadNorm {
        NONE,
        /** One scale for the elements of a head, the same for all heads. */
        HEAD,
        /** A scale for every element of all heads. */
        ALL_HEADS;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /**
     * Attention by heads that share keys and values in groups (GQA): MHA with as many KV heads as heads, MQA with one.
     *
     * <pre>
     * parameters = D (H h + K (h + v)) + H v D,  elements per token = K (h + v),  FLOP = 2 H (h + v) min(S, W)
     * </pre>
     *
     * <p>of a layer with width D, H heads and K KV heads of width h with values of width v, and S tokens of context, of which a
     * window or an index lets W be looked at.
     *
     * @param heads query heads of each layer
     * @param kvHeads key and value heads of each layer
     * @param headDim the width of a head
     * @param biases which projections have biases
     * @param norm what norms of queries and keys span
     * @param sinks whether each head has a learned score for looking at nothing
     * @param gated whether the output is multiplied by a gate that is projected as the queries are
     * @param valueDim the width of a value; 0 where it is that of a head
     * @param window how many of the last tokens are looked at; 0 where all are
     * @param sharedCache whether the layer looks at the cache of an earlier one and has no keys and values of its own
     * @param keysAreValues whether values are the keys before their norm and rotation, so that there is no matrix for them
     * @param index what chooses the tokens that are looked at
     * @param mixed what the layers do that do not look at the whole context
     */
    record Grouped(
            int heads,
            int kvHeads,
            int headDim,

            @Otherwise(value = "none", because = "most models have none")
            Biases biases,

            @Otherwise(value = "none", because = "most models have none")
            HeadNorm norm,

            @Otherwise(value = "false", because = "most models have none")
            boolean sinks,

            @Otherwise(value = "false", because = "most models have none")
            boolean gated,

            @Otherwise(value = "0", because = "values are as wide as keys in most models")
            int valueDim,

            @Otherwise(value = "0", because = "no window") int window,

            @Otherwise(value = "false", because = "layers have their own")
            boolean sharedCache,

            @Otherwise(value = "false", because = "layers have both")
            boolean keysAreValues,

            Optional<TokenIndex> index,
            Optional<Mixed> mixed)
            implements Attention, Mixer {

        public Grouped {
            ShapeChecks.positive("heads", heads, "head_dim", headDim);
            ShapeChecks.divides("kv_heads", kvHeads, "heads", heads);
        }

        /** Heads that look at the whole context, with values as wide as keys. */
        public Grouped(
                int heads,
                int kvHeads,
                int headDim,
                Biases biases,
                HeadNorm norm,
                boolean sinks,
                boolean gated,
                Optional<Mixed> mixed) {
            this(heads, kvHeads, headDim, biases, norm, sinks, gated, 0, 0, false, false, Optional.empty(), mixed);
        }

        /** Without biases, norms or mixed layers. */
        public static Grouped plain(int heads, int kvHeads, int headDim) {
            return new Grouped(heads, kvHeads, headDim, Biases.NONE, HeadNorm.NONE, false, false, Optional.empty());
        }

        /** Whether every layer looks at all tokens and keeps what it looks at, with values as wide as keys. */
        public boolean isPlain() {
            return mixed.isEmpty() && index.isEmpty() && window == 0 && valueDim == 0 && !sharedCache && !keysAreValues;
        }

        /** The same with other heads and layers beside. */
        public Grouped of(int otherHeads, int otherKvHeads, Optional<Mixed> beside) {
            return new Grouped(
                    otherHeads,
                    otherKvHeads,
                    headDim,
                    biases,
                    norm,
                    sinks,
                    gated,
                    valueDim,
                    window,
                    sharedCache,
                    keysAreValues,
                    index,
                    beside);
        }

        /** The same with a window. */
        Grouped windowed(int tokens) {
            return new Grouped(
                    heads,
                    kvHeads,
                    headDim,
                    biases,
                    norm,
                    sinks,
                    gated,
                    valueDim,
                    tokens,
                    sharedCache,
                    keysAreValues,
                    index,
                    Optional.empty());
        }

        @Override
        public List<LayerGroup> groups(int layers) {
            Grouped alone = mixed.isEmpty() ? this : of(heads, kvHeads, Optional.empty());
            int full = mixed.map(Mixed::fullLayers)
                    .map(stated -> Math.min(layers, stated))
                    .orElse(layers);
            return mixed.map(other ->
                            List.of(new LayerGroup(full, alone), new LayerGroup(layers - full, other.beside(alone))))
                    .orElseGet(() -> List.of(new LayerGroup(layers, alone)));
        }

        @Override
        public int cacheUnits() {
            return kvHeads;
        }

        @Override
        public double parameters(int width) {
            double keys = (double) kvHeads * headDim;
            double in = queries() * (gated ? 2 : 1) + (sharedCache ? 0 : keys + (keysAreValues ? 0 : values()));
            double biased = biases == Biases.NONE ? 0 : biases == Biases.QKV ? in : in + width;
            double norms = switch (norm) {
                case NONE -> 0;
                case HEAD -> 2 * headDim;
                case ALL_HEADS -> queries() + keys;
            };
            return width * (in + (double) heads * valueWidth())
                    + biased
                    + norms
                    + (sinks ? heads : 0)
                    + indexParameters(width);
        }

        @Override
        public double indexParameters(int width) {
            return index.map(chosen -> chosen.parameters(width, width)).orElse(0.0);
        }

        @Override
        public String kind() {
            return "grouped"
                    + (window > 0 ? ", window of %s".formatted(window) : "")
                    + (sharedCache ? ", cache of an earlier layer" : "");
        }

        @Override
        public List<WeightMatrix> projections(int width) {
            Extent queries = Extent.split(queries() * (gated ? 2 : 1));
            double unit = sharedCache ? 0 : headDim + (keysAreValues ? 0 : valueWidth());
            Extent in = queries.and(Extent.units(kvHeads, unit)).and(Extent.whole(indexOutputs()));
            return List.of(
                    WeightMatrix.of("queries, keys, values", in, Extent.ofWidth(width)),
                    WeightMatrix.of(
                            "attention output", Extent.ofWidth(width), Extent.split((double) heads * valueWidth())));
        }

        private double indexOutputs() {
            return index.map(chosen -> chosen.outputs() + chosen.queryOutputs()).orElse(0.0);
        }

        private double queries() {
            return (double) heads * headDim;
        }

        private double values() {
            return (double) kvHeads * valueWidth();
        }

        private int valueWidth() {
            return valueDim == 0 ? headDim : valueDim;
        }

        private double stored() {
            return kvHeads * ((double) headDim + valueWidth());
        }

        @Override
        public double cachePerToken() {
            return sharedCache ? 0 : stored();
        }

        @Override
        public double cacheElements(double contextTokens) {
            return cachePerToken() * Seen.after(contextTokens, window);
        }

        @Override
        public double cacheRead(double contextTokens) {
            return stored() * Seen.after(contextTokens, most());
        }

        @Override
        public double decodeFlop(double contextTokens) {
            return perPair() * Seen.after(contextTokens, most()) + indexFlop(contextTokens);
        }

        @Override
        public double prefillFlop(double promptTokens) {
            return perPair() * Seen.mean(promptTokens, most()) + indexFlop(promptTokens) / 2;
        }

        private double perPair() {
            return 2.0 * heads * ((double) headDim + valueWidth());
        }

        private double most() {
            return index.map(TokenIndex::most).orElse((double) window);
        }
    }

    /**
     * Attention to one compressed vector per token (MLA; DeepSeek-V2, arXiv 2405.04434, section 2.1).
     *
     * <pre>
     * parameters = D q + q H (n + r) + D (c + r) + c H (n + v) + H v D + norms q + c,
     * elements per token = c + r,  FLOP of a new token = 2 H (2 c + r) min(S, k)
     * </pre>
     *
     * <p>of a layer. The FLOP are those of the absorbed form, which looks at the compressed vectors without expanding them. Prefill
     * takes the expanded form, 2 H (n + r + v) a pair, unless an index chooses among more tokens than it lets through: vectors that
     * each token chooses anew are not worth expanding (DeepSeek-V3.2, arXiv 2512.02556, sections 2.1 and 2.3).
     *
     * @param heads query heads of each layer, H
     * @param queryRank the width that queries are compressed to, q; 0 where they are not
     * @param kvRank the width of the compressed vector, c
     * @param ropeDim the width of a head that carries the position, r
     * @param nopeDim the width of a head that does not, n
     * @param valueDim the width of a head's values, v
     * @param gated whether the output is multiplied by a gate of its own matrix, D H v
     * @param index what chooses the tokens that are looked at, at most k
     */
    record Latent(
            int heads,
            int queryRank,
            int kvRank,
            int ropeDim,
            int nopeDim,
            int valueDim,

            @Otherwise(value = "false", because = "most models have none")
            boolean gated,

            Optional<TokenIndex> index)
            implements Attention, Mixer {

        public Latent {
            ShapeChecks.positive("heads", heads, "kv_rank", kvRank, "nope_dim", nopeDim, "value_dim", valueDim);
        }

        /** Without a gate, and looking at all tokens. */
        public Latent(int heads, int queryRank, int kvRank, int ropeDim, int nopeDim, int valueDim) {
            this(heads, queryRank, kvRank, ropeDim, nopeDim, valueDim, false, Optional.empty());
        }

        /** The same with so many heads. */
        public Latent of(int otherHeads) {
            return new Latent(otherHeads, queryRank, kvRank, ropeDim, nopeDim, valueDim, gated, index);
        }

        @Override
        public double headShare(int chips) {
            return index.isPresent() ? Math.max(1.0 / chips, Math.min(1, SPARSE_HEADS / heads)) : 1.0 / chips;
        }

        @Override
        public int cacheUnits() {
            return 1;
        }

        @Override
        public boolean headsShareCache() {
            return true;
        }

        @Override
        public String cacheName() {
            return "latent cache";
        }

        private double queries() {
            return (double) heads * (nopeDim + ropeDim);
        }

        private double compressed() {
            return (double) kvRank + ropeDim;
        }

        private double values() {
            return (double) heads * valueDim;
        }

        @Override
        public double parameters(int width) {
            double in = queryRank == 0 ? width * queries() : queryRank * (width + queries()) + queryRank;
            double down = width * compressed() + kvRank;
            double out = (double) kvRank * heads * (nopeDim + valueDim) + values() * width;
            return in + down + out + (gated ? width * values() : 0) + indexParameters(width);
        }

        @Override
        public double indexParameters(int width) {
            return index.map(chosen -> chosen.parameters(width, queryRank == 0 ? width : queryRank))
                    .orElse(0.0);
        }

        @Override
        public List<WeightMatrix> projections(int width) {
            Extent stream = Extent.ofWidth(width);
            Extent index = Extent.whole(this.index.map(TokenIndex::outputs).orElse(0.0));
            Extent indexQueries =
                    Extent.whole(this.index.map(TokenIndex::queryOutputs).orElse(0.0));
            Extent gate = Extent.split(gated ? values() : 0);
            Extent queries = Extent.split(queries()).and(indexQueries);
            Extent down = Extent.whole(compressed()).and(index).and(gate);
            List<WeightMatrix> in = queryRank > 0
                    ? List.of(
                            WeightMatrix.of("down-projections", down.and(Extent.whole(queryRank)), stream),
                            WeightMatrix.of("queries", queries, Extent.whole(queryRank)))
                    : List.of(WeightMatrix.of("queries and latent", queries.and(down), stream));
            return Stream.concat(
                            in.stream(),
                            Stream.of(
                                    new WeightMatrix(
                                            "keys absorbed",
                                            Extent.split((double) heads * kvRank),
                                            Extent.whole(nopeDim),
                                            true),
                                    new WeightMatrix(
                                            "values absorbed", Extent.split(values()), Extent.whole(kvRank), true),
                                    WeightMatrix.of("attention output", stream, Extent.split(values()))))
                    .toList();
        }

        @Override
        public double cachePerToken() {
            return compressed();
        }

        @Override
        public double cacheElements(double contextTokens) {
            return compressed() * contextTokens;
        }

        @Override
        public double cacheRead(double contextTokens) {
            return compressed() * Seen.after(contextTokens, most());
        }

        @Override
        public double decodeFlop(double contextTokens) {
            return absorbed() * Seen.after(contextTokens, most()) + indexFlop(contextTokens);
        }

        @Override
        public double prefillFlop(double promptTokens) {
            double expanded = 2.0 * heads * ((double) nopeDim + ropeDim + valueDim);
            double perPair = index.isPresent() && promptTokens > most() ? absorbed() : expanded;
            return perPair * Seen.mean(promptTokens, most()) + indexFlop(promptTokens) / 2;
        }

        private double absorbed() {
            return 2.0 * heads * (kvRank + compressed());
        }

        private double most() {
            return index.map(TokenIndex::most).orElse(0.0);
        }
    }
}
