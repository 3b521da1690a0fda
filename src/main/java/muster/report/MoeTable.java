package muster.report;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import muster.format.Encoding;
import muster.scaling.TrainedShape;
import muster.scenario.Estimate;
import muster.scenario.MoeReadings;
import muster.scenario.SizedByLaw;
import muster.unit.Numbers;

/** A dense model and mixtures of experts in its place, by what stays the same. */
public final class MoeTable {
    private static final int DIGITS = 4;

    private MoeTable() {}

    /** A row for each reading. */
    public static Grid grid(MoeReadings moe) {
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
                    cell(sized, "model.parameters"),
                    cell(sized, reading.dense() ? "model.parameters" : "model.active_parameters"),
                    cell(sized, "model.tokens"),
                    Numbers.rounded(compute(reading), DIGITS),
                    Numbers.rounded(100 * compute(reading) / dense, 3) + "%"));
            for (Encoding encoding : TrainedShape.NAMED) {
                row.add(cell(sized, "model.weights." + encoding));
            }
            row.add(Cells.whole(sized.estimate(), "model.shape.layers"));
            row.add(Cells.whole(sized.estimate(), "model.shape.width"));
            row.add(Cells.whole(sized.estimate(), "model.shape.feed_forward"));
            rows.add(row);
        }
        return new Grid(head, rows, Set.of(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11));
    }

    /** The training compute of a reading, in FLOP: 6 FLOP for each active parameter and token. */
    static double compute(MoeReadings.Reading reading) {
        return reading.dense()
                ? reading.sized().flop()
                : reading.sized().value("training.moe_compute").orElseThrow();
    }

    private static String cell(SizedByLaw sized, String figure) {
        Estimate estimate = sized.estimate();
        return estimate.step(figure).map(step -> Cells.of(estimate, step)).orElse("-");
    }

    /** What must be said beside the readings. */
    public static List<String> notes(MoeReadings moe) {
        SizedByLaw dense = moe.readings().get(0).sized();
        Set<String> notes = new LinkedHashSet<>();
        notes.add("the dense model is by %s: %s; experts %s; catalog %s"
                .formatted(
                        dense.id(),
                        dense.title(),
                        moe.experts(),
                        dense.estimate().catalog()));
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
