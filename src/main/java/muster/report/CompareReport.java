package muster.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import muster.inference.Breakdown;
import muster.scenario.Compared;
import muster.technique.Design;
import muster.technique.Named;
import muster.technique.Outcome;
import muster.technique.Reason;
import muster.technique.Result;
import muster.technique.Row;
import muster.technique.Slot;
import muster.technique.Stack;
import muster.uncertainty.Spread;
import muster.unit.Numbers;

/** Techniques beside a base, for people and for spreadsheets. */
public final class CompareReport {
    private static final int DIGITS = 3;
    private static final Set<Integer> NUMBERS = Set.of(1, 2, 3, 4, 5, 6, 8, 9);
    private static final List<String> HEAD = List.of(
            "techniques",
            "token/s",
            "gain",
            "fastest stream",
            "work",
            "same weights",
            "replica",
            "model",
            "training FLOP",
            "pays after tokens",
            "quality");

    private CompareReport() {}

    /** Gains, what goes together and why, reasons and sources. */
    public static String text(Compared compared) {
        StringBuilder text = new StringBuilder(title(compared))
                .append("\n\n")
                .append(grid(compared).text());
        paragraphs(compared).forEach((head, lines) -> {
            text.append('\n').append(head).append('\n');
            lines.forEach(line -> text.append("  ").append(line).append('\n'));
        });
        return text.toString();
    }

    /** The same in Markdown. */
    public static String markdown(Compared compared) {
        StringBuilder text = new StringBuilder("**%s**\n\n".formatted(title(compared)))
                .append(grid(compared).markdown());
        paragraphs(compared).forEach((head, lines) -> {
            text.append("\n%s\n\n".formatted(head));
            lines.forEach(line -> text.append("- ").append(line).append('\n'));
        });
        return text.toString();
    }

    static String title(Compared compared) {
        return "%s: techniques at equal loss".formatted(compared.scenario());
    }

    /** The rows in order: the base, each alone, all together, all but each. */
    static List<Row> rows(Compared compared) {
        return Stream.of(
                        Stream.of(compared.comparison().base()),
                        compared.comparison().alone().stream(),
                        compared.comparison().stacks().stream().flatMap(CompareReport::rows))
                .flatMap(rows -> rows)
                .distinct()
                .toList();
    }

    // Of two techniques, all but one is the other alone.
    private static Stream<Row> rows(Stack stack) {
        return Stream.concat(
                Stream.of(stack.all()),
                stack.without().stream().filter(row -> row.techniques().size() > 1));
    }

    private static Grid grid(Compared compared) {
        return new Grid(HEAD, rows(compared).stream().map(CompareReport::cells).toList(), NUMBERS);
    }

    private static List<String> cells(Row row) {
        Result equal = row.equalLoss();
        return List.of(
                row.name(),
                equal.outcome().map(CompareReport::throughput).orElse("-"),
                times(row.throughputGain(equal)),
                times(row.speedGain(equal)),
                times(row.gain(equal, Compared.WORK)),
                times(row.throughputGain(row.sameWeights())),
                equal.outcome()
                        .map(outcome -> Numbers.rounded(outcome.chips(), DIGITS))
                        .orElse("-"),
                equal.outcome().map(CompareReport::model).orElse("-"),
                equal.design()
                        .map(Design::trainingFlop)
                        .filter(OptionalDouble::isPresent)
                        .map(flop -> Numbers.rounded(flop.getAsDouble(), DIGITS))
                        .orElse("-"),
                row.techniques().isEmpty() ? "" : tokens(row.breakEvenTokens()),
                standing(row));
    }

    private static String throughput(Outcome outcome) {
        Spread spread = outcome.spread().get("inference.throughput");
        return spread == null || spread.p5() == spread.p95()
                ? Numbers.rounded(outcome.throughput(), DIGITS)
                : Cells.interval(spread);
    }

    private static String model(Outcome outcome) {
        double all = outcome.shape().parameters();
        double active = outcome.shape().activeParameters() + outcome.shape().embedding();
        return active < 0.99 * all
                ? "%s of %s".formatted(Numbers.rounded(active, DIGITS), Numbers.rounded(all, DIGITS))
                : Numbers.rounded(all, DIGITS);
    }

    private static String times(OptionalDouble gain) {
        return gain.isPresent() ? Numbers.rounded(gain.getAsDouble(), DIGITS) + "x" : "-";
    }

    private static String tokens(OptionalDouble tokens) {
        return tokens.isEmpty()
                ? "-"
                : Double.isInfinite(tokens.getAsDouble())
                        ? "never"
                        : tokens.getAsDouble() == 0 ? "at once" : Numbers.rounded(tokens.getAsDouble(), DIGITS);
    }

    private static String standing(Row row) {
        return String.join(
                ", ",
                row.techniques().stream()
                        .map(technique -> technique.standing().toString())
                        .distinct()
                        .toList());
    }

    private static Map<String, List<String>> paragraphs(Compared compared) {
        Map<String, List<String>> paragraphs = new LinkedHashMap<>();
        for (Stack stack : compared.comparison().stacks()) {
            paragraphs.put("together: " + stack.all().name(), together(stack));
        }
        put(paragraphs, "no figure", missing(compared));
        put(paragraphs, "mind", notes(compared));
        put(paragraphs, "sources", sources(compared));
        put(paragraphs, "basis", basis(compared));
        return paragraphs;
    }

    private static void put(Map<String, List<String>> paragraphs, String head, List<String> lines) {
        if (!lines.isEmpty()) {
            paragraphs.put(head, lines);
        }
    }

    /** Why the joint gain of a stack is another than the product of single ones. */
    static List<String> together(Stack stack) {
        if (stack.interaction().isEmpty()) {
            return List.of("no joint gain to compare with the product of single ones: a row has none");
        }
        List<String> lines = new ArrayList<>();
        lines.add("%s together, where the product of each alone is %s: a factor of %s is interaction"
                .formatted(
                        times(stack.joint()),
                        times(stack.product()),
                        Numbers.rounded(stack.interaction().getAsDouble(), DIGITS)));
        for (Reason reason : stack.reasons()) {
            lines.add("%s gains %s alone, where a token's time is %s, and %s on top of the others, where it is %s"
                    .formatted(
                            reason.technique(),
                            times(OptionalDouble.of(reason.alone())),
                            largest(reason.before()),
                            times(OptionalDouble.of(reason.onTop())),
                            largest(reason.after())));
        }
        return lines;
    }

    private static String largest(Breakdown time) {
        return Reason.Cause.of(time).stream()
                .limit(2)
                .map(cause -> "%s%% %s".formatted(Math.round(100 * cause.part(time)), cause.words()))
                .collect(Collectors.joining(" and "));
    }

    private static List<String> missing(Compared compared) {
        List<String> lines = new ArrayList<>();
        for (Row row : rows(compared)) {
            missing(lines, row.name(), "at equal loss", row.equalLoss());
            missing(lines, row.name(), "on the same weights", row.sameWeights());
        }
        return lines.stream().distinct().toList();
    }

    private static void missing(List<String> lines, String name, String how, Result result) {
        if (result.outcome().isEmpty()) {
            lines.add("%s, %s: %s".formatted(name, how, result.refusal()));
        }
    }

    private static List<String> notes(Compared compared) {
        List<String> notes = new ArrayList<>();
        for (Row row : compared.comparison().alone()) {
            alternatives(compared, row).ifPresent(notes::add);
            row.equalLoss()
                    .design()
                    .ifPresent(design -> design.notes().forEach(note -> notes.add(row.name() + ": " + note)));
            widened(row).ifPresent(notes::add);
            double worth = row.sameWeights()
                    .design()
                    .map(design -> design.model().worth())
                    .orElse(1.0);
            if (worth != 1) {
                notes.add("%s on the same weights has the loss of a model of %s times the size"
                        .formatted(row.name(), Numbers.rounded(worth, DIGITS)));
            }
        }
        return notes;
    }

    private static Optional<String> widened(Row row) {
        return row.equalLoss()
                .outcome()
                .filter(outcome -> !outcome.formats()
                        .equals(row.equalLoss().design().orElseThrow().serving().encodings()))
                .map(outcome -> "%s: %s cannot multiply so and serves in %s"
                        .formatted(row.name(), outcome.chip(), outcome.formats()));
    }

    private static Optional<String> alternatives(Compared compared, Row row) {
        Named own = row.techniques().get(0);
        List<String> others = compared.comparison().alone().stream()
                .map(other -> other.techniques().get(0))
                .filter(other -> !other.equals(own) && !other.goesWith(own))
                .map(Named::id)
                .toList();
        return others.isEmpty()
                ? Optional.empty()
                : Optional.of("%s is an alternative to %s: both fill %s"
                        .formatted(
                                own.id(),
                                String.join(", ", others),
                                own.slots().stream().map(Slot::toString).collect(Collectors.joining(", "))));
    }

    private static List<String> sources(Compared compared) {
        return compared.comparison().alone().stream()
                .map(row -> row.techniques().get(0))
                .map(technique -> "%s: %s; %s".formatted(technique.id(), technique.standing(), technique.source()))
                .toList();
    }

    private static List<String> basis(Compared compared) {
        List<String> lines = new ArrayList<>();
        compared.settings().forEach(setting -> lines.add("changed: " + setting));
        lines.addAll(compared.notes());
        lines.add(
                "gain: answers of the fleet over those of the base, at the loss of the base; fastest stream: the same of one stream; work: researcher-months");
        lines.add(
                "replica: chips of one, with those that read its prompts; same weights: the gain on the weights of the base, whose loss may be another");
        if (compared.sampling().isPresent()) {
            lines.add("token/s: medians with 5th and 95th percentiles; gains are at the central values");
        }
        lines.add(
                "pays after: tokens served until the longer training is made up for, by the time of the fleet; - where the scenario does not train on it");
        lines.add("catalog " + compared.catalog());
        return lines;
    }

    /** A row for each set of techniques, with all digits. */
    public static String csv(Compared compared) {
        List<List<String>> rows = new ArrayList<>();
        for (Row row : rows(compared)) {
            Result equal = row.equalLoss();
            rows.add(List.of(
                    compared.scenario(),
                    row.name(),
                    equal.outcome()
                            .map(outcome -> Numbers.exact(outcome.throughput()))
                            .orElse(""),
                    exact(row.throughputGain(equal)),
                    exact(row.speedGain(equal)),
                    exact(row.gain(equal, Compared.WORK)),
                    equal.refusal(),
                    exact(row.throughputGain(row.sameWeights())),
                    row.sameWeights().refusal(),
                    equal.outcome()
                            .map(outcome -> Numbers.exact(outcome.shape().parameters()))
                            .orElse(""),
                    equal.outcome()
                            .map(outcome -> Numbers.exact(outcome.shape().activeParameters()))
                            .orElse(""),
                    exact(row.extraFlop()),
                    exact(row.breakEvenTokens()),
                    standing(row),
                    compared.catalog().hash()));
        }
        return new Grid(
                        List.of(
                                "scenario",
                                "techniques",
                                "throughput",
                                "throughput_gain",
                                "speed_gain",
                                "work_gain",
                                "no_equal_loss_because",
                                "same_weights_gain",
                                "no_same_weights_because",
                                "parameters",
                                "active_parameters",
                                "extra_training_flop",
                                "break_even_tokens",
                                "quality",
                                "catalog"),
                        rows,
                        Set.of())
                .csv();
    }

    private static String exact(OptionalDouble number) {
        return number.isEmpty()
                ? ""
                : Double.isInfinite(number.getAsDouble()) ? "never" : Numbers.exact(number.getAsDouble());
    }
}
