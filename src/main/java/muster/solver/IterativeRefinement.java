package muster.solver;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Mends the last digits of an answer, as Gleixner, Steffy and Wolter do (2016, Iterative refinement for linear programming): what is
 * left over of the right sides, the bounds and the costs makes a program of its own, magnified until what was lost in rounding
 * is as large as one, whose answer is what the first one lacks.
 *
 * <pre>
 * of a program   c x best, A x + s = b, l &lt;= x &lt;= u        with a point x, s and prices y
 * the rest is    (c - y A) z - y t best, A z + t = b - A x - s, l - x &lt;= z &lt;= u - x, t likewise
 * better are     x + z and y + the prices of the rest
 * </pre>
 */
final class IterativeRefinement {
    private static final int MOST_ROUNDS = 10;
    // Beyond, the magnified program has no digits of its own left.
    private static final double LEAST_RESIDUAL = 0x1p-80;

    private final LinearProgram program;
    private final ProgramScaling scaling;
    private final SimplexVariant simplex;

    private IterativeRefinement(LinearProgram program, SimplexVariant simplex) {
        this.program = program;
        this.simplex = simplex;
        this.scaling = ProgramScaling.of(program);
    }

    /** Ever better answers, from one that is not good enough; none where it could not be bettered. */
    static List<CandidateSolution> of(LinearProgram program, CandidateSolution rough, SimplexVariant simplex) {
        IterativeRefinement refinement = new IterativeRefinement(program, simplex);
        List<CandidateSolution> better = new ArrayList<>();
        CandidateSolution last = rough;
        for (int round = 0; round < MOST_ROUNDS && !last.certificate().holds(); round++) {
            Optional<CandidateSolution> next = refinement.better(last);
            if (next.isEmpty()) {
                break;
            }
            boolean same = Arrays.equals(last.values(), next.get().values())
                    && Arrays.equals(last.prices(), next.get().prices());
            if (same) {
                break;
            }
            last = next.get();
            better.add(last);
        }
        return better;
    }

    private Optional<CandidateSolution> better(CandidateSolution rough) {
        Rest rest = new Rest(rough);
        if (!(rest.primal < Double.POSITIVE_INFINITY && rest.dual < Double.POSITIVE_INFINITY)) {
            return Optional.empty();
        }
        OjAlgoSolver.Point found = OjAlgoSolver.point(rest.program(), rest.scaling(), simplex);
        double[] values = rough.values();
        double[] prices = rough.prices();
        for (int column = 0; column < values.length; column++) {
            values[column] += found.values()[column];
        }
        for (int row = 0; row < prices.length; row++) {
            prices[row] += found.prices()[row];
        }
        return Optional.of(CandidateSolution.of(program, values, prices));
    }

    /** What an answer lacks, as a program. */
    private final class Rest {
        private final CandidateSolution rough;
        private final List<Variable> variables = new ArrayList<>();
        private final List<LinearTerm> objective = new ArrayList<>();
        private final List<Constraint> constraints = new ArrayList<>();
        private final double[] columns;
        private double primal = LEAST_RESIDUAL;
        private double dual = LEAST_RESIDUAL;

        Rest(CandidateSolution rough) {
            this.rough = rough;
            int count = program.variables().size();
            int rows = program.constraints().size();
            this.columns = new double[count + rows];
            for (Variable variable : program.variables()) {
                int column = variable.index();
                columns[column] = scaling.column(column);
                double at = rough.values()[column];
                add(variable.low() - at, variable.high() - at, rough.reduced()[column]);
            }
            for (int row = 0; row < rows; row++) {
                columns[count + row] = 1 / scaling.row(row);
                constrain(row, program.constraints().get(row));
            }
        }

        // What is not met, and what may move and has a cost: both are to become one.
        private void add(double low, double high, double cost) {
            int index = variables.size();
            Variable variable = new Variable("z" + index, index, low + 0.0, high + 0.0);
            variables.add(variable);
            if (cost != 0) {
                objective.add(new LinearTerm(cost, variable));
            }
            double room = (cost * program.sense().sign() > 0 ? high : -low) / columns[index];
            double lost = Math.min(room, Math.abs(cost) * columns[index]);
            primal = Math.max(primal, lost);
            dual = Math.max(dual, lost);
        }

        private void constrain(int row, Constraint constraint) {
            double left = rough.left()[row];
            double over = constraint.relation().violation(left, constraint.bound());
            double signed = constraint.bound() < left ? -over : over;
            double slack = over > 0 ? 0 : constraint.bound() - left;
            primal = Math.max(primal, over * scaling.row(row));
            List<LinearTerm> terms = new ArrayList<>(constraint.terms());
            double infinite = Double.POSITIVE_INFINITY;
            switch (constraint.relation()) {
                case AT_MOST -> add(-slack, infinite, -rough.prices()[row]);
                case AT_LEAST -> add(-infinite, -slack, -rough.prices()[row]);
                case EQUAL -> add(0, 0, 0);
            }
            terms.add(new LinearTerm(1, variables.get(variables.size() - 1)));
            constraints.add(new Constraint("r" + row, terms, Relation.EQUAL, signed));
        }

        LinearProgram program() {
            return new LinearProgram(program.sense(), objective, variables, constraints);
        }

        ProgramScaling scaling() {
            double[] rows = new double[constraints.size()];
            Arrays.setAll(rows, scaling::row);
            return ProgramScaling.magnified(rows, columns, primal, dual);
        }
    }
}
