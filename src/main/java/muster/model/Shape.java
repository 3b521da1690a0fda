package muster.model;

import muster.document.Otherwise;

/**
 * The shape of a decoder-only transformer, from which its size and its work are counted.
 *
 * <p>Counting rules, the same everywhere: all parameters are embeddings (tied once, untied twice), learned positions, norms,
 * biases and output layer; active parameters leave out what is looked up (the input embedding and positions) and the experts
 * that a token does not activate, and keep the output layer. Published active figures often count the input embedding too.
 *
 * <pre>
 * FLOP per token = 2 * active parameters + the products of the attention with its context
 * </pre>
 *
 * @param layers how many layers
 * @param width the width of the residual stream
 * @param vocabulary how many tokens there are
 * @param tiedEmbeddings whether the output layer is the input embedding
 * @param learnedPositions how many positions have a learned vector
 * @param normsPerLayer norm vectors of the width in each layer
 * @param normBiases whether every norm has a bias beside its scale
 * @param attention how tokens look at each other
 * @param feedForward what each token passes through alone
 */
public record Shape(
        int layers,
        int width,
        int vocabulary,

        @Otherwise(value = "false", because = "an output layer of its own is the more common")
        boolean tiedEmbeddings,

        @Otherwise(value = "0", because = "rotary positions have no parameters")
        int learnedPositions,

        @Otherwise(value = "2", because = "one before the attention and one before the feed-forward part")
        int normsPerLayer,

        @Otherwise(value = "false", because = "RMSNorm has none")
        boolean normBiases,

        Attention attention,
        FeedForward feedForward) {

    public Shape {
        ShapeChecks.positive("layers", layers, "width", width, "vocabulary", vocabulary);
        ShapeChecks.atMost("full_layers", attention.fullLayers(layers), "layers", layers);
        if (feedForward instanceof FeedForward.Experts experts) {
            ShapeChecks.atMost("dense_layers", experts.denseLayers(), "layers", layers);
        }
    }

    /**
     * A dense model with gated feed-forward layers, grouped-query attention, no biases and an output layer of its own.
     *
     * @param layers how many layers
     * @param width the width of the residual stream
     * @param heads query heads of each layer
     * @param kvHeads key and value heads of each layer
     * @param headDim the width of a head
     * @param feedForwardWidth the width between the feed-forward matrices
     * @param vocabulary how many tokens there are
     */
    public static Shape dense(
            int layers, int width, int heads, int kvHeads, int headDim, int feedForwardWidth, int vocabulary) {
        return new Shape(
                layers,
                width,
                vocabulary,
                false,
                0,
                2,
                false,
                Attention.Grouped.plain(heads, kvHeads, headDim),
                new FeedForward.Dense(feedForwardWidth, true, false));
    }

    /** The same with so many layers. */
    public Shape ofLayers(int count) {
        return cut(count, width, feedForward);
    }

    /** The same with another feed-forward part. */
    public Shape with(FeedForward other) {
        return cut(layers, width, other);
    }

    /** The same with another attention. */
    public Shape with(Attention other) {
        return new Shape(
                layers,
                width,
                vocabulary,
                tiedEmbeddings,
                learnedPositions,
                normsPerLayer,
                normBiases,
                other,
                feedForward);
    }

    /** The same with other layers, width and feed-forward part. */
    public Shape cut(int otherLayers, int otherWidth, FeedForward other) {
        return new Shape(
                otherLayers,
                otherWidth,
                vocabulary,
                tiedEmbeddings,
                learnedPositions,
                normsPerLayer,
                normBiases,
                attention,
                other);
    }

    /** All parameters. */
    public double parameters() {
        return embedding() * (tiedEmbeddings ? 1 : 2) + (double) learnedPositions * width + perToken() + inactive();
    }

    /** The parameters that a token is multiplied with. */
    public double activeParameters() {
        return embedding() + perToken();
    }

    /** The parameters of the input embedding, which is looked up. */
    public double embedding() {
        return (double) vocabulary * width;
    }

    // Attention, the activated part of the feed-forward layers, and norms.
    private double perToken() {
        double norms = ((double) layers * normsPerLayer + 1) * width * (normBiases ? 2 : 1);
        return attention.parameters(layers, width) + feedForward.activeParameters(layers, width) + norms;
    }

    private double inactive() {
        return feedForward.parameters(layers, width) - feedForward.activeParameters(layers, width);
    }

    /** Elements that a token adds to the KV cache while no window is full. */
    public double kvElementsPerToken() {
        return attention.kvElementsPerToken(layers);
    }

    /**
     * Elements that are kept for a sequence: keys and values, of windowed layers those in the window, and the states of linear
     * layers.
     *
     * @param contextTokens the length of the sequence
     */
    public double kvElements(double contextTokens) {
        return attention.kvElements(layers, contextTokens);
    }

    /**
     * FLOP to generate one token.
     *
     * @param contextTokens the tokens before it
     */
    public double decodeFlopPerToken(double contextTokens) {
        return 2 * activeParameters() + attention.decodeFlop(layers, contextTokens);
    }

    /**
     * FLOP of prefill, per token of the prompt; each token looks at those before it, at half of the prompt on average. Every
     * token is taken through the output layer, of which a server that prefills needs the last only.
     *
     * @param promptTokens the length of the prompt
     */
    public double prefillFlopPerToken(double promptTokens) {
        return 2 * activeParameters() + attention.prefillFlop(layers, promptTokens);
    }
}
