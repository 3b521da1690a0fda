package muster.allocation.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import muster.allocation.problem.ResourceLimits;
import muster.allocation.problem.ServingOption;
import muster.allocation.problem.Situation;

/**
 * Why the best plan is to do nothing.
 *
 * @param servable the models that some chip serves, by name
 * @param shortfalls what each job lacks of being complete while there is still time to serve
 * @param lifted the limits, each with what would be done without it
 */
public record NothingDone(List<String> servable, List<Shortfall> shortfalls, List<Lifted> lifted) {
    private static final double MEGA = 1e6;

    public NothingDone {
        servable = List.copyOf(servable);
        shortfalls = List.copyOf(shortfalls);
        lifted = List.copyOf(lifted);
    }

    /**
     * A limit that is taken away. The dual values of a plan that does nothing are zero, since a little more would still do nothing:
     * the price is that of all that it takes, per unit.
     *
     * @param limit its name, as {@code power}
     * @param unit the unit of what it limits
     * @param given how much there is, in that unit
     * @param taken how much the best plan without it takes
     * @param worth what that plan is worth, in researcher-months
     */
    public record Lifted(String limit, String unit, double given, double taken, double worth) {
        /** What a unit more adds on average, in researcher-months. */
        public double price() {
            return worth / (taken - given);
        }
    }

    /** The reason; nothing where something is done. */
    static Optional<NothingDone> of(Situation situation, Optional<OptimalPlan> best) {
        return best.filter(plan -> !(plan.worth() > 0)).map(plan -> of(situation));
    }

    private static NothingDone of(Situation situation) {
        List<String> servable = situation.servings().stream()
                .map(ServingOption::model)
                .distinct()
                .toList();
        // A job that is complete when the last period ends serves nothing any more.
        int by = situation.periods() - 1;
        List<Shortfall> shortfalls = by < 1
                ? List.of()
                : situation.jobs().stream()
                        .filter(job -> servable.contains(job.id()))
                        .filter(job -> TrainingEffort.most(situation, job, by) < Shortfall.ENOUGH)
                        .map(job -> Shortfall.of(situation, job, by))
                        .toList();
        return new NothingDone(servable, shortfalls, lifted(situation));
    }

    private static List<Lifted> lifted(Situation situation) {
        ResourceLimits limits = situation.limits();
        List<Lifted> lifted = new ArrayList<>();
        limits.powerWatts()
                .ifPresent(watts -> without(situation, limits.withoutPower()).ifPresent(plan -> {
                    double most = plan.evaluation().periods().stream()
                            .mapToDouble(PlanEvaluation.Period::powerWatts)
                            .max()
                            .orElse(0);
                    double given =
                            watts.stream().mapToDouble(each -> each).max().orElse(0);
                    lifted.add(new Lifted("power", "MW", given / MEGA, most / MEGA, plan.worth()));
                }));
        limits.budgetUsd()
                .ifPresent(usd -> without(situation, limits.withoutBudget())
                        .ifPresent(plan -> lifted.add(new Lifted(
                                "budget", "USD", usd, plan.evaluation().costUsd(), plan.worth()))));
        return lifted;
    }

    private static Optional<OptimalPlan> without(Situation situation, ResourceLimits rest) {
        return AllocationSolution.best(situation.with(rest)).filter(plan -> plan.worth() > 0);
    }
}
