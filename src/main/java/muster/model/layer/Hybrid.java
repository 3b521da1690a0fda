package muster.model.layer;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Layers of several kinds, as windows beside layers that look at all tokens with other heads, or states beside attention.
 *
 * @param groups the layers of each kind; together no more than the model has, or twice as many where two stand side by side in each
 */
public record Hybrid(List<LayersOf> groups) implements Attention {

    /**
     * Layers of one kind.
     *
     * @param layers how many there are
     * @param mixer what each of them does
     */
    public record LayersOf(int layers, Mixer mixer) {}

    public Hybrid {
        groups = List.copyOf(groups);
        if (groups.isEmpty()) {
            throw new IllegalArgumentException("groups has one kind of layer at least");
        }
        groups.forEach(group -> {
            ShapeChecks.positive("layers", group.layers());
            if (group.mixer() instanceof Attention.Grouped grouped
                    && grouped.mixed().isPresent()) {
                throw new IllegalArgumentException(
                        "a group has one kind of layer, so that mixed is a group of its own");
            }
        });
    }

    /** Layers that are listed. */
    public int listed() {
        return groups.stream().mapToInt(LayersOf::layers).sum();
    }

    @Override
    public List<LayerGroup> groups(int layers) {
        return groups.stream()
                .map(group -> new LayerGroup(group.layers(), group.mixer()))
                .toList();
    }

    /** The same kinds, so many times as many layers of each. */
    public Hybrid scaled(double factor) {
        return scaled(factor, mixer -> mixer);
    }

    /** As {@link #scaled(double)}, each kind of another size. */
    public Hybrid scaled(double factor, UnaryOperator<Mixer> each) {
        return new Hybrid(groups.stream()
                .map(group ->
                        new LayersOf((int) Math.max(1, Math.round(group.layers() * factor)), each.apply(group.mixer())))
                .toList());
    }

    /** Query heads of the layers that have a cache and most of them; the heads of a state where no layer has a cache. */
    @Override
    public int heads() {
        return heads(true).or(() -> heads(false)).orElseThrow();
    }

    private Optional<Integer> heads(boolean cached) {
        return groups.stream()
                .map(LayersOf::mixer)
                .filter(mixer -> mixer.cachePerToken() > 0 == cached)
                .map(Mixer::heads)
                .max(Comparator.naturalOrder());
    }
}
