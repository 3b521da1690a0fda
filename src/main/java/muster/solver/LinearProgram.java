package muster.solver;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A linear program: the greatest or least value of a sum, over variables within bounds, under constraints.
 *
 * @param sense whether the objective is to be great or small
 * @param objective the terms of the objective
 * @param variables the variables, each at its index
 * @param constraints the constraints
 */
public record LinearProgram(
        Sense sense, List<LinearTerm> objective, List<Variable> variables, List<Constraint> constraints) {
    public LinearProgram {
        objective = List.copyOf(objective);
        variables = List.copyOf(variables);
        constraints = List.copyOf(constraints);
    }

    /** A program whose objective is to be great. */
    public static Builder maximise() {
        return new Builder(Sense.MAXIMISE);
    }

    /** A program whose objective is to be small. */
    public static Builder minimise() {
        return new Builder(Sense.MINIMISE);
    }

    /** The coefficients of the objective by the index of the variable. */
    double[] costs() {
        double[] costs = new double[variables.size()];
        objective.forEach(term -> costs[term.variable().index()] = term.coefficient());
        return costs;
    }

    /** Puts a program together; a name that is taken is refused, because the library would silently drop the first. */
    public static final class Builder {
        private final Sense sense;
        private final List<Variable> variables = new ArrayList<>();
        private final List<Constraint> constraints = new ArrayList<>();
        private final Set<String> names = new HashSet<>();
        private LinearExpression objective = new LinearExpression();

        private Builder(Sense sense) {
            this.sense = sense;
        }

        /** A variable between two bounds, either of which may be infinite. */
        public Variable variable(String name, double low, double high) {
            Variable variable = new Variable(name, variables.size(), low, high);
            take("variable", name);
            variables.add(variable);
            return variable;
        }

        /** A variable of zero or more. */
        public Variable variable(String name) {
            return variable(name, 0, Double.POSITIVE_INFINITY);
        }

        /** What is to be great or small. */
        public void objective(LinearExpression sum) {
            sum.terms().forEach(this::known);
            objective = sum;
        }

        /** A sum that is at most a bound. */
        public void atMost(String name, LinearExpression sum, double bound) {
            constrain(name, sum, Relation.AT_MOST, bound);
        }

        /** A sum that is at least a bound. */
        public void atLeast(String name, LinearExpression sum, double bound) {
            constrain(name, sum, Relation.AT_LEAST, bound);
        }

        /** A sum that equals a bound. */
        public void equal(String name, LinearExpression sum, double bound) {
            constrain(name, sum, Relation.EQUAL, bound);
        }

        void constrain(String name, LinearExpression sum, Relation relation, double bound) {
            List<LinearTerm> terms = sum.terms();
            terms.forEach(this::known);
            take("constraint", name);
            constraints.add(new Constraint(name, terms, relation, bound));
        }

        /** The program. */
        public LinearProgram build() {
            return new LinearProgram(sense, objective.terms(), variables, constraints);
        }

        private void take(String kind, String name) {
            if (!names.add(kind + " " + name)) {
                throw new IllegalArgumentException("There are two %ss %s".formatted(kind, name));
            }
        }

        private void known(LinearTerm term) {
            Variable variable = term.variable();
            if (variable.index() >= variables.size()
                    || !variables.get(variable.index()).equals(variable)) {
                throw new IllegalArgumentException("%s is a variable of another program".formatted(variable.name()));
            }
        }
    }
}
