package muster.view.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import muster.trace.TraceStep;
import muster.unit.NumberText;
import muster.view.Preformatted;

/** A record of figures with the expression and the source of each. */
public final class StepByStep {
    private static final int DIGITS = 6;

    private StepByStep() {}

    /**
     * The lines of a record.
     *
     * @param name what it is the record of
     * @param steps the record
     */
    public static Preformatted of(String name, List<TraceStep> steps) {
        List<String> lines = new ArrayList<>(List.of(name + ", step by step"));
        steps.forEach(step -> lines.addAll(lines(step)));
        return new Preformatted(lines);
    }

    private static List<String> lines(TraceStep step) {
        String symbol = step.symbol().isEmpty() ? "" : "  [%s]".formatted(step.symbol());
        String how = switch (step.kind()) {
            case DERIVED -> "= " + step.expression();
            case SOLVED -> "solved so that " + String.join("\n    and ", step.checks());
            case INPUT, CONSTANT -> step.kind() + ": " + origin(step);
        };
        String unit = step.unit().equals("1") ? "" : " " + step.unit();
        return Stream.concat(
                        Stream.of("%s = %s%s%s"
                                .formatted(step.name(), NumberText.rounded(step.value(), DIGITS), unit, symbol)),
                        ("    " + how).lines())
                .toList();
    }

    private static String origin(TraceStep step) {
        String place = step.place().map(Object::toString).orElse("");
        String source = step.source().map(found -> found.citation()).orElse("");
        return source
                + (source.isEmpty() || place.isEmpty() ? "" : ", ")
                + place
                + step.centre().map("\n    "::concat).orElse("");
    }
}
