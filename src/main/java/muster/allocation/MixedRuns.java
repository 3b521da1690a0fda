package muster.allocation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import muster.allocation.problem.Activity;
import muster.allocation.problem.Assignment;
import muster.allocation.search.OptimalPlan;
import muster.diagnostic.Diagnostic;
import muster.diagnostic.Severity;
import muster.fleet.TrainOn;
import muster.hardware.Chip;

/** Warns of models that a plan trains on chips of several makers or generations at once. */
final class MixedRuns {
    private MixedRuns() {}

    /** A warning for each such model, placed where the training is written. */
    static List<Diagnostic> of(AllocationPlan section, OptimalPlan plan) {
        Map<String, Map<Integer, List<Assignment>>> runs = plan.assignments().stream()
                .filter(one -> one.activity() instanceof Activity.Train)
                .collect(Collectors.groupingBy(
                        one -> ((Activity.Train) one.activity()).model(),
                        LinkedHashMap::new,
                        Collectors.groupingBy(Assignment::period)));
        List<Diagnostic> warnings = new ArrayList<>();
        runs.forEach((job, periods) -> periods.values().stream()
                .max(Comparator.comparingInt(List::size))
                .flatMap(widest -> TrainOn.assumption(kinds(section, widest), "the training of " + job))
                .ifPresent(words -> warnings.add(new Diagnostic(
                        Severity.WARNING,
                        "mixed-run",
                        section.section().train().orElseThrow().from().place(),
                        words))));
        return warnings;
    }

    // By what they do of the run in that period.
    private static Map<String, Chip> kinds(AllocationPlan section, List<Assignment> together) {
        Map<String, Chip> kinds = new LinkedHashMap<>();
        together.stream()
                .sorted(Comparator.comparingDouble(one -> -one.chips()
                        * section.section()
                                .train()
                                .flatMap(train -> TrainingRates.rate(chip(section, one), train.format()))
                                .map(rate -> rate.value().distribution().central())
                                .orElse(0.0)))
                .forEach(one -> kinds.put(one.chip(), chip(section, one)));
        return kinds;
    }

    private static Chip chip(AllocationPlan section, Assignment one) {
        Chip chip = section.chips().get(one.chip());
        if (chip == null) {
            throw new IllegalStateException("no chip " + one.chip());
        }
        return chip;
    }
}
