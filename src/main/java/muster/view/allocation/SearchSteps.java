package muster.view.allocation;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import muster.allocation.search.TriedSchedule;
import muster.unit.NumberText;
import muster.view.Preformatted;
import muster.view.Section;
import muster.view.figure.StepByStep;

/**
 * How a plan was found: schedules tried and cut off, what cannot be served, ways to serve, and every step behind the coefficients.
 *
 * @param result the allocation
 */
record SearchSteps(AllocationResult result) {

    List<Section> sections() {
        return List.of(
                new Preformatted(schedules()),
                lines(
                        "what cannot be served",
                        result.section().refusals().stream().map(String::valueOf)),
                lines(
                        "ways to serve that the plan can use",
                        result.allocated().situation().servings().stream()
                                .map(serving -> "%s on %s: %s researchers per chip, serial speed-up %s"
                                        .formatted(
                                                serving.variant(),
                                                serving.chip(),
                                                NumberText.rounded(serving.researchersPerChip(), 4),
                                                NumberText.rounded(serving.speedup(), 4)))),
                StepByStep.of(
                        result.estimate().scenario(), result.section().chain().steps()));
    }

    private List<String> schedules() {
        List<String> lines = new ArrayList<>(List.of("the search, schedule by schedule"));
        Map<TriedSchedule.Fate, List<TriedSchedule>> fates = new EnumMap<>(TriedSchedule.Fate.class);
        result.allocated()
                .tried()
                .forEach(tried -> fates.computeIfAbsent(tried.fate(), fate -> new ArrayList<>())
                        .add(tried));
        fates.forEach((fate, all) -> {
            lines.add("  %s: %s".formatted(all.size(), fate));
            all.forEach(tried -> lines.add("    " + one(tried)));
        });
        return lines;
    }

    private static String one(TriedSchedule tried) {
        return switch (tried.fate()) {
            case SOLVED ->
                "%s: worth %s, bound %s".formatted(tried.schedule(), shown(tried.worth()), shown(tried.bound()));
            case CUT_OFF -> "%s: bound %s".formatted(tried.schedule(), shown(tried.bound()));
            case TOO_LITTLE_TIME, INFEASIBLE -> tried.schedule().toString();
        };
    }

    private static String shown(double value) {
        return NumberText.rounded(value, 6);
    }

    private static Preformatted lines(String heading, Stream<String> lines) {
        return new Preformatted(Stream.concat(Stream.of(heading), lines.map(line -> "  " + line))
                .toList());
    }
}
