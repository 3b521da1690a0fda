package muster.solver;

import java.util.LinkedHashMap;
import java.util.Map;

/** Programs that more than one test solves, and outcomes of the kind that a test expects. */
final class Solved {
    private Solved() {}

    static Outcome.Optimal optimal(Program program) {
        return (Outcome.Optimal) Solver.solve(program);
    }

    /** Wyndor Glass: hours of three plants for doors that earn 3 and windows that earn 5. */
    static Program wyndor(double plant1, double plant2, double plant3) {
        Program.Builder program = Program.maximise();
        Variable doors = program.variable("doors");
        Variable windows = program.variable("windows");
        program.objective(new Sum().plus(3, doors).plus(5, windows));
        program.atMost("plant-1", new Sum().plus(1, doors), plant1);
        program.atMost("plant-2", new Sum().plus(2, windows), plant2);
        program.atMost("plant-3", new Sum().plus(3, doors).plus(2, windows), plant3);
        return program.build();
    }

    static Map<String, Double> map(String one, double first, String two, double second) {
        Map<String, Double> map = new LinkedHashMap<>();
        map.put(one, first);
        map.put(two, second);
        return map;
    }
}
