package muster.view.serving;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import muster.inference.serving.Attainment;
import muster.inference.step.StepExplanation;
import muster.inference.step.StepTerm;
import muster.unit.NumberText;
import muster.view.Chapter;
import muster.view.Grid;

/**
 * The time per output token worked out term by term, for people: what {@code --explain} shows of a speed that a search found.
 */
public final class StepTimeTable {
    private static final int DIGITS = 5;

    private StepTimeTable() {}

    /** A table for each step that matters, each with what it is. */
    public static List<Chapter> of(Attainment attainment) {
        List<Chapter> tables = new ArrayList<>();
        attainment
                .kinds()
                .forEach(kind -> kind.serving()
                        .ifPresent(serving ->
                                serving.explanation().ifPresent(steps -> add(tables, kind.chip(), serving, steps))));
        return tables;
    }

    private static void add(List<Chapter> tables, String chip, Attainment.Kind.Serving serving, StepExplanation steps) {
        double alone = StepExplanation.sum(steps.alone());
        double seconds = steps.seconds();
        tables.add(Chapter.captioned(
                "%s: inference.replica.%s.serial_speed is 1/%s s = %s token/s before the error; a token takes ((1 - %s) T + %s T') %s/%s, with T = %s s of a step on each chip (%s, batch %s). The chip has %s B/s of memory, %s FLOP/s in the format of its products and %s at 16 bits; w and r are these times their efficiencies"
                        .formatted(
                                chip,
                                chip,
                                shown(seconds),
                                shown(1 / seconds),
                                part(steps),
                                part(steps),
                                shown(steps.speculation()),
                                shown(steps.tokensPerStep()),
                                shown(alone),
                                DeploymentWords.spread(serving.point()),
                                NumberText.exact(serving.point().deployment().batch()),
                                shown(steps.machine().bandwidthBytesPerSecond()),
                                shown(steps.formats().feedForward().flopPerSecond()),
                                shown(steps.machine().wideFlopPerSecond())),
                grid(steps.alone())));
        if (!steps.withPrefill().isEmpty()) {
            tables.add(Chapter.captioned(
                    "%s: T' = %s s of a step that prefills beside it"
                            .formatted(chip, shown(StepExplanation.sum(steps.withPrefill()))),
                    grid(steps.withPrefill())));
        }
    }

    private static String part(StepExplanation steps) {
        return NumberText.rounded(steps.part(), DIGITS);
    }

    private static Grid grid(List<StepTerm> terms) {
        List<List<String>> rows = new ArrayList<>();
        for (StepTerm term : terms) {
            if (term.seconds() > 0) {
                rows.add(List.of(
                        term.operator(),
                        shown(term.count()),
                        shown(term.bytes()),
                        shown(term.bytesPerSecond()),
                        shown(term.flop()),
                        shown(term.flopPerSecond()),
                        shown(term.fixedSeconds()),
                        shown(term.seconds()),
                        formula(term)));
            }
        }
        return Grid.of(
                List.of("operator", "n", "b, B", "w, B/s", "f, FLOP", "r, FLOP/s", "c, s", "all, s", "formula"),
                rows,
                Set.of(1, 2, 3, 4, 5, 6, 7));
    }

    private static String formula(StepTerm term) {
        boolean moves = term.bytes() > 0;
        boolean computes = term.flop() > 0;
        String p = shown(term.blend());
        String both = moves && computes
                ? "((b/w)^%s + (f/r)^%s)^(1/%s)".formatted(p, p, p)
                : moves ? "b/w" : computes ? "f/r" : "";
        String fixed = term.fixedSeconds() > 0 ? "c" : "";
        return "n (%s%s%s)".formatted(fixed, fixed.isEmpty() || both.isEmpty() ? "" : " + ", both);
    }

    private static String shown(double number) {
        return number == 0 ? "-" : NumberText.rounded(number, DIGITS);
    }
}
