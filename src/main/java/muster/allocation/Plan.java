package muster.allocation;

import java.util.List;
import muster.solver.Certificate;
import muster.solver.Program;

/**
 * The best plan of a schedule, proven.
 *
 * @param schedule which jobs are done, and when they are complete
 * @param assignments what the chips do; chips that are in none are idle
 * @param evaluation the plan worked out without a solver
 * @param bound what no plan of this schedule can better
 * @param prices what more of each thing would add
 * @param certificate the proof of its linear program
 * @param program its linear program
 */
public record Plan(
        Schedule schedule,
        List<Assignment> assignments,
        Evaluation evaluation,
        double bound,
        Prices prices,
        Certificate certificate,
        Program program) {
    public Plan {
        assignments = List.copyOf(assignments);
    }

    /** What it is worth, in researcher-months, as worked out without a solver. */
    public double worth() {
        return evaluation.worth();
    }
}
