package muster.technique;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import muster.catalog.Catalog;
import muster.diagnostic.Problems;
import muster.document.Choice;
import muster.document.In;
import muster.document.When;
import muster.document.yaml.Text;
import muster.scaling.law.FitDomain;
import muster.scaling.quality.NumberFormats;
import muster.scaling.quality.QualityLaw;
import muster.uncertainty.Input;

/** How the effective parameters of a model in a number format are known. */
@Choice
sealed interface EffectiveParameters permits EffectiveParameters.Stated, EffectiveParameters.ByLaw {
    /** Looks up what it names. */
    Optional<Known> resolve(NumberFormat format, Catalog catalog, Problems problems);

    /** How much is left of which model. */
    interface Known {
        /** What is left of a model; nothing where that hangs on its tokens and they are not known. */
        Optional<Left> of(DesignModel model);

        /** The number on which it rests. */
        Input ground();
    }

    /**
     * What is left.
     *
     * @param part with N parameters the loss is that of a plain model of {@code part N}
     * @param notes where this is from beyond what was measured or fitted
     */
    record Left(double part, List<String> notes) {
        public Left {
            notes = List.copyOf(notes);
        }

        Left noting(String more) {
            List<String> all = new ArrayList<>(notes);
            all.add(more);
            return new Left(part, all);
        }
    }

    /**
     * A stated part, as it was measured on some models.
     *
     * @param effectiveParameters with N parameters the loss is that of a plain model of {@code effective_parameters N}
     * @param measured the models on which it was measured, all parameters counted
     * @param elsewhere the law of number formats that says it of other models
     */
    @When(key = "effective_parameters")
    record Stated(@In("1") Input effectiveParameters, Optional<FitDomain> measured, Optional<Text> elsewhere)
            implements EffectiveParameters {
        public Stated {
            if (elsewhere.isPresent() && measured.isEmpty()) {
                throw new IllegalArgumentException("elsewhere needs measured, beyond which it is asked");
            }
        }

        @Override
        public Optional<Known> resolve(NumberFormat format, Catalog catalog, Problems problems) {
            Known stated = new ByMeasurement(effectiveParameters, measured);
            return elsewhere.isEmpty()
                    ? Optional.of(stated)
                    : elsewhere.flatMap(law -> new ByLaw(law)
                            .resolve(format, catalog, problems)
                            .map(other -> new Either(this, stated, other)));
        }
    }

    /** A stated part, said where it is asked beyond what was measured. */
    record ByMeasurement(Input ground, Optional<FitDomain> measured) implements Known {
        @Override
        public Optional<Left> of(DesignModel model) {
            return Optional.of(new Left(
                    ground.central(),
                    beyond(model).isEmpty()
                            ? List.of()
                            : List.of("effective parameters were not measured on such models: %s what was"
                                    .formatted(String.join(", ", beyond(model))))));
        }

        List<String> beyond(DesignModel model) {
            // Without tokens the size alone tells.
            double tokens = model.tokens().orElse(Double.NaN);
            return measured.map(known -> known.outside(model.size(), tokens, Double.NaN))
                    .orElse(List.of());
        }
    }

    /** What was measured where it was, and a law elsewhere. */
    record Either(Stated stated, Known first, Known second) implements Known {
        @Override
        public Optional<Left> of(DesignModel model) {
            return new ByMeasurement(stated.effectiveParameters(), stated.measured())
                            .beyond(model)
                            .isEmpty()
                    ? first.of(model)
                    : second.of(model);
        }

        @Override
        public Input ground() {
            return first.ground();
        }
    }

    /**
     * A part by a law of number formats, from the bits of each number without its part of the scales: for a model that is trained in
     * the format by all of its numbers, for one that is brought into it afterwards by its weights.
     *
     * @param law the law
     */
    @When(key = "law")
    record ByLaw(Text law) implements EffectiveParameters {
        @Override
        public Optional<Known> resolve(NumberFormat format, Catalog catalog, Problems problems) {
            return catalog.bind(QualityLaw.KIND, law, "law", problems).flatMap(found -> {
                if (!(found instanceof NumberFormats formats)) {
                    problems.error(
                            "unlike-law",
                            law.place(),
                            "%s is no law of number formats. Maybe kumar-formats?".formatted(law.value()));
                    return Optional.empty();
                }
                if (format.trained()) {
                    return Optional.of(new Trained(format, formats));
                }
                if (formats.afterTraining().isEmpty() || format.weights().isEmpty()) {
                    problems.error(
                            "unlike-law",
                            law.place(),
                            "%s says nothing of %s that %s quantized after training. Maybe trained: true?"
                                    .formatted(
                                            law.value(),
                                            format.weights().isEmpty() ? "activations and cache" : "weights",
                                            format.weights().isEmpty() ? "are alone" : "are"));
                    return Optional.empty();
                }
                return Optional.of(new Converted(format, formats));
            });
        }
    }

    /** By a law of training in the format. */
    record Trained(NumberFormat format, NumberFormats law) implements Known {
        @Override
        public Optional<Left> of(DesignModel model) {
            return Optional.of(new Left(format.effectiveParametersBy(law.central()), outside(law, model)));
        }

        @Override
        public Input ground() {
            return (format.weights().isPresent() ? law.weights() : law.cache()).bits();
        }
    }

    /** By a law of quantizing weights after training. */
    record Converted(NumberFormat format, NumberFormats law) implements Known {
        @Override
        public Optional<Left> of(DesignModel model) {
            OptionalDouble tokens = model.tokens();
            if (tokens.isEmpty()) {
                return Optional.empty();
            }
            double part = law.afterTraining()
                    .orElseThrow()
                    .central()
                    .effectiveParameters(
                            model.outsideEmbedding(),
                            tokens.getAsDouble(),
                            format.weights().orElseThrow().bits());
            Left left = new Left(part, outside(law, model));
            return Optional.of(
                    format.activations().filter(encoding -> !encoding.wide()).isPresent()
                            ? left.noting(
                                    "the law of what is lost after training counts weights alone, not activations")
                            : left);
        }

        @Override
        public Input ground() {
            return law.afterTraining().orElseThrow().bits();
        }
    }

    private static List<String> outside(NumberFormats law, DesignModel model) {
        return model.tokens().isPresent()
                ? ExtrapolationNotes.notes(
                        "the format",
                        law.domain(),
                        model.outsideEmbedding(),
                        model.tokens().getAsDouble())
                : List.of();
    }
}
