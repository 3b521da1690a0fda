package muster.solver;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Proves that the objective of a program has no limit: the best direction of unit size that breaks no constraint and runs
 * into no bound improves the objective, and there is a feasible point to start from.
 */
final class UnboundedRay {
    private UnboundedRay() {}

    static Optional<? extends SolverOutcome> prove(LinearProgram program) {
        ProgramScaling scaling = ProgramScaling.of(program);
        Optional<SolverOutcome.Optimal> direction = Solver.optimum(directions(program, scaling));
        double rate = direction.map(SolverOutcome.Optimal::objective).orElse(0.0);
        if (rate * program.sense().sign() <= Certificate.TOLERANCE * size(program, scaling)) {
            return Optional.empty();
        }
        SolverOutcome start =
                Solver.solve(new LinearProgram(program.sense(), List.of(), program.variables(), program.constraints()));
        return start.match(
                point -> direction.map(best -> new SolverOutcome.Unbounded(point.values(), best.values(), rate)),
                Optional::of,
                never -> Optional.empty(),
                unknown -> Optional.empty());
    }

    private static LinearProgram directions(LinearProgram program, ProgramScaling scaling) {
        LinearProgram.Builder builder =
                program.sense() == Sense.MAXIMISE ? LinearProgram.maximise() : LinearProgram.minimise();
        Map<Integer, Variable> variables = new LinkedHashMap<>();
        for (Variable variable : program.variables()) {
            double unit = scaling.column(variable.index());
            double low = Double.isFinite(variable.low()) ? 0 : -unit;
            double high = Double.isFinite(variable.high()) ? 0 : unit;
            variables.put(variable.index(), builder.variable(variable.name(), low, high));
        }
        builder.objective(sum(program.objective(), variables));
        program.constraints()
                .forEach(constraint -> builder.constrain(
                        constraint.name(), sum(constraint.terms(), variables), constraint.relation(), 0));
        return builder.build();
    }

    private static LinearExpression sum(Iterable<LinearTerm> terms, Map<Integer, Variable> variables) {
        LinearExpression sum = new LinearExpression();
        for (LinearTerm term : terms) {
            Variable variable = variables.get(term.variable().index());
            if (variable != null) {
                sum.plus(term.coefficient(), variable);
            }
        }
        return sum;
    }

    private static double size(LinearProgram program, ProgramScaling scaling) {
        return program.objective().stream()
                .mapToDouble(term -> Math.abs(term.coefficient())
                        * scaling.column(term.variable().index()))
                .max()
                .orElse(0);
    }
}
