package muster.allocation.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import muster.allocation.problem.CapabilityRequirement;
import muster.allocation.problem.Situation;
import muster.allocation.problem.TrainingJob;
import muster.solver.Solver;

/**
 * Why a model cannot be there in time, and the least relaxation that would make it so, each on its own.
 *
 * @param job the id of the training job that is the first to fail
 * @param neededFlop its work
 * @param by the periods after which it must be complete
 * @param mostFlop the most of it that the fleet can do by then, if it does nothing else
 * @param conflict the constraints that cannot hold together, by name
 * @param later the first period after which it could be complete, if any
 * @param moreChips the part by which every type of chip would have to be more, if that helps
 * @param morePowerWatts the power that would have to be more in every period, if that helps
 * @param moreBudgetUsd the budget that would have to be more, if that helps
 */
public record Shortfall(
        String job,
        double neededFlop,
        int by,
        double mostFlop,
        Set<String> conflict,
        Optional<Integer> later,
        Optional<Double> moreChips,
        Optional<Double> morePowerWatts,
        Optional<Double> moreBudgetUsd) {
    // A last digit is not a reason to say that a job cannot be done.
    static final double ENOUGH = 1 - 1e-9;

    static List<Shortfall> all(Situation situation, CapabilityRequirement needed) {
        List<Shortfall> all = new ArrayList<>();
        for (String model : needed.models()) {
            situation.jobs().stream()
                    .filter(job -> job.id().equals(model))
                    .forEach(job -> all.add(of(situation, job, needed.by())));
        }
        return all;
    }

    static Shortfall of(Situation situation, TrainingJob job, int by) {
        double most = TrainingEffort.most(situation, job, by);
        // A job that alone could be done waits too long for what it needs: that is what fails.
        for (String before : most >= ENOUGH ? job.after() : List.<String>of()) {
            if (!situation.existing().contains(before)) {
                return of(situation, situation.job(before), by - 1);
            }
        }
        Set<String> clash = Solver.solve(TrainingEffort.enough(situation, job, by))
                .match(
                        optimal -> Set.<String>of(),
                        infeasible -> infeasible.certificate().keySet(),
                        unbounded -> Set.<String>of(),
                        unverified -> {
                            throw new UnprovenProgram(unverified.reasons());
                        });
        Optional<Integer> later = Optional.empty();
        for (int period = by + 1; period <= situation.periods() && later.isEmpty(); period++) {
            later = TrainingEffort.most(situation, job, period) >= ENOUGH ? Optional.of(period) : Optional.empty();
        }
        return new Shortfall(
                job.id(),
                job.workFlop(),
                by,
                most * job.workFlop(),
                clash,
                later,
                TrainingEffort.least(situation, job, by, TrainingEffort.Room.CHIPS),
                TrainingEffort.least(situation, job, by, TrainingEffort.Room.POWER),
                TrainingEffort.least(situation, job, by, TrainingEffort.Room.BUDGET));
    }
}
