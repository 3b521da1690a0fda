package muster.technique;

import java.util.EnumSet;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import muster.catalog.Shelf;
import muster.diagnostic.Problems;
import muster.document.In;
import muster.document.Otherwise;
import muster.format.Encoding;
import muster.inference.Encodings;
import muster.uncertainty.Input;

/**
 * Numbers in fewer bits. A chip that cannot multiply in the format of the activations widens weights to 16 bits.
 *
 * @param weights how weights are stored
 * @param activations the format in which products are computed
 * @param cache how keys and values are stored
 * @param storedBits bits of a weight, its part of the scales included, where they are others than those of the format
 * @param kept the part of the model's size that is left: with N parameters its loss is that of a plain one of {@code kept N}
 * @param trained whether the model is trained in the format; else it is brought into it after training
 */
record NumberFormat(
        Optional<Encoding> weights,
        Optional<Encoding> activations,
        Optional<Encoding> cache,
        @In("1") Optional<Input> storedBits,
        @In("1") Input kept,

        @Otherwise(value = "false", because = "most formats are brought in after training")
        boolean trained)
        implements Technique, Change {
    private static final double BITS_PER_BYTE = 8;

    NumberFormat {
        if (weights.isEmpty() && activations.isEmpty() && cache.isEmpty()) {
            throw new IllegalArgumentException("needs weights, activations or cache");
        }
        if (storedBits.isPresent() && weights.isEmpty()) {
            throw new IllegalArgumentException("stored_bits are those of weights, which are not there");
        }
    }

    @Override
    public Set<Slot> slots() {
        EnumSet<Slot> slots = EnumSet.noneOf(Slot.class);
        weights.ifPresent(given -> slots.add(Slot.WEIGHTS));
        activations.ifPresent(given -> slots.add(Slot.ACTIVATIONS));
        cache.ifPresent(given -> slots.add(Slot.CACHE));
        return slots;
    }

    @Override
    public Optional<Input> ground() {
        return Optional.of(kept);
    }

    @Override
    public Optional<Change> resolve(Shelf shelf, Problems problems) {
        return Optional.of(this);
    }

    private Serving of(Serving serving) {
        Encodings before = serving.encodings();
        return serving.in(
                new Encodings(
                        weights.orElse(before.weights()),
                        activations.orElse(before.activations()),
                        cache.orElse(before.cache())),
                storedBits
                        .map(bits -> OptionalDouble.of(bits.central() / BITS_PER_BYTE))
                        .orElseGet(() -> weights.isPresent() ? OptionalDouble.empty() : serving.weightBytes()));
    }

    @Override
    public Attempt atEqualLoss(Design design) {
        return Attempt.of(design.served(this::of).with(model -> model.times(1 / kept.central())));
    }

    @Override
    public Attempt onSameWeights(Design design) {
        return trained
                ? Attempt.none("its weights are trained in the format")
                : Attempt.of(design.served(this::of).with(model -> model.worth(kept.central())));
    }
}
