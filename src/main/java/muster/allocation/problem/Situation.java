package muster.allocation.problem;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * All that a plan is made from, in numbers.
 *
 * @param periods how many periods there are
 * @param periodSeconds the length of each
 * @param stocks the chips
 * @param existing the ids of the models that are there from the start
 * @param jobs the models that could be trained
 * @param rivals jobs of which only so many are done
 * @param menu how models can be served
 * @param limits power, budget, supervision
 * @param returns what parallel researchers are worth
 * @param requirement what must be trained in time
 */
public record Situation(
        int periods,
        double periodSeconds,
        List<ChipStock> stocks,
        List<String> existing,
        List<TrainingJob> jobs,
        ExclusiveJobs rivals,
        ServingMenu menu,
        ResourceLimits limits,
        ResearchReturns returns,
        Optional<CapabilityRequirement> requirement) {
    public Situation {
        stocks = List.copyOf(stocks);
        existing = List.copyOf(existing);
        jobs = List.copyOf(jobs);
    }

    /** The same with the ways to serve as a list. */
    public Situation(
            int periods,
            double periodSeconds,
            List<ChipStock> stocks,
            List<String> existing,
            List<TrainingJob> jobs,
            ExclusiveJobs rivals,
            List<ServingOption> servings,
            ResourceLimits limits,
            ResearchReturns returns,
            Optional<CapabilityRequirement> requirement) {
        this(
                periods,
                periodSeconds,
                stocks,
                existing,
                jobs,
                rivals,
                ServingMenu.of(servings),
                limits,
                returns,
                requirement);
    }

    /** How models can be served. */
    public List<ServingOption> servings() {
        return menu.all();
    }

    /** The chips of each type, by its id. */
    public Map<String, ChipStock> stocksByChip() {
        return stocks.stream().collect(Collectors.toMap(ChipStock::chip, stock -> stock, (first, again) -> first));
    }

    /** The job of an id. */
    public TrainingJob job(String id) {
        return jobs.stream()
                .filter(job -> job.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no job is " + id));
    }

    /** The same with other chips. */
    public Situation with(List<ChipStock> other) {
        return new Situation(periods, periodSeconds, other, existing, jobs, rivals, menu, limits, returns, requirement);
    }

    /** The same under other limits. */
    public Situation with(ResourceLimits other) {
        return new Situation(periods, periodSeconds, stocks, existing, jobs, rivals, menu, other, returns, requirement);
    }
}
