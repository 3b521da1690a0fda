package muster.inference.step;

import java.util.List;
import muster.model.Shape;
import muster.model.layer.Attention;
import muster.model.layer.LayerGroup;
import muster.model.layer.Mixer;
import muster.model.layer.WeightMatrix;

/**
 * The time of the layers that mix tokens: their matrices, what they read of the sequences, and their arithmetic with it.
 *
 * <p>A kernel reads what is kept of a sequence while it computes with it. Where all heads look at the same entries, the slower of both
 * counts; elsewhere it is reading.
 */
final class AttentionStep {
    private final List<Prepared> groups;
    private final ModelFormats formats;
    private final StepOperators operators;

    /** Layers of one kind with their matrices, which are the same for every step. */
    private record Prepared(double layers, Mixer mixer, List<WeightMatrix> matrices, String products) {}

    AttentionStep(Shape shape, ModelFormats formats, StepOperators operators) {
        this.groups = shape.attention().groups(shape.layers()).stream()
                .filter(group -> group.layers() > 0)
                .map(group -> prepared(group, shape.width()))
                .toList();
        this.formats = formats;
        this.operators = operators;
    }

    private static Prepared prepared(LayerGroup group, int width) {
        Mixer mixer = group.mixer();
        return new Prepared(group.layers(), mixer, mixer.projections(width), "products with the " + mixer.cacheName());
    }

    void add(TimeBreakdown causes, Load load, Sharding cut) {
        for (Prepared group : groups) {
            for (WeightMatrix matrix : group.matrices()) {
                operators.matrix(
                        causes,
                        matrix.name(),
                        group.layers(),
                        load.tokens(),
                        matrix.outputs().onChip(cut.rows(), cut.columns()),
                        matrix.inputs().onChip(cut.rows(), cut.columns()),
                        matrix.wide() ? formats.wide() : formats.attention());
            }
            kept(causes, load, cut, group);
            operators.compute(
                    causes,
                    "prefill attention",
                    group.layers(),
                    load.prefillTokens() * prefillFlop(group.mixer(), load, cut),
                    operators.prefillAttentionRate());
        }
    }

    // What serves all heads, as compressed vectors, every chip that shares the heads reads all of.
    private void kept(TimeBreakdown causes, Load load, Sharding cut, Prepared group) {
        double layers = group.layers();
        Mixer mixer = group.mixer();
        CalibratedFactors constants = operators.constants();
        operators.fixed(causes, "attention", layers, constants.attentionSeconds());
        if (mixer.index().filter(chosen -> chosen.heads() > 0).isPresent()) {
            operators.fixed(causes, "index", layers, constants.indexSeconds());
        }
        if (normsAllHeads(mixer) && cut.chips() > 1) {
            causes.collectives(layers * constants.normReduceSeconds());
            operators.record(causes, "norm over all heads", layers, 0, 0, 0, 0, constants.normReduceSeconds());
        }
        double sequences = load.sequences() / cut.sequences(load.sequences());
        // Draft tokens look at the same entries, unless an index chooses for each of them.
        double tokens = load.sequences() == 0 ? 1 : load.decodeTokens() / load.sequences();
        double readers = mixer.index().isPresent() ? tokens : 1;
        double bytes = sequences
                * readers
                * mixer.movedBytes(
                        load.context(), formats.cacheBytes(), cut.share(mixer.cacheUnits()), cut.share(mixer.heads()));
        double index = mixer.indexFlop(load.context());
        double flop = sequences
                * tokens
                * ((mixer.decodeFlop(load.context()) - index) * mixer.headShare(cut.columns())
                        + index * cut.share(mixer.cacheUnits()));
        double rate = formats.wide().efficiency() * formats.wide().flopPerSecond();
        if (!mixer.headsShareCache() || bytes / operators.cacheBandwidth() >= flop / rate) {
            operators.cache(causes, mixer.cacheName(), layers, bytes);
        } else {
            operators.compute(causes, group.products(), layers, flop, rate);
        }
    }

    // Chips that share the heads have to sum such a norm over all of them.
    private static boolean normsAllHeads(Mixer mixer) {
        return mixer instanceof Attention.Grouped grouped && grouped.norm() == Attention.HeadNorm.ALL_HEADS;
    }

    // Of a token that is computed: all of the prompt less the first tokens, over those that are left.
    private static double prefillFlop(Mixer mixer, Load load, Sharding cut) {
        double prompt = load.promptLength();
        double cached = load.cachedLength();
        double whole = prefillFlop(mixer, prompt, cut);
        return cached <= 0
                ? whole
                : (prompt * whole - cached * prefillFlop(mixer, cached, cut)) / Math.max(1, prompt - cached);
    }

    // Of a token on a chip: heads are divided, and an index as the cache is.
    private static double prefillFlop(Mixer mixer, double promptLength, Sharding cut) {
        double index = mixer.indexFlop(promptLength) / 2;
        return (mixer.prefillFlop(promptLength) - index) * mixer.headShare(cut.columns()) / cut.parts()
                + index * cut.share(mixer.cacheUnits()) / cut.parts();
    }

    /** Elements of each token that chips of a domain add up where each holds a part of the width, of all layers: those of the projections in. */
    void eachPartialWidth(Sharding cut, PartialWidths use) {
        for (Prepared group : groups) {
            double elements = 0;
            for (WeightMatrix matrix : group.matrices()) {
                if (matrix.inputs().width() > 0) {
                    elements += matrix.outputs().onChip(cut.rows(), cut.columns());
                }
            }
            use.add(group.layers(), elements);
        }
    }
}
