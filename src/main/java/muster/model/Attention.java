package muster.model;

import java.util.Locale;
import java.util.Optional;
import muster.document.Choice;
import muster.document.Otherwise;

/** How the tokens of a sequence look at each other. Counts are over all layers, in parameters, elements and FLOP. */
@Choice(by = "kind")
public sealed interface Attention permits Attention.Grouped, Attention.Latent {

    /** Query heads of each layer. */
    int heads();

    /** Layers that look at the whole context. */
    int fullLayers(int layers);

    /** All parameters, biases and norms of the heads included. */
    double parameters(int layers, int width);

    /** Elements that a token adds to the cache. */
    double kvElementsPerToken(int layers);

    /** Elements that are kept for a sequence of a length. */
    double kvElements(int layers, double contextTokens);

    /** FLOP of a new token with its context, beside the products with parameters. */
    double decodeFlop(int layers, double contextTokens);

    /** FLOP of a prompt with itself, per token of it and beside the products with parameters. */
    double prefillFlop(int layers, double promptTokens);

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
     * parameters = L (D h (H + 2 K) + H h D),  elements per token = 2 K h L,  FLOP = 4 H h S L
     * </pre>
     *
     * <p>with L layers, width D, H heads and K KV heads of width h, and S tokens of context.
     *
     * @param heads query heads of each layer
     * @param kvHeads key and value heads of each layer
     * @param headDim the width of a head
     * @param biases which projections have biases
     * @param norm what norms of queries and keys span
     * @param sinks whether each head has a learned score for looking at nothing
     * @param gated whether the output is multiplied by a gate that is projected as the queries are
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

            Optional<Mixed> mixed)
            implements Attention {

        public Grouped {
            ShapeChecks.positive("heads", heads, "head_dim", headDim);
            ShapeChecks.divides("kv_heads", kvHeads, "heads", heads);
        }

        /** Without biases, norms or mixed layers. */
        public static Grouped plain(int heads, int kvHeads, int headDim) {
            return new Grouped(heads, kvHeads, headDim, Biases.NONE, HeadNorm.NONE, false, false, Optional.empty());
        }

        @Override
        public int fullLayers(int layers) {
            return mixed.map(Mixed::fullLayers).orElse(layers);
        }

        @Override
        public double parameters(int layers, int width) {
            int full = fullLayers(layers);
            return full * perLayer(width)
                    + mixed.map(other -> (layers - full) * other.parameters(width, perLayer(width)))
                            .orElse(0.0);
        }

        private double perLayer(int width) {
            double queries = (double) heads * headDim;
            double keys = (double) kvHeads * headDim;
            double in = queries * (gated ? 2 : 1) + 2 * keys;
            double biased = biases == Biases.NONE ? 0 : biases == Biases.QKV ? in : in + width;
            double norms = switch (norm) {
                case NONE -> 0;
                case HEAD -> 2 * headDim;
                case ALL_HEADS -> queries + keys;
            };
            return width * (in + queries) + biased + norms + (sinks ? heads : 0);
        }

        @Override
        public double kvElementsPerToken(int layers) {
            int full = fullLayers(layers);
            return perFullLayer() * full
                    + mixed.map(other -> other.elementsPerToken(perFullLayer()) * (layers - full))
                            .orElse(0.0);
        }

        @Override
        public double kvElements(int layers, double contextTokens) {
            int full = fullLayers(layers);
            return perFullLayer() * full * contextTokens
                    + mixed.map(other -> other.elements(perFullLayer(), contextTokens) * (layers - full))
                            .orElse(0.0);
        }

        private double perFullLayer() {
            return 2.0 * kvHeads * headDim;
        }

        @Override
        public double decodeFlop(int layers, double contextTokens) {
            int full = fullLayers(layers);
            double perPair = 4.0 * heads * headDim;
            return perPair * contextTokens * full
                    + mixed.map(other -> other.decodeFlop(perPair, contextTokens) * (layers - full))
                            .orElse(0.0);
        }

        @Override
        public double prefillFlop(int layers, double promptTokens) {
            int full = fullLayers(layers);
            double perPair = 4.0 * heads * headDim;
            return perPair * promptTokens / 2 * full
                    + mixed.map(other -> other.prefillFlop(perPair, promptTokens) * (layers - full))
                            .orElse(0.0);
        }
    }

    /**
     * Attention to one compressed vector per token (MLA; DeepSeek-V2, arXiv 2405.04434, section 2.1).
     *
     * <pre>
     * parameters = L (D q + q H (n + r) + D (c + r) + c H (n + v) + H v D + norms q + c),
     * elements per token = (c + r) L,  FLOP of a new token = 2 H (2 c + r) S L
     * </pre>
     *
     * <p>The FLOP are those of the absorbed form, which looks at the compressed vectors without expanding them; prefill takes
     * the expanded form. What an index that picks tokens adds (DeepSeek-V3.2, GLM-5) is not counted.
     *
     * @param heads query heads of each layer, H
     * @param queryRank the width that queries are compressed to, q; 0 where they are not
     * @param kvRank the width of the compressed vector, c
     * @param ropeDim the width of a head that carries the position, r
     * @param nopeDim the width of a head that does not, n
     * @param valueDim the width of a head's values, v
     */
    record Latent(int heads, int queryRank, int kvRank, int ropeDim, int nopeDim, int valueDim) implements Attention {

        public Latent {
            ShapeChecks.positive("heads", heads, "kv_rank", kvRank, "nope_dim", nopeDim, "value_dim", valueDim);
        }

        @Override
        public int fullLayers(int layers) {
            return layers;
        }

        @Override
        public double parameters(int layers, int width) {
            double queries = (double) heads * (nopeDim + ropeDim);
            double in = queryRank == 0 ? width * queries : queryRank * (width + queries) + queryRank;
            double compressed = width * ((double) kvRank + ropeDim) + kvRank;
            double out = (double) kvRank * heads * (nopeDim + valueDim) + (double) heads * valueDim * width;
            return layers * (in + compressed + out);
        }

        @Override
        public double kvElementsPerToken(int layers) {
            return ((double) kvRank + ropeDim) * layers;
        }

        @Override
        public double kvElements(int layers, double contextTokens) {
            return kvElementsPerToken(layers) * contextTokens;
        }

        @Override
        public double decodeFlop(int layers, double contextTokens) {
            return 2.0 * heads * (2.0 * kvRank + ropeDim) * contextTokens * layers;
        }

        @Override
        public double prefillFlop(int layers, double promptTokens) {
            return 2.0 * heads * ((double) nopeDim + ropeDim + valueDim) * promptTokens / 2 * layers;
        }
    }
}
