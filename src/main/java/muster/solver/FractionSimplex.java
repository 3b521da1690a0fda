package muster.solver;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The simplex in fractions, for small programs whose coefficients have sizes over which doubles lose their digits. First what breaks its
 * bounds is brought to them (Dutertre and de Moura 2006, A fast linear-arithmetic solver for DPLL(T)), then the objective is bettered;
 * both by the rule of Bland (1977), which ends.
 */
final class FractionSimplex {
    private static final int MOST_CELLS = 200;
    private static final int NONE = -1;

    private final LinearProgram program;
    private final List<FractionBounds> bounds = new ArrayList<>();
    private final FractionTable table;
    private double @Nullable [] ray;

    private FractionSimplex(LinearProgram program) {
        this.program = program;
        program.variables().forEach(variable -> bounds.add(FractionBounds.of(variable.low(), variable.high())));
        Fraction[] starts = bounds.stream().map(FractionBounds::start).toArray(Fraction[]::new);
        program.constraints().forEach(constraint -> bounds.add(FractionBounds.of(constraint)));
        this.table = new FractionTable(program, starts);
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
        simplex.better();
        return Optional.of(simplex);
    }

    /** The optimum, to be proven like any other; nothing where there is no limit. */
    Optional<CandidateSolution> optimum() {
        return ray == null ? Optional.of(CandidateSolution.of(program, point(), prices())) : Optional.empty();
    }

    /** That there is no limit, where there is none. */
    Optional<SolverOutcome.Unbounded> unbounded() {
        double[] way = ray;
        if (way == null) {
            return Optional.empty();
        }
        CompensatedSum rate = new CompensatedSum();
        program.objective()
                .forEach(
                        term -> rate.add(term.coefficient(), way[term.variable().index()]));
        return Optional.of(new SolverOutcome.Unbounded(named(point()), named(way), rate.value()));
    }

    private boolean meetBounds() {
        while (true) {
            int row = first(table.basic(), place -> broken(table.basic()[place]) != 0);
            if (row == NONE) {
                return true;
            }
            int out = table.basic()[row];
            int side = broken(out);
            int column = first(
                    table.still(),
                    place -> moves(place, -side * table.cell(row, place).sign()));
            Fraction end = bounds.get(out).end(side);
            if (column == NONE || end == null) {
                return false;
            }
            table.move(column, end.minus(table.value(out)).by(table.cell(row, column)));
            table.pivot(row, column);
        }
    }

    private void better() {
        int sense = program.sense().sign();
        while (true) {
            int column = first(
                    table.still(),
                    place -> moves(place, sense * table.goal(place).sign()));
            if (column == NONE || !moveOn(column, sense * table.goal(column).sign())) {
                return;
            }
        }
    }

    // As far as a bound, of its own or of a basic one, which then stands still in its place; false where there is none.
    private boolean moveOn(int column, int direction) {
        int variable = table.still()[column];
        Fraction own = bounds.get(variable).end(direction);
        Fraction step = own == null ? null : own.minus(table.value(variable));
        int leaves = NONE;
        for (int row = 0; row < table.basic().length; row++) {
            int basic = table.basic()[row];
            Fraction end =
                    bounds.get(basic).end(direction * table.cell(row, column).sign());
            if (table.cell(row, column).sign() != 0 && end != null) {
                Fraction most = end.minus(table.value(basic)).by(table.cell(row, column));
                int order = step == null ? -1 : most.compareTo(step) * direction;
                if (order < 0 || (order == 0 && leaves != NONE && basic < table.basic()[leaves])) {
                    step = most;
                    leaves = row;
                }
            }
        }
        if (step == null) {
            ray = ray(column, direction);
            return false;
        }
        table.move(column, step);
        if (leaves != NONE) {
            table.pivot(leaves, column);
        }
        return true;
    }

    // The place of the first variable of all that passes.
    private static int first(int[] variables, IntPredicate passes) {
        return IntStream.range(0, variables.length)
                .filter(passes)
                .boxed()
                .min((one, other) -> Integer.compare(variables[one], variables[other]))
                .orElse(NONE);
    }

    private boolean moves(int column, int direction) {
        int variable = table.still()[column];
        return direction != 0 && bounds.get(variable).leavesRoom(table.value(variable), direction);
    }

    private int broken(int variable) {
        return bounds.get(variable).side(table.value(variable));
    }

    private double[] ray(int column, int direction) {
        double[] way = new double[table.still().length];
        for (int row = 0; row < table.basic().length; row++) {
            if (table.basic()[row] < way.length) {
                way[table.basic()[row]] = direction * table.cell(row, column).value();
            }
        }
        if (table.still()[column] < way.length) {
            way[table.still()[column]] = direction;
        }
        return way;
    }

    private double[] point() {
        double[] point = new double[table.still().length];
        Arrays.setAll(point, variable -> table.value(variable).value());
        return point;
    }

    // What a unit of a left side that stands still adds to the objective is what a unit of its bound does.
    private double[] prices() {
        double[] prices = new double[table.basic().length];
        for (int column = 0; column < table.still().length; column++) {
            int constraint = table.still()[column] - table.still().length;
            if (constraint >= 0) {
                prices[constraint] = table.goal(column).value();
            }
        }
        return prices;
    }

    private Map<String, Double> named(double[] numbers) {
        Map<String, Double> named = new LinkedHashMap<>();
        program.variables().forEach(variable -> named.put(variable.name(), numbers[variable.index()]));
        return named;
    }
}
