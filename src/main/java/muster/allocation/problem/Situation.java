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
 * @param returns what parallel researchers are worth; under a law of research, what counts as how many of them
 * @param requirement what must be trained in time
 * @param research the law under which chips can run experiments too; without it researchers alone are worth something
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
        Optional<CapabilityRequirement> requirement,
        Optional<ResearchTerms> research) {
    public Situation {
        stocks = List.copyOf(stocks);
        existing = List.copyOf(existing);
        jobs = List.copyOf(jobs);
    }

    /** The same with the ways to serve as a list, where researchers alone are worth something. */
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
                requirement,
                Optional.empty());
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

    /** The compute of all chips in a period as experiments count it, in H100e; 0 where they are worth nothing. */
    public double mostH100e(int period) {
        return stocks.stream()
                .mapToDouble(stock -> stock.count(period) * h100e(stock.chip()))
                .sum();
    }

    /** The compute of one chip of a type as experiments count it, in H100e; 0 where they are worth nothing. */
    public double h100e(String chip) {
        return research.filter(ResearchTerms::needsExperiments)
                .map(terms -> terms.h100e(chip))
                .orElse(0.0);
    }

    /** The same with other chips. */
    public Situation with(List<ChipStock> other) {
        return new Situation(
                periods, periodSeconds, other, existing, jobs, rivals, menu, limits, returns, requirement, research);
    }

    /** The same under other limits. */
    public Situation with(ResourceLimits other) {
        return new Situation(
                periods, periodSeconds, stocks, existing, jobs, rivals, menu, other, returns, requirement, research);
    }

    /** The same under a law of research. */
    public Situation under(ResearchTerms law) {
        return new Situation(
                periods,
                periodSeconds,
                stocks,
                existing,
                jobs,
                rivals,
                menu,
                limits,
                returns,
                requirement,
                Optional.of(law));
    }

    /**
     * What a period is worth without discount: in researcher-months, or under a law of research in months of the laboratory's.
     *
     * @param h100e compute of experiments
     * @param equivalents researchers at work, by what each counts
     */
    private double undiscounted(double h100e, double equivalents) {
        return research.map(law -> returns.months() * law.rate(h100e, equivalents))
                .orElseGet(() -> returns.undiscounted(equivalents));
    }

    /** What a period is worth. */
    public double worth(int period, double h100e, double equivalents) {
        return returns.discounted(period) * undiscounted(h100e, equivalents);
    }
}
