package muster.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import muster.scenario.Estimate;
import muster.trace.Step;
import muster.unit.Numbers;

/** What must be said beside the figures of an estimate: changes, basis, samples, comparisons, warnings. */
final class Notes {
    private static final String COMPARED = "workforce.compared.";

    private Notes() {}

    static List<String> of(Estimate estimate) {
        List<String> notes = new ArrayList<>();
        estimate.settings().forEach(setting -> notes.add("changed: " + setting));
        estimate.basis().forEach((name, words) -> notes.add(name + ": " + words));
        estimate.sampling()
                .ifPresent(how -> notes.add(
                        "samples: %s of seed %s; figures are medians with 5th and 95th percentiles, which do not add up across rows"
                                .formatted(Numbers.rounded((double) how.samples(), 7), how.seed())));
        String compared = estimate.steps().stream()
                .filter(step -> step.kind() == Step.Kind.DERIVED && step.name().startsWith(COMPARED))
                .map(step -> "%s times %s"
                        .formatted(Cells.of(estimate, step), step.name().substring(COMPARED.length())))
                .collect(Collectors.joining(", "));
        if (!compared.isEmpty()) {
            notes.add("parallel researchers compared with people: " + compared);
        }
        estimate.warnings().forEach(warning -> notes.add("warning: " + warning.message()));
        return notes;
    }
}
