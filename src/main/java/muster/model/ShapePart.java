package muster.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import muster.model.layer.FeedForward;
import muster.model.layer.LayerGroup;
import muster.model.layer.Mixer;

/**
 * A part of the parameters of a shape.
 *
 * @param name what it is
 * @param parameters all of it
 * @param active what of it a token is multiplied with
 */
public record ShapePart(String name, double parameters, double active) {

    /** The parts of a shape that it has; together all its parameters, and all that are active. */
    public static List<ShapePart> of(Shape shape) {
        List<ShapePart> parts = new ArrayList<>();
        double embedding = shape.embedding();
        if (shape.tiedEmbeddings()) {
            parts.add(whole("embedding, also the output layer", embedding));
        } else {
            parts.add(new ShapePart("input embedding", embedding, 0));
            parts.add(whole("output layer", embedding));
        }
        parts.add(new ShapePart("embeddings of layers", shape.layerEmbeddings(), 0));
        parts.add(new ShapePart("learned positions", (double) shape.learnedPositions() * shape.width(), 0));
        attention(shape, parts);
        shape.feedForward()
                .parts(shape.layers(), shape.width())
                .forEach(part -> parts.add(new ShapePart(part.name(), part.parameters(), part.active())));
        parts.add(whole("norms", shape.norms()));
        parts.add(whole("mixing of streams and embeddings of layers", shape.mixing()));
        return merged(parts);
    }

    private static ShapePart whole(String name, double parameters) {
        return new ShapePart(name, parameters, parameters);
    }

    private static void attention(Shape shape, List<ShapePart> parts) {
        double index = 0;
        for (LayerGroup group : shape.attention().groups(shape.layers())) {
            Mixer mixer = group.mixer();
            double scorer = mixer.indexParameters(shape.width());
            parts.add(whole("attention: " + mixer.kind(), group.layers() * (mixer.parameters(shape.width()) - scorer)));
            index += group.layers() * scorer;
        }
        parts.add(whole("index", index));
    }

    // Parts of one name together, and none of nothing.
    private static List<ShapePart> merged(List<ShapePart> parts) {
        Map<String, ShapePart> byName = new LinkedHashMap<>();
        parts.forEach(part -> byName.merge(
                part.name(),
                part,
                (first, next) ->
                        new ShapePart(first.name, first.parameters + next.parameters, first.active + next.active)));
        return byName.values().stream().filter(part -> part.parameters() > 0).toList();
    }

    /**
     * One layer that guesses a token ahead (multi-token prediction): a layer like the last ones, with the matrix that joins the stream
     * and the embedding of the next token, 2 D D, and three norms; it shares embedding and output layer.
     */
    public static ShapePart prediction(Shape shape) {
        double width = shape.width();
        int layers = shape.layers();
        double block = shape.feedForward().groups(layers).stream()
                .reduce((first, next) -> next)
                .map(group -> one(group.block(), shape.width()))
                .orElse(0.0);
        double join = 2 * width * width + (3 + shape.normsPerLayer()) * width;
        return whole("layer ahead", predicting(shape).parameters(shape.width()) + block + join);
    }

    private static double one(FeedForward block, int width) {
        return block.parameters(1, width);
    }

    /** How a layer that guesses ahead looks at tokens: as the layers that have a cache of all. */
    public static Mixer predicting(Shape shape) {
        List<LayerGroup> groups = shape.attention().groups(shape.layers());
        return groups.stream()
                .map(LayerGroup::mixer)
                .filter(mixer -> mixer.cachePerToken() > 0)
                .findFirst()
                .orElse(groups.get(0).mixer());
    }
}
