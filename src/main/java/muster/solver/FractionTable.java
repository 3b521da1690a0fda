package muster.solver;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The variables of a program and the left sides of its constraints, of which some stand still and the others, the basic ones, are
 * sums of those: the table of a simplex in fractions. Left sides are numbered behind the variables.
 */
final class FractionTable {
    private final Fraction[] values;
    private final Fraction[][] rows;
    private final Fraction[] goal;
    private final int[] basic;
    private final int[] still;

    /** At first the left sides are basic, and variables have the values that are given. */
    FractionTable(LinearProgram program, Fraction[] starts) {
        int columns = starts.length;
        int count = program.constraints().size();
        still = IntStream.range(0, columns).toArray();
        basic = IntStream.range(columns, columns + count).toArray();
        goal = sum(program.objective(), columns);
        rows = program.constraints().stream()
                .map(constraint -> sum(constraint.terms(), columns))
                .toArray(Fraction[][]::new);
        values = Arrays.copyOf(starts, columns + count);
        for (int row = 0; row < count; row++) {
            Fraction sum = Fraction.ZERO;
            for (int j = 0; j < columns; j++) {
                sum = sum.plus(rows[row][j].times(starts[j]));
            }
            values[columns + row] = sum;
        }
    }

    private static Fraction[] sum(List<LinearTerm> terms, int columns) {
        Fraction[] sum = new Fraction[columns];
        Arrays.fill(sum, Fraction.ZERO);
        terms.forEach(term -> sum[term.variable().index()] = Fraction.of(term.coefficient()));
        return sum;
    }

    /** The basic variables by row. */
    int[] basic() {
        return basic;
    }

    /** Those that stand still, by column. */
    int[] still() {
        return still;
    }

    /** The value of a variable or of a left side. */
    Fraction value(int variable) {
        return values[variable];
    }

    /** What a unit of one that stands still adds to a basic one. */
    Fraction cell(int row, int column) {
        return rows[row][column];
    }

    /** What a unit of one that stands still adds to the objective. */
    Fraction goal(int column) {
        return goal[column];
    }

    /** Moves one that stands still, and all basic ones with it. */
    void move(int column, Fraction by) {
        values[still[column]] = values[still[column]].plus(by);
        for (int row = 0; row < rows.length; row++) {
            values[basic[row]] = values[basic[row]].plus(rows[row][column].times(by));
        }
    }

    /** Lets a basic one and one that stands still change places. */
    void pivot(int row, int column) {
        Fraction by = rows[row][column];
        Fraction[] solved = new Fraction[still.length];
        for (int j = 0; j < solved.length; j++) {
            solved[j] = j == column ? Fraction.ONE.by(by) : rows[row][j].by(by).negated();
        }
        rows[row] = solved;
        for (Fraction[] other : rows) {
            if (other != solved) {
                put(solved, other, column);
            }
        }
        put(solved, goal, column);
        int left = basic[row];
        basic[row] = still[column];
        still[column] = left;
    }

    private static void put(Fraction[] solved, Fraction[] into, int column) {
        Fraction times = into[column];
        into[column] = Fraction.ZERO;
        for (int j = 0; j < into.length; j++) {
            into[j] = into[j].plus(times.times(solved[j]));
        }
    }
}
