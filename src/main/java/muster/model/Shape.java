package muster.model;

import java.util.Optional;
import muster.document.Otherwise;
import muster.model.layer.Attention;
import muster.model.layer.FeedForward;
import muster.model.layer.Hybrid;
import muster.model.layer.ShapeChecks;

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
 * @param residualStreams streams that run beside each other through the layers (hyper-connections, DeepSeek V4), mixed before and after
 *     each half of a layer by k (k + 2) outputs of all of them
 * @param layerEmbedding the width of a further embedding of each layer (Gemma 3n and 4), which is looked up, gated and projected; 0 where
 *     there is none
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

        @Otherwise(value = "1", because = "most models have one")
        int residualStreams,

        @Otherwise(value = "0", because = "most models embed a token once")
        int layerEmbedding,

        Attention attention,
        FeedForward feedForward) {

    public Shape {
        ShapeChecks.positive(
                "layers", layers, "width", width, "vocabulary", vocabulary, "residual_streams", residualStreams);
        if (attention instanceof Attention.Grouped grouped) {
            grouped.mixed().ifPresent(mixed -> ShapeChecks.atMost("full_layers", mixed.fullLayers(), "layers", layers));
        }
        if (attention instanceof Hybrid hybrid) {
            ShapeChecks.atMost("the layers of groups", hybrid.listed(), "twice the layers", 2 * layers);
        }
        if (feedForward instanceof FeedForward.Varied varied) {
            ShapeChecks.atMost("the layers of groups", varied.listed(), "layers", layers);
        }
        if (feedForward instanceof FeedForward.Experts experts) {
            ShapeChecks.atMost("dense_layers", experts.denseLayers(), "layers", layers);
        }
    }

    /** With one stream and no embeddings in the layers. */
    public Shape(
            int layers,
            int width,
            int vocabulary,
            boolean tiedEmbeddings,
            int learnedPositions,
            int normsPerLayer,
            boolean normBiases,
            Attention attention,
            FeedForward feedForward) {
        this(
                layers,
                width,
                vocabulary,
                tiedEmbeddings,
                learnedPositions,
                normsPerLayer,
                normBiases,
                1,
                0,
                attention,
                feedForward);
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
        double part = (double) count / layers;
        Attention mixers = attention instanceof Hybrid hybrid ? hybrid.scaled(part) : attention;
        FeedForward blocks =
                feedForward instanceof FeedForward.Varied varied ? varied.scaled(part, block -> block) : feedForward;
        return new Shape(
                count,
                width,
                vocabulary,
                tiedEmbeddings,
                learnedPositions,
                normsPerLayer,
                normBiases,
                residualStreams,
                layerEmbedding,
                mixers,
                blocks);
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
                residualStreams,
                layerEmbedding,
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
                residualStreams,
                layerEmbedding,
                attention,
                other);
    }

    /** All parameters. */
    public double parameters() {
        return embedding() * (tiedEmbeddings ? 1 : 2)
                + layerEmbeddings()
                + (double) learnedPositions * width
                + perToken()
                + inactive();
    }

    /** The parameters that a token is multiplied with. */
    public double activeParameters() {
        return embedding() + perToken();
    }

    /** The parameters of the input embedding, which is looked up. */
    public double embedding() {
        return (double) vocabulary * width;
    }

    /** The parameters of the embeddings of layers, which are looked up. */
    public double layerEmbeddings() {
        return (double) vocabulary * layers * layerEmbedding;
    }

    // Attention, the activated part of the feed-forward layers, norms, and what mixes streams and embeddings of layers.
    private double perToken() {
        return attention.parameters(layers, width) + feedForward.activeParameters(layers, width) + norms() + mixing();
    }

    /** The parameters of its norms, biases included, but for those of heads. */
    double norms() {
        return ((double) layers * normsPerLayer + 1) * width * (normBiases ? 2 : 1);
    }

    /** The parameters that mix streams and embeddings of layers. */
    double mixing() {
        return streamMixing() + layers * 3.0 * width * layerEmbedding;
    }

    // Two mixings a layer, each of all streams into one output for each pair of them and two for each.
    private double streamMixing() {
        double streams = residualStreams;
        return residualStreams == 1 ? 0 : 2.0 * layers * (streams * (streams + 2)) * (streams * width);
    }

    /** Layers that mix tokens and layers that do not, each of which adds to the stream: twice the layers where each has both. */
    public double sublayers() {
        return attention.groups(layers).stream()
                        .mapToDouble(group -> group.layers())
                        .sum()
                + feedForward.groups(layers).stream()
                        .mapToDouble(group -> group.layers())
                        .sum();
    }

    /** The experts, where it has some. */
    public Optional<FeedForward.Experts> experts() {
        return feedForward.routed();
    }

    /** The parameters of the experts among which routers pick. */
    public double routedParameters() {
        return feedForward.routedParameters(layers, width);
    }

    /**
     * Whether engines divide its matrices among so many chips: heads without remainder, KV heads or copies of them, and the widths of dense
     * blocks and shared experts. The vocabulary is padded, and routed experts are distributed: {@link FeedForward#distributes}.
     */
    public boolean divides(int chips) {
        return attention.groups(layers).stream().allMatch(group -> group.mixer().divides(chips))
                && feedForward.divides(chips);
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
