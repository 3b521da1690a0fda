package muster.solver;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.Arrays;

/**
 * The simplex in whole numbers of any length, for small programs: nothing is rounded, so what it says is so. Fraction-free pivots
 * (Edmonds 1967; Bareiss 1968) under the rule of Bland (1977), which ends.
 */
final class ExactSimplex {
    /** What becomes of a program. */
    enum Kind {
        OPTIMAL,
        INFEASIBLE,
        UNBOUNDED
    }

    /**
     * The outcome.
     *
     * @param kind what it is
     * @param objective the optimum, rounded once; 0 where there is none
     */
    record Outcome(Kind kind, double objective) {}

    private final LinearProgram program;
    // Rows of the constraints, then of upper bounds; columns of the variables from their bounds, then slacks, then
    // artificials, then the right side.
    private final BigInteger[][] table;
    private final int[] basis;
    private final int real;
    private final BigDecimal offset;
    // What the objective was multiplied by, and what each row was, as powers of two.
    private final int objectiveShift;
    private final BigInteger[] costs;
    private BigInteger denominator = BigInteger.ONE;

    private ExactSimplex(LinearProgram program) {
        this.program = program;
        Columns columns = new Columns(program);
        int rows = program.constraints().size() + columns.bounded;
        real = columns.count + rows;
        table = new BigInteger[rows][];
        basis = new int[rows];
        int row = 0;
        for (Constraint constraint : program.constraints()) {
            BigDecimal[] left = columns.row(constraint.terms());
            BigDecimal right = new BigDecimal(constraint.bound()).subtract(columns.base(constraint.terms()));
            int slack =
                    constraint.relation() == Relation.AT_MOST ? 1 : constraint.relation() == Relation.EQUAL ? 0 : -1;
            set(row++, left, slack, right, columns.count, rows);
        }
        for (Variable variable : program.variables()) {
            if (Double.isFinite(variable.low()) && Double.isFinite(variable.high())) {
                BigDecimal[] left = columns.zeros();
                left[columns.first[variable.index()]] = BigDecimal.ONE;
                set(
                        row++,
                        left,
                        1,
                        new BigDecimal(variable.high()).subtract(new BigDecimal(variable.low())),
                        columns.count,
                        rows);
            }
        }
        BigDecimal[] objective = columns.row(program.objective());
        offset = columns.base(program.objective());
        objectiveShift = shift(objective);
        costs = new BigInteger[columns.count];
        for (int j = 0; j < costs.length; j++) {
            costs[j] = whole(objective[j], objectiveShift)
                    .multiply(BigInteger.valueOf(program.sense().sign()));
        }
    }

    static Outcome solve(LinearProgram program) {
        return new ExactSimplex(program).outcome();
    }

    // Slack and artificial of a row stand in its own columns, so they may be in any unit.
    private void set(int row, BigDecimal[] left, int slack, BigDecimal right, int count, int rows) {
        BigDecimal[] all = Arrays.copyOf(left, count + 1);
        all[count] = right;
        int shift = shift(all);
        boolean turn = right.signum() < 0;
        BigInteger[] made = new BigInteger[count + 2 * rows + 1];
        Arrays.fill(made, BigInteger.ZERO);
        for (int j = 0; j < count; j++) {
            made[j] = turned(whole(left[j], shift), turn);
        }
        made[count + row] = turned(BigInteger.valueOf(slack), turn);
        made[count + rows + row] = BigInteger.ONE;
        made[made.length - 1] = turned(whole(right, shift), turn);
        table[row] = made;
        basis[row] = count + rows + row;
    }

    private static BigInteger turned(BigInteger value, boolean turn) {
        return turn ? value.negate() : value;
    }

    // Every double is a whole number times a power of two.
    private static int shift(BigDecimal[] values) {
        return Arrays.stream(values).mapToInt(BigDecimal::scale).max().orElse(0);
    }

    private static BigInteger whole(BigDecimal value, int shift) {
        return value.movePointRight(Math.max(0, shift)).toBigIntegerExact();
    }

    private Outcome outcome() {
        BigInteger[] artificials = new BigInteger[table[0].length - 1];
        Arrays.fill(artificials, BigInteger.ZERO);
        Arrays.fill(artificials, real, artificials.length, BigInteger.ONE.negate());
        run(artificials, artificials.length);
        if (value(artificials).signum() < 0) {
            return new Outcome(Kind.INFEASIBLE, 0);
        }
        drive();
        BigInteger[] wanted = new BigInteger[artificials.length];
        Arrays.fill(wanted, BigInteger.ZERO);
        System.arraycopy(costs, 0, wanted, 0, costs.length);
        if (!run(wanted, real)) {
            return new Outcome(Kind.UNBOUNDED, 0);
        }
        BigDecimal best = new BigDecimal(value(wanted))
                .movePointLeft(Math.max(0, objectiveShift))
                .multiply(new BigDecimal(program.sense().sign()));
        BigDecimal total = best.add(offset.multiply(new BigDecimal(denominator)));
        return new Outcome(
                Kind.OPTIMAL,
                total.divide(new BigDecimal(denominator), new MathContext(40)).doubleValue());
    }

    // An artificial that is still in the basis at zero leaves it, or its row says nothing.
    private void drive() {
        for (int row = 0; row < table.length; row++) {
            for (int j = 0; basis[row] >= real && j < real; j++) {
                if (table[row][j].signum() != 0) {
                    pivot(row, j);
                }
            }
        }
    }

    /** Whether there is an optimum. */
    private boolean run(BigInteger[] wanted, int columns) {
        while (true) {
            int enters = -1;
            for (int j = 0; j < columns && enters < 0; j++) {
                enters = reduced(wanted, j).signum() > 0 ? j : -1;
            }
            if (enters < 0) {
                return true;
            }
            int leaves = -1;
            for (int i = 0; i < table.length; i++) {
                if (table[i][enters].signum() > 0 && (leaves < 0 || before(i, leaves, enters))) {
                    leaves = i;
                }
            }
            if (leaves < 0) {
                return false;
            }
            pivot(leaves, enters);
        }
    }

    private boolean before(int row, int other, int column) {
        int last = table[row].length - 1;
        int order = table[row][last]
                .multiply(table[other][column])
                .compareTo(table[other][last].multiply(table[row][column]));
        return order < 0 || (order == 0 && basis[row] < basis[other]);
    }

    // Times the denominator.
    private BigInteger reduced(BigInteger[] wanted, int column) {
        BigInteger sum = wanted[column].multiply(denominator);
        for (int i = 0; i < table.length; i++) {
            if (wanted[basis[i]].signum() != 0) {
                sum = sum.subtract(wanted[basis[i]].multiply(table[i][column]));
            }
        }
        return sum;
    }

    // Times the denominator.
    private BigInteger value(BigInteger[] wanted) {
        BigInteger sum = BigInteger.ZERO;
        for (int i = 0; i < table.length; i++) {
            sum = sum.add(wanted[basis[i]].multiply(table[i][table[i].length - 1]));
        }
        return sum;
    }

    private void pivot(int row, int column) {
        BigInteger by = table[row][column];
        for (int i = 0; i < table.length; i++) {
            if (i != row) {
                BigInteger times = table[i][column];
                for (int j = 0; j < table[i].length; j++) {
                    table[i][j] = table[i][j]
                            .multiply(by)
                            .subtract(times.multiply(table[row][j]))
                            .divide(denominator);
                }
            }
        }
        denominator = by;
        basis[row] = column;
        if (by.signum() < 0) {
            denominator = by.negate();
            for (BigInteger[] each : table) {
                for (int j = 0; j < each.length; j++) {
                    each[j] = each[j].negate();
                }
            }
        }
    }

    /** Variables as amounts above a bound, below one, or as a difference of two. */
    private static final class Columns {
        final int[] first;
        final int[] signs;
        final boolean[] free;
        final BigDecimal[] bases;
        int count;
        int bounded;

        Columns(LinearProgram program) {
            int size = program.variables().size();
            first = new int[size];
            signs = new int[size];
            free = new boolean[size];
            bases = new BigDecimal[size];
            for (Variable variable : program.variables()) {
                int i = variable.index();
                boolean low = Double.isFinite(variable.low());
                boolean high = Double.isFinite(variable.high());
                first[i] = count;
                signs[i] = low || !high ? 1 : -1;
                free[i] = !low && !high;
                bases[i] =
                        low ? new BigDecimal(variable.low()) : high ? new BigDecimal(variable.high()) : BigDecimal.ZERO;
                count += free[i] ? 2 : 1;
                bounded += low && high ? 1 : 0;
            }
        }

        BigDecimal[] zeros() {
            BigDecimal[] zeros = new BigDecimal[count];
            Arrays.fill(zeros, BigDecimal.ZERO);
            return zeros;
        }

        BigDecimal[] row(Iterable<LinearTerm> terms) {
            BigDecimal[] row = zeros();
            for (LinearTerm term : terms) {
                int i = term.variable().index();
                BigDecimal coefficient = new BigDecimal(term.coefficient());
                row[first[i]] = coefficient.multiply(new BigDecimal(signs[i]));
                if (free[i]) {
                    row[first[i] + 1] = coefficient.negate();
                }
            }
            return row;
        }

        BigDecimal base(Iterable<LinearTerm> terms) {
            BigDecimal sum = BigDecimal.ZERO;
            for (LinearTerm term : terms) {
                sum = sum.add(new BigDecimal(term.coefficient())
                        .multiply(bases[term.variable().index()]));
            }
            return sum;
        }
    }
}
