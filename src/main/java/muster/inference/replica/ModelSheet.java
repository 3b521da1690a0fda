package muster.inference.replica;

import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import muster.catalog.Catalog;
import muster.diagnostic.Problems;
import muster.document.yaml.Text;
import muster.format.Encoding;
import muster.inference.step.MatrixFormat;
import muster.inference.step.ModelFormats;
import muster.model.Architecture;
import muster.model.Shape;
import muster.model.ShapePart;
import muster.model.layer.Mixer;

/**
 * What a model is, keeps and computes, whatever it is served on.
 *
 * @param model its id or path
 * @param architecture the model
 * @param shape its shape
 * @param parts its parameters by part
 * @param lengths what it keeps and computes at some lengths of a sequence
 * @param notes what is to be known of it
 */
public record ModelSheet(
        String model,
        Architecture architecture,
        Shape shape,
        List<ShapePart> parts,
        List<AtLength> lengths,
        List<String> notes) {
    private static final List<Integer> TOKENS = List.of(1_024, 8_192, 32_768, 131_072);
    private static final int MOST_CHIPS = 64;

    public ModelSheet {
        parts = List.copyOf(parts);
        lengths = List.copyOf(lengths);
        notes = List.copyOf(notes);
    }

    /**
     * A model at a length of a sequence.
     *
     * @param tokens the length
     * @param cacheElements elements of the cache that are kept
     * @param indexElements elements of the keys of an index
     * @param stateElements elements of states
     * @param decodeFlop FLOP of a token that is generated after so many
     * @param prefillFlop FLOP of a token of a prompt of so many
     */
    public record AtLength(
            double tokens,
            double cacheElements,
            double indexElements,
            double stateElements,
            double decodeFlop,
            double prefillFlop) {

        /** Bytes that are kept of a sequence. */
        public double keptBytes(Encoding cache) {
            return cacheElements * cache.bytes()
                    + indexElements * Mixer.INDEX_BYTES
                    + stateElements * Mixer.STATE_BYTES;
        }
    }

    /** A model that is named, or nothing with problems reported. */
    public static Optional<ModelSheet> of(Text named, Catalog catalog, Problems problems) {
        Text model = catalog.named(Architecture.KIND, named);
        Optional<Architecture> found = catalog.get(Architecture.KIND, model, problems);
        found.filter(known -> known.shape().isEmpty())
                .ifPresent(known -> problems.error(
                        "no-shape", model.place(), "the model has stated sizes and no shape, which its parts are of"));
        return found.flatMap(known -> known.shape().map(shape -> of(model.value(), known, shape)));
    }

    private static ModelSheet of(String model, Architecture architecture, Shape shape) {
        TreeSet<Integer> tokens = new TreeSet<>(TOKENS);
        Stream.of(architecture.maxPositions(), shape.learnedPositions())
                .filter(most -> most > 0)
                .forEach(most -> {
                    tokens.tailSet(most, false).clear();
                    tokens.add(most);
                });
        return new ModelSheet(
                model,
                architecture,
                shape,
                ShapePart.of(shape),
                tokens.stream().map(length -> at(shape, length)).toList(),
                architecture.caution().stream().toList());
    }

    /** The same with more to be known of it. */
    public ModelSheet noting(List<String> more) {
        return new ModelSheet(
                model,
                architecture,
                shape,
                parts,
                lengths,
                Stream.concat(notes.stream(), more.stream()).toList());
    }

    private static AtLength at(Shape shape, double tokens) {
        int layers = shape.layers();
        return new AtLength(
                tokens,
                shape.attention().sum(layers, mixer -> mixer.cacheElements(tokens)),
                shape.attention().sum(layers, mixer -> mixer.indexElements(tokens)),
                shape.attention().sum(layers, Mixer::stateElements),
                shape.decodeFlopPerToken(tokens),
                shape.prefillFlopPerToken(tokens));
    }

    /** Active parameters as most makers count them: with the input embedding, which is looked up. */
    public double activeWithEmbedding() {
        return shape.activeParameters() + (shape.tiedEmbeddings() ? 0 : shape.embedding());
    }

    /** Elements that a token adds to the cache while no window is full. */
    public double cachePerToken() {
        return shape.attention().sum(shape.layers(), Mixer::cachePerToken);
    }

    /** Whether a long sequence keeps less than each of its tokens adds. */
    public boolean windowed() {
        double tokens = TOKENS.get(TOKENS.size() - 1);
        return shape.attention().sum(shape.layers(), mixer -> mixer.cacheElements(tokens)) < tokens * cachePerToken();
    }

    /** Elements that a token adds to the keys of an index. */
    public double indexPerToken() {
        return shape.attention().sum(shape.layers(), mixer -> mixer.indexElements(1));
    }

    /** Elements of states, whatever the length. */
    public double stateElements() {
        return shape.attention().sum(shape.layers(), Mixer::stateElements);
    }

    /** Bytes of all weights in a format: embedding and output layer stay at 16 bits, and what the model does not quantize. */
    public double weightBytes(Encoding weights) {
        MatrixFormat wide = format(Encoding.BF16);
        MatrixFormat narrow = format(weights);
        boolean wideAttention = ModelOnChip.wideAttention(architecture, shape, weights);
        ModelFormats formats = new ModelFormats(wideAttention ? wide : narrow, narrow, wide, 1);
        return new MemoryFootprint(shape, formats, 0).modelBytes();
    }

    private static MatrixFormat format(Encoding stored) {
        return new MatrixFormat(stored.bytes(), stored.bytes(), 1, 1, 0);
    }

    /** How many chips engines divide its layers among, up to 64. */
    public List<Integer> tensorDegrees() {
        return IntStream.rangeClosed(1, MOST_CHIPS)
                .filter(shape::divides)
                .boxed()
                .toList();
    }

    /** Elements that a token adds to the cache of one of the layers that guess ahead, keys of an index included. */
    public double predictionCache() {
        Mixer mixer = ShapePart.predicting(shape);
        return mixer.cachePerToken() + mixer.indexElements(1);
    }

    /** One of the layers that guess ahead, where it has some. */
    public Optional<ShapePart> prediction() {
        return architecture.predictionLayers() > 0 ? Optional.of(ShapePart.prediction(shape)) : Optional.empty();
    }
}
