package muster.solver;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A program with room in every constraint, which always has a feasible point; the least sum of room, each measured by the
 * size of its constraint, is to be found.
 *
 * @param program the program with room
 * @param rooms the variables of the room that each constraint has, by name
 * @param sizes the size of each constraint, in its unit, by name
 */
record ElasticProgram(LinearProgram program, Map<String, List<Variable>> rooms, Map<String, Double> sizes) {

    static ElasticProgram of(LinearProgram tight) {
        LinearProgram.Builder builder = LinearProgram.minimise();
        List<Variable> variables = new ArrayList<>();
        tight.variables()
                .forEach(variable ->
                        variables.add(builder.variable("x " + variable.name(), variable.low(), variable.high())));
        LinearExpression total = new LinearExpression();
        Map<String, List<Variable>> rooms = new LinkedHashMap<>();
        Map<String, Double> sizes = new LinkedHashMap<>();
        for (Constraint constraint : tight.constraints()) {
            double size = size(constraint);
            LinearExpression left = new LinearExpression();
            constraint
                    .terms()
                    .forEach(term -> left.plus(
                            term.coefficient(), variables.get(term.variable().index())));
            List<Variable> room = new ArrayList<>();
            if (constraint.relation() != Relation.AT_MOST) {
                room.add(room(builder, "more " + constraint.name(), left, size, total));
            }
            if (constraint.relation() != Relation.AT_LEAST) {
                room.add(room(builder, "less " + constraint.name(), left, -size, total));
            }
            builder.constrain(constraint.name(), left, constraint.relation(), constraint.bound());
            rooms.put(constraint.name(), room);
            sizes.put(constraint.name(), size);
        }
        builder.objective(total);
        return new ElasticProgram(builder.build(), rooms, sizes);
    }

    private static Variable room(
            LinearProgram.Builder builder, String name, LinearExpression left, double size, LinearExpression total) {
        Variable room = builder.variable(name);
        left.plus(size, room);
        total.plus(1, room);
        return room;
    }

    private static double size(Constraint constraint) {
        double size = Math.abs(constraint.bound());
        for (LinearTerm term : constraint.terms()) {
            size = constraint.bound() == 0 ? Math.max(size, Math.abs(term.coefficient())) : size;
        }
        return size == 0 ? 1 : size;
    }

    /** The size of a constraint, in its unit. */
    double size(String constraint) {
        return sizes.getOrDefault(constraint, 1.0);
    }

    /** By how much each constraint is loosened at the optimum, in its unit, where it is. */
    Map<String, Double> relaxation(SolverOutcome.Optimal least) {
        Map<String, Double> cure = new LinkedHashMap<>();
        rooms.forEach((constraint, room) -> {
            double needed = room.stream().mapToDouble(least::value).sum();
            if (needed > Certificate.TOLERANCE) {
                cure.put(constraint, needed * size(constraint));
            }
        });
        return cure;
    }
}
