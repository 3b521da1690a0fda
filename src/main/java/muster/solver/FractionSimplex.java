package muster.solver;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The simplex in fractions, for small programs whose coefficients have sizes that doubles lose digits over. Left sides of constraints
 * are variables with bounds of their own; some variables stand at a bound and the others are sums of them. First what breaks its
 * bounds is brought to them (Dutertre and de Moura 2006, A fast linear-arithmetic solver for DPLL(T)), then the objective rises; both
 * by Bland's rule, which ends.
 */
final class FractionSimplex {
    private static final int MOST_CELLS = 200;
    private static final int NONE = -1;

    private final LinearProgram program;
    // Variables are those of the program, then the left sides.
    private final Bound[] bounds;
    private final Fraction[] values;
    // basic[i] = sum over j of table[i][j] times still[j], and the objective likewise.
    private final Fraction[][] table;
    private final Fraction[] goal;
    private final int[] basic;
    private final int[] still;
    private double @Nullable [] ray;

    /** What a variable lies between; null where that is infinite. */
    private record Bound(@Nullable Fraction low, @Nullable Fraction high) {
        static Bound of(double low, double high) {
            return new Bound(
                    Double.isFinite(low) ? Fraction.of(low) : null, Double.isFinite(high) ? Fraction.of(high) : null);
        }

        static Bound of(Constraint constraint) {
            return switch (constraint.relation()) {
                case AT_MOST -> of(Double.NEGATIVE_INFINITY, constraint.bound());
                case AT_LEAST -> of(constraint.bound(), Double.POSITIVE_INFINITY);
                case EQUAL -> of(constraint.bound(), constraint.bound());
            };
        }

        @Nullable Fraction towards(int direction) {
            return direction > 0 ? high : low;
        }

        boolean leavesRoom(Fraction value, int direction) {
            Fraction end = towards(direction);
            return end == null || value.compareTo(end) * direction < 0;
        }

        Fraction start() {
            return low != null ? low : high != null ? high : Fraction.ZERO;
        }
    }

    private FractionSimplex(LinearProgram program) {
        this.program = program;
        List<Bound> all = new ArrayList<>();
        program.variables().forEach(variable -> all.add(Bound.of(variable.low(), variable.high())));
        program.constraints().forEach(constraint -> all.add(Bound.of(constraint)));
        int columns = program.variables().size();
        int rows = program.constraints().size();
        bounds = all.toArray(Bound[]::new);
        still = IntStream.range(0, columns).toArray();
        basic = IntStream.range(columns, columns + rows).toArray();
        goal = sum(program.objective());
        table = program.constraints().stream()
                .map(constraint -> sum(constraint.terms()))
                .toArray(Fraction[][]::new);
        values = new Fraction[all.size()];
        for (int j : still) {
            values[j] = bounds[j].start();
        }
        for (int i = 0; i < rows; i++) {
            values[basic[i]] = at(table[i]);
        }
    }

    private Fraction[] sum(List<LinearTerm> terms) {
        Fraction[] sum = new Fraction[program.variables().size()];
        Arrays.fill(sum, Fraction.ZERO);
        terms.forEach(term -> sum[term.variable().index()] = Fraction.of(term.coefficient()));
        return sum;
    }

    private Fraction at(Fraction[] row) {
        Fraction sum = Fraction.ZERO;
        for (int j = 0; j < row.length; j++) {
            sum = sum.plus(row[j].times(values[still[j]]));
        }
        return sum;
    }

    /** A small program that has a point within all bounds, solved; nothing for others. */
    static Optional<FractionSimplex> solved(LinearProgram program) {
        int cells = program.variables().size() * program.constraints().size();
        if (cells == 0 || cells > MOST_CELLS) {
            return Optional.empty();
        }
        FractionSimplex simplex = new FractionSimplex(program);
        if (!simplex.meetBounds()) {
            return Optional.empty();
        }
        simplex.rise();
        return Optional.of(simplex);
    }

    /** The optimum, to be proven like any other; nothing where there is no limit. */
    Optional<CandidateSolution> optimum() {
        return ray == null ? Optional.of(answer()) : Optional.empty();
    }

    /** That there is no limit, where there is none. */
    Optional<SolverOutcome.Unbounded> unbounded() {
        double[] way = ray;
        if (way == null) {
            return Optional.empty();
        }
        double rate = program.objective().stream()
                .mapToDouble(term -> term.coefficient() * way[term.variable().index()])
                .sum();
        return Optional.of(new SolverOutcome.Unbounded(named(point()), named(way), rate));
    }

    private boolean meetBounds() {
        while (true) {
            int leaves = first(basic, i -> broken(basic[i]) != 0);
            if (leaves == NONE) {
                return true;
            }
            int direction = -broken(basic[leaves]);
            int enters = first(
                    still, j -> moves(j, direction * table[leaves][j].sign()));
            if (enters == NONE) {
                return false;
            }
            Fraction missing = bounds[basic[leaves]].towards(-direction).minus(values[basic[leaves]]);
            move(enters, missing.by(table[leaves][enters]));
            pivot(leaves, enters);
        }
    }

    private void rise() {
        int sense = program.sense().sign();
        while (true) {
            int enters = first(still, j -> moves(j, sense * goal[j].sign()));
            if (enters == NONE) {
                return;
            }
            int direction = sense * goal[enters].sign();
            Fraction end = bounds[still[enters]].towards(direction);
            Fraction step = end == null ? null : end.minus(values[still[enters]]);
            int leaves = NONE;
            for (int i = 0; i < basic.length; i++) {
                int way = direction * table[i][enters].sign();
                Fraction limit = way == 0 ? null : bounds[basic[i]].towards(way);
                if (limit != null) {
                    Fraction most = limit.minus(values[basic[i]]).by(table[i][enters]);
                    int order = step == null ? -1 : most.compareTo(step) * direction;
                    if (order < 0 || (order == 0 && leaves != NONE && basic[i] < basic[leaves])) {
                        step = most;
                        leaves = i;
                    }
                }
            }
            if (step == null) {
                ray = ray(enters, direction);
                return;
            }
            move(enters, step);
            if (leaves != NONE) {
                pivot(leaves, enters);
            }
        }
    }

    /** A test of a place in a list of variables. */
    private interface Test {
        boolean of(int place);
    }

    // The place of the first variable of all that passes.
    private static int first(int[] variables, Test test) {
        int first = NONE;
        for (int place = 0; place < variables.length; place++) {
            if ((first == NONE || variables[place] < variables[first]) && test.of(place)) {
                first = place;
            }
        }
        return first;
    }

    private boolean moves(int place, int direction) {
        return direction != 0 && bounds[still[place]].leavesRoom(values[still[place]], direction);
    }

    // Above its bounds 1, below them -1.
    private int broken(int variable) {
        Fraction low = bounds[variable].low();
        Fraction high = bounds[variable].high();
        return high != null && values[variable].compareTo(high) > 0
                ? 1
                : low != null && values[variable].compareTo(low) < 0 ? -1 : 0;
    }

    private void move(int place, Fraction by) {
        values[still[place]] = values[still[place]].plus(by);
        for (int i = 0; i < basic.length; i++) {
            values[basic[i]] = values[basic[i]].plus(table[i][place].times(by));
        }
    }

    private void pivot(int row, int column) {
        Fraction by = table[row][column];
        Fraction[] solved = new Fraction[still.length];
        for (int j = 0; j < solved.length; j++) {
            solved[j] = j == column ? Fraction.ONE.by(by) : table[row][j].by(by).negated();
        }
        for (int i = 0; i < table.length; i++) {
            if (i != row) {
                put(solved, table[i], column);
            }
        }
        put(solved, goal, column);
        table[row] = solved;
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

    private double[] ray(int enters, int direction) {
        double[] way = new double[still.length];
        for (int i = 0; i < basic.length; i++) {
            if (basic[i] < way.length) {
                way[basic[i]] = direction * table[i][enters].value();
            }
        }
        if (still[enters] < way.length) {
            way[still[enters]] = direction;
        }
        return way;
    }

    private double[] point() {
        return Arrays.stream(values, 0, still.length)
                .mapToDouble(Fraction::value)
                .toArray();
    }

    private CandidateSolution answer() {
        double[] prices = new double[basic.length];
        for (int j = 0; j < still.length; j++) {
            if (still[j] >= still.length) {
                prices[still[j] - still.length] = goal[j].value();
            }
        }
        return CandidateSolution.of(program, point(), prices);
    }

    private Map<String, Double> named(double[] numbers) {
        Map<String, Double> named = new LinkedHashMap<>();
        program.variables().forEach(variable -> named.put(variable.name(), numbers[variable.index()]));
        return named;
    }
}
