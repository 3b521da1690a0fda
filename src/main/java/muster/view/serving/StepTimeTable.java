package muster.view.serving;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import muster.inference.replica.FrontierStudy;
import muster.inference.replica.OperatingPoint;
import muster.inference.serving.Attainment;
import muster.inference.step.Machine;
import muster.inference.step.MatrixFormat;
import muster.inference.step.ModelFormats;
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
                        .ifPresent(serving -> serving.explanation()
                                .ifPresent(steps -> add(
                                        tables,
                                        kind.chip(),
                                        "inference.replica.%s.serial_speed".formatted(kind.chip()),
                                        serving.point(),
                                        steps))));
        return tables;
    }

    /** The same of the deployment that is wanted of a frontier. */
    public static List<Chapter> of(FrontierStudy study) {
        List<Chapter> tables = new ArrayList<>();
        study.best()
                .ifPresent(best -> study.explanation(best)
                        .ifPresent(steps -> add(tables, study.chip(), "the serial speed of the best", best, steps)));
        return tables;
    }

    private static void add(
            List<Chapter> tables, String chip, String speed, OperatingPoint point, StepExplanation steps) {
        double alone = StepExplanation.sum(steps.alone());
        double seconds = steps.seconds();
        tables.add(Chapter.captioned(
                "%s: %s is 1/%s s = %s token/s before the error; a token takes (%s T + %s T') %s/%s, with T = %s s of a step on each chip (%s, batch %s). The chip has %s B/s of memory, %s FLOP/s in the format of its products and %s at 16 bits; w and r are these times their efficiencies e_w and e_r"
                        .formatted(
                                chip,
                                speed,
                                shown(seconds),
                                shown(1 / seconds),
                                NumberText.rounded(steps.alonePart(), DIGITS),
                                part(steps),
                                shown(steps.speculation()),
                                shown(steps.tokensPerStep()),
                                shown(alone),
                                DeploymentWords.spread(point),
                                NumberText.exact(point.deployment().batch()),
                                shown(steps.machine().bandwidthBytesPerSecond()),
                                shown(steps.formats().feedForward().flopPerSecond()),
                                shown(steps.machine().wideFlopPerSecond())),
                grid(steps.alone(), steps)));
        if (!steps.withPrefill().isEmpty()) {
            tables.add(Chapter.captioned(
                    "%s: T' = %s s of a step that prefills beside it"
                            .formatted(chip, shown(StepExplanation.sum(steps.withPrefill()))),
                    grid(steps.withPrefill(), steps)));
        }
    }

    private static String part(StepExplanation steps) {
        return NumberText.rounded(steps.part(), DIGITS);
    }

    private static Grid grid(List<StepTerm> terms, StepExplanation steps) {
        List<List<String>> rows = new ArrayList<>();
        for (StepTerm term : terms) {
            if (term.seconds() > 0) {
                rows.add(List.of(
                        term.operator(),
                        shown(term.count()),
                        shown(term.bytes()),
                        shown(term.bytesPerSecond()),
                        efficiency(term.bytesPerSecond(), bandwidth(term, steps.machine())),
                        shown(term.flop()),
                        shown(term.flopPerSecond()),
                        efficiency(term.flopPerSecond(), rate(term, steps)),
                        shown(term.fixedSeconds()),
                        shown(term.seconds()),
                        formula(term)));
            }
        }
        return Grid.of(
                List.of(
                        "operator",
                        "n",
                        "b, B",
                        "w, B/s",
                        "e_w",
                        "f, FLOP",
                        "r, FLOP/s",
                        "e_r",
                        "c, s",
                        "all, s",
                        "formula"),
                rows,
                Set.of(1, 2, 3, 4, 5, 6, 7, 8, 9));
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

    // What goes over links and network is named so; all else goes through the memory.
    private static double bandwidth(StepTerm term, Machine machine) {
        return term.operator().endsWith("over the network")
                ? machine.networkBytesPerSecond()
                : term.operator().endsWith("in the scale-up domain")
                        ? machine.linkBytesPerSecond()
                        : machine.bandwidthBytesPerSecond();
    }

    // Products run in one of the formats of the model; what attends to the cache at 16 bits.
    private static double rate(StepTerm term, StepExplanation steps) {
        ModelFormats formats = steps.formats();
        return Stream.of(formats.attention(), formats.feedForward(), formats.wide())
                .filter(format -> format.efficiency() * format.flopPerSecond() == term.flopPerSecond())
                .mapToDouble(MatrixFormat::flopPerSecond)
                .findFirst()
                .orElse(
                        term.operator().contains("experts")
                                ? formats.feedForward().flopPerSecond()
                                : steps.machine().wideFlopPerSecond());
    }

    private static String efficiency(double reached, double peak) {
        return reached == 0 || peak == 0 ? "-" : NumberText.rounded(reached / peak, DIGITS);
    }

    private static String shown(double number) {
        return number == 0 ? "-" : NumberText.rounded(number, DIGITS);
    }
}
