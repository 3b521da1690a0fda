package muster.allocation.search;

import java.util.List;
import muster.allocation.problem.Assignment;
import muster.allocation.problem.Schedule;
import muster.solver.Certificate;
import muster.solver.LinearProgram;

/**
 * The best plan of a schedule, proven.
 *
 * @param schedule which jobs are done, and when they are complete
 * @param assignments what the chips do; chips that are in none are idle
 * @param evaluation the plan worked out without a solver
 * @param bound what no plan of this schedule can better
 * @param duals what more of each thing would add
 * @param certificate the proof of its linear program
 * @param program its linear program
 */
public record OptimalPlan(
        Schedule schedule,
        List<Assignment> assignments,
        PlanEvaluation evaluation,
        double bound,
        DualValues duals,
        Certificate certificate,
        LinearProgram program) {
    public OptimalPlan {
        assignments = List.copyOf(assignments);
    }

    /** What it is worth, in researcher-months, as worked out without a solver. */
    public double worth() {
        return evaluation.worth();
    }
}
