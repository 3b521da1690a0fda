package muster.solver;

import java.util.Arrays;
import java.util.List;

/**
 * Factors that bring the coefficients of a program near to one, all of them powers of two, so that scaling rounds nothing.
 * The geometric mean of each row's and column's least and greatest, a few times over; then the right sides and the objective
 * as wholes.
 */
final class ProgramScaling {
    private static final int PASSES = 4;

    private final double[] rows;
    private final double[] columns;
    private final double bound;
    private final double objective;

    private ProgramScaling(double[] rows, double[] columns, double bound, double objective) {
        this.rows = rows;
        this.columns = columns;
        this.bound = bound;
        this.objective = objective;
    }

    /** What a constraint is multiplied by. */
    double row(int row) {
        return rows[row];
    }

    /** What a variable is divided by. */
    double column(int column) {
        return columns[column];
    }

    /** What the right sides, and with them the variables, are divided by. */
    double bound() {
        return bound;
    }

    /** What the objective is divided by. */
    double objective() {
        return objective;
    }

    /** By given factors of rows and columns, with right sides of such a size and costs of such a size brought near to one. */
    static ProgramScaling magnified(double[] rows, double[] columns, double bound, double objective) {
        return new ProgramScaling(rows, columns, powerOfTwo(bound), powerOfTwo(objective));
    }

    /** The objective alone. */
    static ProgramScaling ofObjective(LinearProgram program) {
        double[] columns = ones(program.variables().size());
        return new ProgramScaling(ones(program.constraints().size()), columns, 1, objective(program, columns));
    }

    static ProgramScaling of(LinearProgram program) {
        List<Constraint> constraints = program.constraints();
        double[] rows = ones(constraints.size());
        double[] columns = ones(program.variables().size());
        for (int pass = 0; pass < PASSES; pass++) {
            double[] least = new double[columns.length];
            double[] greatest = new double[columns.length];
            Arrays.fill(least, Double.POSITIVE_INFINITY);
            for (int row = 0; row < rows.length; row++) {
                double low = Double.POSITIVE_INFINITY;
                double high = 0;
                for (LinearTerm term : constraints.get(row).terms()) {
                    double size = Math.abs(term.coefficient())
                            * columns[term.variable().index()];
                    low = Math.min(low, size);
                    high = Math.max(high, size);
                }
                rows[row] = high > 0 ? 1 / mean(low, high) : 1;
                for (LinearTerm term : constraints.get(row).terms()) {
                    int column = term.variable().index();
                    double size = Math.abs(term.coefficient()) * rows[row];
                    least[column] = Math.min(least[column], size);
                    greatest[column] = Math.max(greatest[column], size);
                }
            }
            for (int column = 0; column < columns.length; column++) {
                columns[column] = greatest[column] > 0 ? 1 / mean(least[column], greatest[column]) : 1;
            }
        }
        Arrays.setAll(rows, row -> powerOfTwo(rows[row]));
        Arrays.setAll(columns, column -> powerOfTwo(columns[column]));
        return new ProgramScaling(rows, columns, bound(program, rows), objective(program, columns));
    }

    private static double bound(LinearProgram program, double[] rows) {
        double greatest = 0;
        for (int row = 0; row < rows.length; row++) {
            greatest =
                    Math.max(greatest, Math.abs(program.constraints().get(row).bound()) * rows[row]);
        }
        return greatest > 0 ? powerOfTwo(greatest) : 1;
    }

    private static double objective(LinearProgram program, double[] columns) {
        double greatest = 0;
        for (LinearTerm term : program.objective()) {
            greatest = Math.max(
                    greatest,
                    Math.abs(term.coefficient()) * columns[term.variable().index()]);
        }
        return greatest > 0 ? powerOfTwo(greatest) : 1;
    }

    private static double[] ones(int length) {
        double[] ones = new double[length];
        Arrays.fill(ones, 1);
        return ones;
    }

    private static double mean(double low, double high) {
        return Math.sqrt(low) * Math.sqrt(high);
    }

    private static double powerOfTwo(double value) {
        return Math.scalb(1.0, Math.getExponent(value));
    }
}
