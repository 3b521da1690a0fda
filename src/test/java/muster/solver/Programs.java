package muster.solver;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import muster.testing.Seeded.Draws;

/** Random programs. */
final class Programs {
    private Programs() {}

    /** A program of a few variables and constraints of every kind; it may be infeasible or unbounded. */
    static LinearProgram small(Draws draws) {
        LinearProgram.Builder program =
                draws.oneOf(List.of(true, false)) ? LinearProgram.maximise() : LinearProgram.minimise();
        List<Variable> variables = variables(draws, program, draws.whole(1, 7));
        program.objective(sum(draws, variables));
        int rows = draws.whole(1, 7);
        for (int row = 0; row < rows; row++) {
            Relation relation = draws.oneOf(List.of(Relation.values()));
            program.constrain("c" + row, sum(draws, variables), relation, draws.between(-20, 40));
        }
        return program.build();
    }

    private static List<Variable> variables(Draws draws, LinearProgram.Builder program, int count) {
        List<Variable> variables = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            double low = draws.oneOf(List.of(0.0, 0.0, -5.0, Double.NEGATIVE_INFINITY));
            double high = draws.oneOf(List.of(Double.POSITIVE_INFINITY, 10.0, 3.0));
            variables.add(program.variable("x" + i, low, high));
        }
        return variables;
    }

    // A third of the coefficients is zero and all have one decimal, so that corners often coincide.
    private static LinearExpression sum(Draws draws, List<Variable> variables) {
        LinearExpression sum = new LinearExpression();
        variables.forEach(variable ->
                sum.plus(draws.whole(0, 2) == 0 ? 0 : Math.rint(draws.between(-60, 90)) / 10, variable));
        return sum;
    }

    /**
     * A random fleet in miniature: chips of some types over some periods train one model and serve another, under power and
     * a budget; the work must be done by the end.
     */
    static LinearProgram fleet(Draws draws) {
        return fleet(draws, draws.whole(1, 5), draws.whole(1, 5));
    }

    /** The same of so many types and periods. */
    static LinearProgram fleet(Draws draws, int types, int periods) {
        LinearProgram.Builder program = LinearProgram.maximise();
        LinearExpression research = new LinearExpression();
        LinearExpression work = new LinearExpression();
        LinearExpression cost = new LinearExpression();
        List<LinearExpression> power = IntStream.range(0, periods)
                .mapToObj(t -> new LinearExpression())
                .toList();
        double most = 0;
        double fleet = 0;
        for (int type = 0; type < types; type++) {
            double chips = draws.magnitude(1, 1000);
            double rate = draws.magnitude(0.1, 10);
            double tokens = draws.magnitude(0.1, 10);
            double watts = draws.between(0.3, 1.5);
            for (int period = 0; period < periods; period++) {
                String name = ".%d.%d".formatted(type, period);
                Variable train = program.variable("train" + name);
                Variable serve = program.variable("serve" + name);
                program.atMost(
                        "chips" + name, new LinearExpression().plus(1, train).plus(1, serve), chips);
                research.plus(tokens, serve);
                work.plus(rate, train);
                cost.plus(watts, train).plus(watts, serve);
                power.get(period).plus(watts, train).plus(watts, serve);
            }
            most += rate * chips * periods;
            fleet += watts * chips;
        }
        program.objective(research);
        // Power and budget first, so that what is left can always do the work.
        double spared = draws.between(0.5, 1.2);
        for (int period = 0; period < periods; period++) {
            program.atMost("power." + period, power.get(period), spared * fleet);
        }
        program.atMost("budget", cost, draws.between(0.5, 1.2) * fleet * periods);
        program.atLeast("work", work, draws.between(0, 0.2) * most);
        return program.build();
    }

    /** A sparse packing program: rows with ten terms each, all of it positive; half as many rows as variables. */
    static LinearProgram packing(Draws draws, int columns) {
        LinearProgram.Builder program = LinearProgram.maximise();
        List<Variable> variables = IntStream.range(0, columns)
                .mapToObj(i -> program.variable("x" + i))
                .toList();
        LinearExpression objective = new LinearExpression();
        variables.forEach(variable -> objective.plus(draws.between(1, 10), variable));
        program.objective(objective);
        LinearExpression all = new LinearExpression();
        variables.forEach(variable -> all.plus(1, variable));
        for (int row = 0; row < columns / 2; row++) {
            LinearExpression sum = new LinearExpression();
            for (int term = 0; term < 10; term++) {
                sum.plus(draws.between(0.1, 10), variables.get(draws.whole(0, columns - 1)));
            }
            program.atMost("row" + row, sum, draws.between(10, 100));
        }
        program.atMost("all", all, 1000.0 * columns);
        return program.build();
    }

    /** The program with one right side changed. */
    static LinearProgram with(LinearProgram program, int row, double bound) {
        List<Constraint> constraints = new ArrayList<>(program.constraints());
        Constraint old = constraints.get(row);
        constraints.set(row, new Constraint(old.name(), old.terms(), old.relation(), bound));
        return new LinearProgram(program.sense(), program.objective(), program.variables(), constraints);
    }
}
