package muster.solver;

import java.util.List;

/**
 * A linear constraint: a sum, a relation, and a bound.
 *
 * @param name unique in its program
 * @param terms the left side, at most one term for each variable
 * @param relation how the sides stand to each other
 * @param bound the right side
 */
public record Constraint(String name, List<LinearTerm> terms, Relation relation, double bound) {
    public Constraint {
        ProgramChecks.name(name);
        terms = List.copyOf(terms);
        ProgramChecks.finite(bound, "The bound of " + name);
    }
}
