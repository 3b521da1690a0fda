package muster.solver;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** What became of a program. Only a proven answer has values to show. */
public sealed interface SolverOutcome {

    /** What one makes of each kind of outcome. */
    <R> R match(
            Function<Optimal, R> optimal,
            Function<Infeasible, R> infeasible,
            Function<Unbounded, R> unbounded,
            Function<Unverified, R> unverified);

    /**
     * The best there is, proven.
     *
     * <p>The dual value (shadow price) of a constraint is what one more unit of its right side adds to the objective, whatever
     * the sense and the relation: d(objective) / d(bound). So in a maximum the dual value of an at-most constraint is never
     * negative and that of an at-least constraint never positive; in a minimum it is the other way round. The reduced cost of a
     * variable is the same for the bound at which it lies: d(objective) / d(bound). At a corner where more constraints meet
     * than are needed the dual values of the two directions differ, and this is one of those between.
     *
     * @param objective the value of the objective
     * @param bound what no point can better, from the dual values
     * @param values the variables by name
     * @param duals the dual values of the constraints by name, in units of the objective per unit of the bound
     * @param reducedCosts the reduced costs of the variables by name
     * @param slacks what each constraint leaves unused, by name; zero where it binds
     * @param certificate the proof
     */
    record Optimal(
            double objective,
            double bound,
            Map<String, Double> values,
            Map<String, Double> duals,
            Map<String, Double> reducedCosts,
            Map<String, Double> slacks,
            Certificate certificate)
            implements SolverOutcome {
        public Optimal {
            values = inOrder(values);
            duals = inOrder(duals);
            reducedCosts = inOrder(reducedCosts);
            slacks = inOrder(slacks);
        }

        /** The value of a variable. */
        public double value(Variable variable) {
            return found(values, variable.name());
        }

        /** The dual value (shadow price) of a constraint. */
        public double price(String constraint) {
            return found(duals, constraint);
        }

        @Override
        public <R> R match(
                Function<Optimal, R> optimal,
                Function<Infeasible, R> infeasible,
                Function<Unbounded, R> unbounded,
                Function<Unverified, R> unverified) {
            return optimal.apply(this);
        }
    }

    /**
     * No point meets every constraint, proven: the conflicting constraints, each times its weight (Farkas), add up to something
     * that the bounds of the variables cannot meet.
     *
     * @param certificate the weights of the constraints that cannot hold together, by name
     * @param bounds the variables whose bounds take part, by name
     * @param relaxation by how much to loosen constraints so that all can be met, by name, in units of each; of all such relaxations
     *     one with the least sum of parts of each constraint's size
     * @param margin by how much the sum misses, relative to the sizes in it
     */
    record Infeasible(
            Map<String, Double> certificate, List<String> bounds, Map<String, Double> relaxation, double margin)
            implements SolverOutcome {
        public Infeasible {
            certificate = inOrder(certificate);
            bounds = List.copyOf(bounds);
            relaxation = inOrder(relaxation);
        }

        @Override
        public <R> R match(
                Function<Optimal, R> optimal,
                Function<Infeasible, R> infeasible,
                Function<Unbounded, R> unbounded,
                Function<Unverified, R> unverified) {
            return infeasible.apply(this);
        }
    }

    /**
     * The objective has no limit, proven: from a point that meets every constraint, any length of the ray does too.
     *
     * @param point a feasible point by variable
     * @param ray the direction by variable
     * @param rate what a unit of the ray adds to the objective; negative in a minimum
     */
    record Unbounded(Map<String, Double> point, Map<String, Double> ray, double rate) implements SolverOutcome {
        public Unbounded {
            point = inOrder(point);
            ray = inOrder(ray);
        }

        @Override
        public <R> R match(
                Function<Optimal, R> optimal,
                Function<Infeasible, R> infeasible,
                Function<Unbounded, R> unbounded,
                Function<Unverified, R> unverified) {
            return unbounded.apply(this);
        }
    }

    /**
     * Whatever the library answered could not be proven. There may be an answer; none is known.
     *
     * @param reasons what was tried and how it failed
     */
    record Unverified(List<String> reasons) implements SolverOutcome {
        public Unverified {
            reasons = List.copyOf(reasons);
        }

        @Override
        public <R> R match(
                Function<Optimal, R> optimal,
                Function<Infeasible, R> infeasible,
                Function<Unbounded, R> unbounded,
                Function<Unverified, R> unverified) {
            return unverified.apply(this);
        }
    }

    private static Map<String, Double> inOrder(Map<String, Double> map) {
        return Collections.unmodifiableMap(new LinkedHashMap<>(map));
    }

    private static double found(Map<String, Double> map, String name) {
        Double value = map.get(name);
        if (value == null) {
            throw new IllegalArgumentException("There is no %s in the program".formatted(name));
        }
        return value;
    }
}
