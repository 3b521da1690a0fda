package muster.allocation.search;

import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What could be trained, and the best plan that trains just that.
 *
 * @param jobs the ids of the jobs
 * @param plan the plan; nothing where none can be done
 */
public record TrainingChoice(Set<String> jobs, Optional<OptimalPlan> plan) {
    public TrainingChoice {
        jobs = Collections.unmodifiableSet(new TreeSet<>(jobs));
    }

    /** What it is worth, in researcher-months; negative infinity where it cannot be done. */
    public double worth() {
        return plan.map(OptimalPlan::worth).orElse(Double.NEGATIVE_INFINITY);
    }
}
