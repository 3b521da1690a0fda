package muster.view.estimate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import muster.scenario.Estimate;
import muster.trace.TraceStep;
import muster.view.Paragraph;
import muster.view.Section;

/** What was put into estimates differently, of which a reader takes in so much at once. */
final class DifferentInputs {
    private static final int MOST = 10;

    private DifferentInputs() {}

    /** The inputs that differ, those that every estimate has first; no section where none do. */
    static List<Section> of(List<Estimate> estimates, boolean all) {
        List<String> names = estimates.stream()
                .flatMap(estimate -> estimate.steps().stream())
                .filter(step -> step.kind() == TraceStep.Kind.INPUT)
                .map(TraceStep::name)
                .distinct()
                .filter(name -> differs(estimates, name))
                .sorted(Comparator.comparing(name -> !everywhere(estimates, name)))
                .toList();
        List<Section> sections = new ArrayList<>();
        int shown = all ? names.size() : Math.min(MOST, names.size());
        if (shown > 0) {
            sections.add(EstimateTable.grid(estimates, "inputs that differ", names.subList(0, shown), List.of()));
        }
        if (shown < names.size()) {
            int more = names.size() - shown;
            sections.add(Paragraph.of(
                    more == 1
                            ? "1 more input differs; --all-inputs shows it"
                            : "%s more inputs differ; --all-inputs shows them".formatted(more)));
        }
        return sections;
    }

    private static boolean everywhere(List<Estimate> estimates, String name) {
        return estimates.stream().allMatch(estimate -> estimate.step(name).isPresent());
    }

    // By all digits, of which the cells show fewer.
    private static boolean differs(List<Estimate> estimates, String name) {
        return estimates.stream()
                        .map(estimate ->
                                estimate.step(name).map(step -> step.value() + " " + estimate.percentiles(step)))
                        .distinct()
                        .count()
                > 1;
    }
}
