package muster.technique;

import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import muster.catalog.Catalog;
import muster.diagnostic.Problems;
import muster.document.In;
import muster.document.Inline;
import muster.document.Otherwise;
import muster.format.Encoding;
import muster.inference.replica.Encodings;
import muster.scaling.quality.LowPrecisionLoss;
import muster.uncertainty.Input;
import muster.unit.NumberText;

/**
 * Numbers in fewer bits. A chip that cannot multiply in the format of the activations widens weights to 16 bits.
 *
 * @param weights how weights are stored
 * @param activations the format in which products are computed
 * @param cache how keys and values are stored
 * @param storedBits bits of a weight, its part of the scales included, where they are others than those of the format
 * @param effectiveParameters effective parameters, over those of the model
 * @param trained whether the model is trained in the format; else it is quantized after training
 */
record NumberFormat(
        Optional<Encoding> weights,
        Optional<Encoding> activations,
        Optional<Encoding> cache,
        @In("1") Optional<Input> storedBits,
        @Inline EffectiveParameters effectiveParameters,

        @Otherwise(value = "false", because = "most formats are quantized after training")
        boolean trained)
        implements Technique {
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
    public Optional<Change> resolve(Catalog catalog, Problems problems) {
        return effectiveParameters
                .resolve(this, catalog, problems)
                .map(known ->
                        new Prepared(this, known, trained ? PostTrainingQuantization.into(this, catalog) : List.of()));
    }

    /** The effective parameters that the numbers that it narrows leave, by a law. */
    double effectiveParametersBy(LowPrecisionLoss law) {
        double part = 1;
        List<Optional<Encoding>> narrowed = List.of(weights, activations, cache);
        for (int i = 0; i < narrowed.size(); i++) {
            part *= narrowed.get(i)
                    .map(Encoding::bits)
                    .map(law.parts().get(i)::kept)
                    .orElse(1.0);
        }
        return part;
    }

    private ServingSettings of(ServingSettings serving) {
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

    private record Prepared(
            NumberFormat format,
            EffectiveParameters.Known effectiveParameters,
            List<PostTrainingQuantization.Known> conversions)
            implements Change {
        @Override
        public Attempt atEqualLoss(Design design) {
            Optional<EffectiveParameters.Left> left = left(design.model());
            if (left.isEmpty()) {
                return Attempt.none(DesignModel.NO_TOKENS);
            }
            double part = left.get().part();
            return part > 0
                    ? Attempt.of(design.served(format::of)
                            .with(model -> model.times(1 / part))
                            .noting(left.get().notes()))
                    : Attempt.none("the model has no effective parameters left in so few bits");
        }

        @Override
        public Attempt onSameWeights(Design design) {
            if (format.trained) {
                return Attempt.none("its weights are trained in the format");
            }
            return left(design.model())
                    .map(left -> Attempt.of(design.served(format::of).with(model -> model.worth(left.part()))))
                    .orElseGet(() -> Attempt.none(DesignModel.NO_TOKENS));
        }

        // Who trains in a format can also train in 16 bits and convert.
        private Optional<EffectiveParameters.Left> left(DesignModel model) {
            Optional<EffectiveParameters.Left> trained = effectiveParameters.of(model);
            return conversions.stream()
                    .flatMap(conversion -> conversion.of(model).stream())
                    .filter(left ->
                            trained.isEmpty() || left.part() > trained.get().part())
                    .max(Comparator.comparingDouble(EffectiveParameters.Left::part))
                    .map(best -> trained.isEmpty()
                            ? best
                            : best.noting("by itself training in it leaves %s of the effective parameters"
                                    .formatted(NumberText.rounded(trained.get().part(), 3))))
                    .or(() -> trained);
        }

        @Override
        public Optional<Input> ground() {
            return Optional.of(effectiveParameters.ground());
        }
    }
}
