package muster.technique;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import muster.catalog.Catalog;
import muster.diagnostic.Place;
import muster.diagnostic.Problems;
import muster.document.yaml.Text;
import muster.format.Encoding;

/**
 * The ways of the catalog to quantize a trained model. Whoever trains a model in the format can do that instead, and so
 * never does worse: what is left of the size is the most of all.
 */
final class PostTrainingQuantization {
    private PostTrainingQuantization() {}

    /** What one of them, whose numbers have so many bits together, leaves. */
    record Known(String id, double bits, EffectiveParameters.Known effectiveParameters) {
        Optional<EffectiveParameters.Left> of(DesignModel model) {
            return effectiveParameters
                    .of(model)
                    .map(left -> left.noting("as good as quantizing it after training (%s)".formatted(id)));
        }
    }

    /** Those after which every number that a format narrows is in that format. */
    static List<Known> into(NumberFormat format, Catalog catalog) {
        List<Known> found = new ArrayList<>();
        for (String id : catalog.ids(Technique.KIND)) {
            // What is wrong with a technique that nobody asked for is told when it is asked for.
            Problems aside = new Problems();
            catalog.get(Technique.KIND, new Text(id, Place.argument(id)), aside)
                    .filter(NumberFormat.class::isInstance)
                    .map(NumberFormat.class::cast)
                    .filter(other -> covers(other, format))
                    .ifPresent(other -> other.effectiveParameters()
                            .resolve(other, catalog, aside)
                            .ifPresent(kept -> found.add(known(id, other, kept))));
        }
        // Of those that leave as much the one that narrows least is named.
        found.sort(Comparator.comparingDouble(Known::bits).reversed());
        return List.copyOf(found);
    }

    private static Known known(String id, NumberFormat format, EffectiveParameters.Known kept) {
        double bits = Stream.of(format.weights(), format.activations(), format.cache())
                .mapToDouble(part -> part.orElse(Encoding.BF16).bits())
                .sum();
        return new Known(id, bits, kept);
    }

    private static boolean covers(NumberFormat other, NumberFormat format) {
        return !other.trained()
                && covers(other.weights(), format.weights())
                && covers(other.activations(), format.activations())
                && covers(other.cache(), format.cache());
    }

    // Numbers in 16 bits are not narrowed.
    private static boolean covers(Optional<Encoding> other, Optional<Encoding> format) {
        return format.filter(encoding -> !encoding.wide()).isEmpty() || format.equals(other);
    }
}
