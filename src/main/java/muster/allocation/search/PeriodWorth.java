package muster.allocation.search;

import java.util.List;
import muster.allocation.problem.PeriodGroup;
import muster.solver.SolverOutcome;
import muster.solver.Variable;

/**
 * What the equivalents of a period in a span are worth under tangents: of none, and of each step of them.
 *
 * @param span the span
 * @param none the variable of what no equivalents are worth
 * @param steps the variables of the steps
 * @param lines the tangents of the steps
 */
record PeriodWorth(PeriodGroup span, Variable none, List<Variable> steps, List<Tangents.Step> lines) {

    /** The equivalents of a period at a solution, and what they are worth under the tangents. */
    record Value(PeriodGroup span, double equivalents, double worth) {}

    Value at(SolverOutcome.Optimal solution) {
        double equivalents = 0;
        double worth = solution.value(none);
        for (int step = 0; step < steps.size(); step++) {
            double taken = solution.value(steps.get(step));
            equivalents += taken;
            worth += lines.get(step).slope() * taken;
        }
        return new Value(span, equivalents, worth);
    }
}
