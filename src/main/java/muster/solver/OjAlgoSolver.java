package muster.solver;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ojalgo.optimisation.Expression;
import org.ojalgo.optimisation.ExpressionsBasedModel;
import org.ojalgo.optimisation.Optimisation;
import org.ojalgo.optimisation.linear.LinearSolver;

/**
 * ojAlgo, which solves. Its word on what it found is a hint to what should be proven, never a result.
 *
 * <p>Its presolvers are cleared, on an environment of our own, because with them dual values go missing or wrong.
 */
final class OjAlgoSolver {
    // Far beyond what a program takes that goes well: a simplex that runs in circles must end, and by no clock.
    private static final int ITERATIONS_PER_ROW_AND_COLUMN = 20;
    private static final int LEAST_ITERATIONS = 10_000;
    // Below this part of the greatest multiplier, or of the objective, a multiplier of a scaled program is rounding.
    private static final double LEAST_MULTIPLIER = 1e-13;

    private OjAlgoSolver() {}

    /** What the library says of a program. */
    enum Claim {
        OPTIMAL,
        INFEASIBLE,
        UNBOUNDED,
        NOTHING
    }

    /**
     * What the library answered.
     *
     * @param claim what it says
     * @param candidate the point and the dual values that it gave, held against the program
     */
    record Answer(Claim claim, CandidateSolution candidate) {}

    static Answer ask(LinearProgram program, SimplexVariant simplex) {
        ProgramScaling scaling = simplex.scaled() ? ProgramScaling.of(program) : ProgramScaling.ofObjective(program);
        return new Asked(program, scaling).answer(simplex);
    }

    /** A point and dual values, as they came. */
    static final class Point {
        private final double[] values;
        private final double[] prices;

        private Point(double[] values, double[] prices) {
            this.values = values;
            this.prices = prices;
        }

        /** By the index of the variable. */
        double[] values() {
            return values;
        }

        /** By the index of the constraint. */
        double[] prices() {
            return prices;
        }
    }

    /** What the library answers to a program under a scaling, whatever it claims of it. */
    static Point point(LinearProgram program, ProgramScaling scaling, SimplexVariant simplex) {
        Asked asked = new Asked(program, scaling);
        Optimisation.Result result = asked.result(simplex);
        return new Point(asked.values(result), asked.prices(result));
    }

    /** A program in the library's form. */
    private static final class Asked {
        private final LinearProgram program;
        private final ProgramScaling scaling;
        private final ExpressionsBasedModel model;
        private final Map<String, Integer> rows = new HashMap<>();
        // A constraint without terms says nothing of the variables: it holds or it does not, and the library is not
        // asked.
        private boolean broken;

        Asked(LinearProgram program, ProgramScaling scaling) {
            this.program = program;
            this.scaling = scaling;
            Optimisation.Environment environment = Optimisation.newEnvironment();
            environment.clearPresolvers();
            model = environment.newModel();
            List<org.ojalgo.optimisation.Variable> theirs = new ArrayList<>();
            program.variables().forEach(variable -> theirs.add(variable(variable)));
            for (LinearTerm term : program.objective()) {
                int column = term.variable().index();
                theirs.get(column).weight(term.coefficient() * scaling.column(column) / scaling.objective());
            }
            for (int row = 0; row < program.constraints().size(); row++) {
                constrain(row, program.constraints().get(row), theirs);
            }
        }

        private org.ojalgo.optimisation.Variable variable(Variable ours) {
            org.ojalgo.optimisation.Variable theirs = model.newVariable("x" + ours.index());
            double unit = scaling.column(ours.index()) * scaling.bound();
            if (Double.isFinite(ours.low())) {
                theirs.lower(ours.low() / unit);
            }
            if (Double.isFinite(ours.high())) {
                theirs.upper(ours.high() / unit);
            }
            return theirs;
        }

        private void constrain(int row, Constraint constraint, List<org.ojalgo.optimisation.Variable> theirs) {
            if (constraint.terms().isEmpty()) {
                broken |= constraint.relation().violation(0, constraint.bound()) > 0;
                return;
            }
            String name = "c" + row;
            rows.put(name, row);
            Expression expression = model.newExpression(name);
            for (LinearTerm term : constraint.terms()) {
                int column = term.variable().index();
                expression.set(theirs.get(column), term.coefficient() * scaling.row(row) * scaling.column(column));
            }
            double bound = constraint.bound() * scaling.row(row) / scaling.bound();
            switch (constraint.relation()) {
                case AT_MOST -> expression.upper(bound);
                case AT_LEAST -> expression.lower(bound);
                case EQUAL -> expression.level(bound);
            }
        }

        Answer answer(SimplexVariant simplex) {
            Optimisation.Result result = result(simplex);
            return new Answer(
                    broken ? Claim.INFEASIBLE : claim(result.getState()),
                    CandidateSolution.of(program, values(result), prices(result)));
        }

        Optimisation.Result result(SimplexVariant simplex) {
            int size = program.variables().size() + program.constraints().size();
            model.options.iterations_abort = Math.max(LEAST_ITERATIONS, ITERATIONS_PER_ROW_AND_COLUMN * size);
            LinearSolver.Configuration linear = model.options.linear();
            model.options.linear(simplex.dual() ? linear.dual() : linear.primal());
            return program.sense() == Sense.MAXIMISE ? model.maximise() : model.minimise();
        }

        private double[] values(Optimisation.Result result) {
            double[] values = new double[program.variables().size()];
            for (int column = 0; column < values.length; column++) {
                double value = column < result.size() ? result.doubleValue(column) : 0;
                values[column] = value * scaling.column(column) * scaling.bound();
            }
            return values;
        }

        // The library's multipliers have the sign of a minimum and of the side of the constraint that they belong to.
        private double[] prices(Optimisation.Result result) {
            double[] multipliers = new double[program.constraints().size()];
            result.getDualValues().forEach(dual -> {
                Integer row = rows.get(dual.getKey().first().getName());
                if (row != null) {
                    boolean lower = dual.getKey().second() == Optimisation.ConstraintType.LOWER;
                    multipliers[row] += (lower ? -1 : 1) * program.sense().sign() * dual.doubleValue();
                }
            });
            double least =
                    LEAST_MULTIPLIER * Arrays.stream(multipliers).map(Math::abs).reduce(1, Math::max);
            double[] prices = new double[multipliers.length];
            Arrays.setAll(
                    prices,
                    row -> Math.abs(multipliers[row]) < least
                            ? 0
                            : multipliers[row] * scaling.row(row) * scaling.objective());
            return prices;
        }

        private static Claim claim(Optimisation.State state) {
            return switch (state) {
                case OPTIMAL, DISTINCT -> Claim.OPTIMAL;
                case INFEASIBLE -> Claim.INFEASIBLE;
                case UNBOUNDED -> Claim.UNBOUNDED;
                default -> Claim.NOTHING;
            };
        }
    }
}
