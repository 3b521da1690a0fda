package muster.view.allocation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import muster.allocation.search.AllocationSolution;
import muster.allocation.search.OptimalPlan;
import muster.allocation.search.TrainingChoice;
import muster.allocation.search.TriedSchedule;
import muster.unit.NumberText;

/** What must be said beside a plan. */
final class AllocationNotes {
    // What a choice may lose and still count as near.
    private static final double NEAR = 0.05;

    private final AllocationResult result;
    private final List<String> notes = new ArrayList<>();

    private AllocationNotes(AllocationResult result) {
        this.result = result;
    }

    static List<String> of(AllocationResult result) {
        AllocationNotes notes = new AllocationNotes(result);
        basis(result).forEach((name, words) -> notes.notes.add(name + ": " + words));
        result.allocated().best().ifPresent(notes::planned);
        result.unrequired().ifPresent(notes::required);
        result.warnings().forEach(warning -> notes.notes.add(warning.toString()));
        return notes.notes;
    }

    /** What the figures rest on; that an estimate leaves the plan out is no matter here. */
    static Map<String, String> basis(AllocationResult result) {
        Map<String, String> basis = new LinkedHashMap<>(result.estimate().basis());
        basis.remove("allocation");
        return basis;
    }

    private void planned(OptimalPlan plan) {
        List<TriedSchedule> tried = result.allocated().tried();
        long solved = tried.stream()
                .filter(one -> one.fate() == TriedSchedule.Fate.SOLVED)
                .count();
        notes.add(
                "search: %s schedules of completion, %s solved, %s cut off by bounds or by time; every linear program is proven"
                        .formatted(tried.size(), solved, tried.size() - solved));
        notes.add(String.format(
                Locale.ROOT,
                "proof: primal residual %.0e, dual residual %.0e, gap %.0e; the plan worked out without a solver is worth %s of a bound of %s",
                plan.certificate().primalResidual(),
                plan.certificate().dualResidual(),
                plan.certificate().gap(),
                NumberText.rounded(plan.worth(), 9),
                NumberText.rounded(plan.bound(), 9)));
        if (plan.worth() > 0) {
            size(plan);
        }
    }

    // How flat the choice of size is, and whether the grid holds the best: only where both its neighbours are worse.
    private void size(OptimalPlan plan) {
        List<TrainingChoice> single = result.allocated().choices().stream()
                .filter(choice -> choice.jobs().size() == 1)
                .sorted(Comparator.comparingDouble(this::work))
                .toList();
        if (single.size() < 2) {
            return;
        }
        List<String> near = single.stream()
                .filter(choice -> choice.worth() >= plan.worth() * (1 - NEAR))
                .flatMap(choice -> choice.jobs().stream())
                .toList();
        if (!near.isEmpty()) {
            notes.add("within %s of the best: %s".formatted(AllocationTables.percent(NEAR), String.join(", ", near)));
        }
        Set<String> done = plan.schedule().completion().keySet();
        List.of(single.get(0), single.get(single.size() - 1)).forEach(end -> {
            if (done.containsAll(end.jobs())) {
                notes.add("the size that is best, %s, lies at the edge of the grid: a wider grid may hold a better one"
                        .formatted(String.join(", ", end.jobs())));
            }
        });
    }

    private double work(TrainingChoice choice) {
        return result.allocated().situation().jobs().stream()
                .filter(job -> choice.jobs().contains(job.id()))
                .mapToDouble(job -> job.workFlop())
                .sum();
    }

    private void required(AllocationSolution free) {
        double with = result.allocated().best().map(OptimalPlan::worth).orElse(0.0);
        double without = free.best().map(OptimalPlan::worth).orElse(0.0);
        String words = result.allocated()
                .situation()
                .requirement()
                .map(requirement -> requirement.words())
                .orElse("");
        boolean binds = without > with * (1 + 1e-6);
        notes.add(
                binds
                        ? "the requirement of %s binds: without it the best plan would be worth %s, where %s"
                                .formatted(
                                        words,
                                        NumberText.rounded(without, 5),
                                        free.best()
                                                .map(plan -> plan.schedule().toString())
                                                .orElse(""))
                        : "the requirement of %s does not bind".formatted(words));
    }
}
