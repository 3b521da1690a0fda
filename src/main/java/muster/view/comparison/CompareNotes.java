package muster.view.comparison;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import muster.inference.step.TokenTimeBreakdown;
import muster.scenario.ComparisonResult;
import muster.technique.Slot;
import muster.technique.comparison.ComparisonRow;
import muster.technique.comparison.DesignResult;
import muster.technique.comparison.InteractionReason;
import muster.technique.comparison.NamedTechnique;
import muster.technique.comparison.ServiceLife;
import muster.technique.comparison.TechniqueStack;
import muster.unit.NumberText;

/** What must be said beside the gains of techniques: why they are not the product, what is missing, what they rest on. */
final class CompareNotes {
    private static final double SECONDS_A_DAY = 86400;

    private CompareNotes() {}

    /** The paragraphs by their heads, in order. */
    static Map<String, List<String>> of(ComparisonResult compared) {
        Map<String, List<String>> paragraphs = new LinkedHashMap<>();
        for (TechniqueStack stack : compared.comparison().stacks()) {
            paragraphs.put("together: " + stack.all().name(), together(stack));
        }
        put(paragraphs, "ranked by the gain at equal total budget", CompareRange.ranking(compared));
        put(paragraphs, "limits", CompareRange.limits(compared));
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
    static List<String> together(TechniqueStack stack) {
        if (stack.interaction().isEmpty()) {
            return List.of("no joint gain to compare with the product of single ones: a row has none");
        }
        List<String> lines = new ArrayList<>();
        lines.add("%s together, where the product of each alone is %s: a factor of %s is interaction"
                .formatted(
                        CompareView.times(stack.joint()),
                        CompareView.times(stack.product()),
                        NumberText.rounded(stack.interaction().getAsDouble(), CompareView.DIGITS)));
        for (InteractionReason reason : stack.reasons()) {
            lines.add("%s gains %s alone, where a token's time is %s, and %s on top of the others, where it is %s"
                    .formatted(
                            reason.technique(),
                            CompareView.times(OptionalDouble.of(reason.alone())),
                            largest(reason.before()),
                            CompareView.times(OptionalDouble.of(reason.onTop())),
                            largest(reason.after())));
        }
        return lines;
    }

    private static String largest(TokenTimeBreakdown time) {
        return InteractionReason.Cause.of(time).stream()
                .limit(2)
                .map(cause -> "%s%% %s".formatted(Math.round(100 * cause.part(time)), cause.words()))
                .collect(Collectors.joining(" and "));
    }

    private static List<String> missing(ComparisonResult compared) {
        List<String> lines = new ArrayList<>();
        for (ComparisonRow row : CompareView.rows(compared)) {
            missing(lines, row.name(), "at equal loss", row.equalLoss());
            // What is no figure of one alone is none of it with others.
            if (row.techniques().size() < 2) {
                missing(lines, row.name(), "on the same weights", row.sameWeights());
            }
        }
        keys(lines, compared.comparison().base());
        return lines.stream().distinct().toList();
    }

    // A column that is empty for want of a key.
    private static void keys(List<String> lines, ComparisonRow base) {
        if (base.equalLoss()
                .design()
                .filter(design -> design.trainingFlop().isEmpty())
                .isPresent()) {
            lines.add(
                    "training FLOP, equal budget and break-even: how many tokens the model is trained on is not known: training_tokens of the architecture, or --training-tokens, says it");
        }
        if (base.gain(base.equalLoss(), ComparisonResult.WORK).isEmpty()
                && base.equalLoss().outcome().isPresent()) {
            lines.add("work: the scenario has no section workforce, which says what a token is worth");
        }
    }

    private static void missing(List<String> lines, String name, String how, DesignResult result) {
        if (result.outcome().isEmpty()) {
            lines.add("%s, %s: %s".formatted(name, how, result.refusal()));
        }
    }

    private static List<String> notes(ComparisonResult compared) {
        List<String> notes = new ArrayList<>();
        for (ComparisonRow row : compared.comparison().alone()) {
            alternatives(compared, row).ifPresent(notes::add);
            held(row).ifPresent(notes::add);
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
                        .formatted(row.name(), NumberText.rounded(worth, CompareView.DIGITS)));
            }
        }
        return notes;
    }

    private static Optional<String> held(ComparisonRow row) {
        if (!row.inBase()) {
            return Optional.empty();
        }
        OptionalDouble gain = row.throughputGain(row.equalLoss());
        return Optional.of("%s is in the base; without it %s"
                .formatted(
                        row.name(),
                        gain.isPresent()
                                ? CompareView.times(OptionalDouble.of(1 / gain.getAsDouble()))
                                : "the base has no feasible deployment"));
    }

    private static Optional<String> widened(ComparisonRow row) {
        return row.equalLoss()
                .outcome()
                .filter(outcome -> !outcome.formats()
                        .equals(row.equalLoss().design().orElseThrow().serving().encodings()))
                .map(outcome -> "%s: %s cannot multiply so and serves in %s"
                        .formatted(row.name(), outcome.chip(), outcome.formats()));
    }

    private static Optional<String> alternatives(ComparisonResult compared, ComparisonRow row) {
        NamedTechnique own = row.techniques().get(0);
        List<String> others = compared.comparison().alone().stream()
                .map(other -> other.techniques().get(0))
                .filter(other -> !other.equals(own) && !other.goesWith(own))
                .map(other -> "%s (both fill %s)".formatted(other.id(), both(own, other)))
                .toList();
        return others.isEmpty()
                ? Optional.empty()
                : Optional.of("%s is an alternative to %s".formatted(own.id(), String.join(", ", others)));
    }

    private static String both(NamedTechnique one, NamedTechnique other) {
        return one.slots().stream()
                .filter(other.slots()::contains)
                .sorted()
                .map(Slot::toString)
                .collect(Collectors.joining(", "));
    }

    private static List<String> sources(ComparisonResult compared) {
        return compared.comparison().alone().stream()
                .map(row -> row.techniques().get(0))
                .map(technique -> "%s: %s; %s".formatted(technique.id(), technique.standing(), technique.source()))
                .toList();
    }

    private static String span(ComparisonResult compared) {
        return compared.span() instanceof ServiceLife.Tokens tokens
                ? "%s tokens".formatted(NumberText.rounded(tokens.count(), CompareView.DIGITS))
                : "what the base serves in %s days"
                        .formatted(NumberText.rounded(
                                ((ServiceLife.Time) compared.span()).seconds() / SECONDS_A_DAY, CompareView.DIGITS));
    }

    private static List<String> basis(ComparisonResult compared) {
        List<String> lines = new ArrayList<>();
        compared.settings().forEach(setting -> lines.add("changed: " + setting));
        lines.addAll(compared.notes());
        lines.add(
                "gain: answers of the fleet over those of the base, at the loss of the base; fastest stream: the same of one stream; work: researcher-months");
        lines.add(
                "replica: chips of one, with those that prefill for it; same weights: the gain on the weights of the base, whose loss may be another");
        lines.add(
                "equal budget: what the base costs over what this costs, in the time of the fleet, for training it and serving %s; of what the base has, the same without it"
                        .formatted(span(compared)));
        lines.add(
                "USD/Mtoken, J/token: rent and power of the part of the fleet that serves, idle chips included, per generated token; 1 million tokens, and 1");
        if (compared.sampling().isPresent()) {
            lines.add("token/s: medians with 5th and 95th percentiles; gains are at the central values");
        }
        lines.add(
                "break-even: tokens served until the longer training is made up for, by the time of the fleet; - where the scenario does not train on it");
        lines.add("catalog " + compared.catalog());
        return lines;
    }
}
