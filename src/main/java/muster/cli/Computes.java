package muster.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import muster.diagnostic.Place;
import muster.diagnostic.Problems;
import muster.unit.Quantity;
import muster.unit.UnitMismatch;
import muster.unit.UnitSyntax;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** Training compute as a person writes it in options. */
final class Computes {
    private static final double MOST_TIMES = 1e60;

    private Computes() {}

    /** A compute above zero; a bare number is in FLOP, since nothing else is meant here. */
    static Optional<Quantity> flop(String option, String text, Problems problems) {
        try {
            Quantity written = Quantity.parse(text.strip().matches("[-+0-9.eE]+") ? text.strip() + " FLOP" : text);
            double value = written.in("FLOP");
            if (value > 0) {
                return Optional.of(written);
            }
            problems.error("out-of-range", Place.argument(option + " " + text), "a compute is above 0");
        } catch (UnitSyntax | UnitMismatch e) {
            problems.error(
                    "not-a-quantity", Place.argument(option + " " + text), e.getMessage() + ". A compute is in FLOP");
        }
        return Optional.empty();
    }

    /** The ends of {@code LOW..HIGH}, in FLOP. */
    static List<Double> ends(CommandSpec spec, String option, String text) {
        String[] ends = text.split("\\.\\.", -1);
        Problems problems = new Problems();
        if (ends.length == 2) {
            Optional<Quantity> low = flop(option, ends[0], problems);
            Optional<Quantity> high = flop(option, ends[1], problems);
            problems.orThrow();
            double from = low.orElseThrow().base();
            double to = high.orElseThrow().base();
            if (from < to && to / from <= MOST_TIMES) {
                return List.of(from, to);
            }
        }
        throw new ParameterException(
                spec.commandLine(), option + " is LOW..HIGH, as 1e20..1e28, and LOW is below HIGH");
    }

    /** A compute for each power of ten from one end to the other. */
    static List<Double> decades(List<Double> ends) {
        List<Double> computes = new ArrayList<>();
        for (double flop = ends.get(0); flop <= ends.get(1) * (1 + 1e-9); flop *= 10) {
            computes.add(flop);
        }
        return computes;
    }
}
