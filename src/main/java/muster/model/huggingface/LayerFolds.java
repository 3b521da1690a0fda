package muster.model.huggingface;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import muster.model.layer.Attention;
import muster.model.layer.Attention.Grouped;
import muster.model.layer.FeedForward;
import muster.model.layer.FeedForward.Dense;
import muster.model.layer.FeedForward.Experts;
import muster.model.layer.FeedForward.Varied;
import muster.model.layer.Hybrid;
import muster.model.layer.Mixed;
import muster.model.layer.Mixer;

/** Layers one by one as the shortest form that says them. */
final class LayerFolds {
    private LayerFolds() {}

    /**
     * The attention of a model.
     *
     * @param mixers what its layers have, in order
     * @param layers how many layers it has
     */
    static Attention attention(List<Mixer> mixers, int layers) {
        Map<Mixer, Integer> kinds = counted(mixers);
        if (mixers.size() == layers && kinds.size() == 1) {
            return (Attention) mixers.get(0);
        }
        return mixers.size() == layers && kinds.size() == 2
                ? windows(kinds).orElseGet(() -> hybrid(kinds))
                : hybrid(kinds);
    }

    private static Attention hybrid(Map<Mixer, Integer> kinds) {
        return new Hybrid(kinds.entrySet().stream()
                .map(kind -> new Hybrid.LayersOf(kind.getValue(), kind.getKey()))
                .toList());
    }

    // The same heads with a window and without.
    private static Optional<Attention> windows(Map<Mixer, Integer> kinds) {
        Optional<Grouped> full = grouped(kinds, true);
        Optional<Grouped> window = grouped(kinds, false);
        return full.isEmpty()
                        || window.isEmpty()
                        || !window.get()
                                .equals(windowed(full.get(), window.get().window()))
                ? Optional.empty()
                : full.map(heads -> heads.of(
                        heads.heads(),
                        heads.kvHeads(),
                        Optional.of(new Mixed.Window(
                                kinds.getOrDefault(heads, 0), window.get().window()))));
    }

    private static Optional<Grouped> grouped(Map<Mixer, Integer> kinds, boolean full) {
        return kinds.keySet().stream()
                .filter(Grouped.class::isInstance)
                .map(Grouped.class::cast)
                .filter(kind -> kind.window() == 0 == full)
                .findFirst();
    }

    private static Grouped windowed(Grouped heads, int window) {
        return new Grouped(
                heads.heads(),
                heads.kvHeads(),
                heads.headDim(),
                heads.biases(),
                heads.norm(),
                heads.sinks(),
                heads.gated(),
                heads.valueDim(),
                window,
                heads.sharedCache(),
                heads.keysAreValues(),
                heads.index(),
                Optional.empty());
    }

    /**
     * The feed-forward part of a model.
     *
     * @param blocks what its layers have, in order
     * @param layers how many layers it has
     */
    static FeedForward feedForward(List<FeedForward> blocks, int layers) {
        Map<FeedForward, Integer> kinds = counted(blocks);
        if (blocks.size() == layers && kinds.size() == 1) {
            return blocks.get(0);
        }
        return blocks.size() == layers && kinds.size() == 2
                ? beside(kinds).orElseGet(() -> varied(kinds))
                : varied(kinds);
    }

    private static FeedForward varied(Map<FeedForward, Integer> kinds) {
        return new Varied(kinds.entrySet().stream()
                .map(kind -> new Varied.BlocksOf(kind.getValue(), kind.getKey()))
                .toList());
    }

    // Dense layers beside layers of experts.
    private static Optional<FeedForward> beside(Map<FeedForward, Integer> kinds) {
        Optional<Dense> dense = only(kinds, Dense.class);
        return only(kinds, Experts.class)
                .filter(experts -> dense.isPresent()
                        && dense.get().gated() == experts.gated()
                        && dense.get().biases() == experts.biases())
                .map(experts -> experts.of(
                        experts.width(),
                        kinds.getOrDefault(dense.orElseThrow(), 0),
                        dense.get().width()));
    }

    private static <T> Optional<T> only(Map<FeedForward, Integer> kinds, Class<T> type) {
        return kinds.keySet().stream().filter(type::isInstance).map(type::cast).findFirst();
    }

    private static <T> Map<T, Integer> counted(List<T> all) {
        Map<T, Integer> kinds = new LinkedHashMap<>();
        all.forEach(one -> kinds.merge(one, 1, Integer::sum));
        return kinds;
    }
}
