package muster.view.scaling;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import muster.format.Encoding;
import muster.model.ModelFigures;
import muster.scaling.TrainedShape;
import muster.scaling.law.TrainingFigures;
import muster.scenario.Estimate;
import muster.scenario.MoeReadings;
import muster.scenario.SizedByLaw;
import muster.unit.NumberText;
import muster.view.Grid;
import muster.view.figure.Cells;

/** A dense model and mixtures of experts in its place, by what stays the same. */
final class MoeTable {
    /** What the names of the figures of the second law begin with. */
    static final String SECOND = TrainingFigures.MOE_BY_FINE_GRAINED_LAW;

    private static final int DIGITS = 4;

    private MoeTable() {}

    /** A row for each reading. */
    static Grid grid(MoeReadings moe) {
        List<String> head =
                new ArrayList<>(List.of("reading", "parameters", "active", "tokens", "compute", "of dense"));
        TrainedShape.NAMED.forEach(encoding -> head.add(encoding + " (GB)"));
        head.addAll(List.of("layers", "width", "feed-forward"));
        double dense = compute(moe.readings().get(0));
        List<List<String>> rows = new ArrayList<>();
        for (MoeReadings.Reading reading : moe.readings()) {
            SizedByLaw sized = reading.sized();
            List<String> row = new ArrayList<>(List.of(
                    reading.name().replace('_', ' '),
                    cell(sized, ModelFigures.PARAMETERS),
                    cell(sized, reading.dense() ? ModelFigures.PARAMETERS : ModelFigures.ACTIVE_PARAMETERS),
                    cell(sized, ModelFigures.TOKENS),
                    NumberText.rounded(compute(reading), DIGITS),
                    NumberText.rounded(100 * compute(reading) / dense, 3) + "%"));
            for (Encoding encoding : TrainedShape.NAMED) {
                row.add(cell(sized, ModelFigures.WEIGHTS + encoding));
            }
            row.add(Cells.whole(sized.estimate(), ModelFigures.SHAPE_LAYERS));
            row.add(Cells.whole(sized.estimate(), ModelFigures.SHAPE_WIDTH));
            row.add(Cells.whole(sized.estimate(), ModelFigures.SHAPE_FEED_FORWARD));
            rows.add(row);
            if (secondLaw(sized).isPresent()) {
                rows.add(second(sized, dense));
            }
        }
        return Grid.of(head, rows, Set.of(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11));
    }

    // What the other law of experts has as good; it is not laid out further.
    private static List<String> second(SizedByLaw sized, double dense) {
        double parameters = secondLaw(sized).orElseThrow();
        double compute = secondCompute(sized);
        List<String> row = new ArrayList<>(List.of(
                "same loss, second law",
                cell(sized, SECOND + "parameters"),
                cell(sized, SECOND + "active_parameters"),
                cell(sized, ModelFigures.TOKENS),
                NumberText.rounded(compute, DIGITS),
                NumberText.rounded(100 * compute / dense, 3) + "%"));
        TrainedShape.NAMED.forEach(
                encoding -> row.add(NumberText.rounded(parameters * encoding.bytes() / 1e9, DIGITS)));
        List.of("layers", "width", "feed_forward")
                .forEach(figure -> row.add(Cells.whole(sized.estimate(), SECOND + "shape." + figure)));
        return row;
    }

    /** The parameters that the second law of experts has as good, where a reading has one. */
    static OptionalDouble secondLaw(SizedByLaw sized) {
        return sized.value(SECOND + "parameters");
    }

    /** 6 n D of the same, in FLOP. */
    static double secondCompute(SizedByLaw sized) {
        return 6 * sized.value(SECOND + "active_parameters").orElseThrow() * sized.tokens();
    }

    /** The training compute of a reading, in FLOP: 6 FLOP for each active parameter and token. */
    static double compute(MoeReadings.Reading reading) {
        return reading.dense()
                ? reading.sized().flop()
                : reading.sized().value(TrainingFigures.MOE_COMPUTE).orElseThrow();
    }

    private static String cell(SizedByLaw sized, String figure) {
        Estimate estimate = sized.estimate();
        return estimate.step(figure).map(step -> Cells.of(estimate, step)).orElse("-");
    }

    /** What must be said beside the readings. */
    static List<String> notes(MoeReadings moe) {
        SizedByLaw dense = moe.readings().get(0).sized();
        Set<String> notes = new LinkedHashSet<>();
        notes.add("the dense model is by %s: %s; experts %s; catalog %s"
                .formatted(
                        dense.id(),
                        dense.title(),
                        moe.experts(),
                        dense.estimate().catalog()));
        notes.add("the second law is %s; laws of experts disagree by factors at sizes that nobody trained"
                .formatted(moe.readings().stream()
                        .flatMap(reading ->
                                reading
                                        .sized()
                                        .estimate()
                                        .step(TrainingFigures.MOE_SECOND_LAW_PARAMETER_COEFFICIENT)
                                        .stream())
                        .flatMap(step -> step.source().stream())
                        .map(source -> source.citation())
                        .findFirst()
                        .orElse("without an answer")));
        notes.add(
                "every model is trained on the tokens of the dense one; a reading says what stays the same, and not that it is best");
        moe.readings()
                .forEach(reading -> reading.sized()
                        .estimate()
                        .warnings()
                        .forEach(warning -> notes.add("warning: " + warning.message())));
        return List.copyOf(notes);
    }
}
