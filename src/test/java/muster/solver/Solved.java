package muster.solver;

import java.util.LinkedHashMap;
import java.util.Map;

/** Programs that more than one test solves, and outcomes of the kind that a test expects. */
final class Solved {
    private Solved() {}

    static SolverOutcome.Optimal optimal(LinearProgram program) {
        return (SolverOutcome.Optimal) Solver.solve(program);
    }

    /** Wyndor Glass: hours of three plants for doors that earn 3 and windows that earn 5. */
    static LinearProgram wyndor(double plant1, double plant2, double plant3) {
        LinearProgram.Builder program = LinearProgram.maximise();
        Variable doors = program.variable("doors");
        Variable windows = program.variable("windows");
        program.objective(new LinearExpression().plus(3, doors).plus(5, windows));
        program.atMost("plant-1", new LinearExpression().plus(1, doors), plant1);
        program.atMost("plant-2", new LinearExpression().plus(2, windows), plant2);
        program.atMost("plant-3", new LinearExpression().plus(3, doors).plus(2, windows), plant3);
        return program.build();
    }

    static Map<String, Double> map(String one, double first, String two, double second) {
        Map<String, Double> map = new LinkedHashMap<>();
        map.put(one, first);
        map.put(two, second);
        return map;
    }
}
