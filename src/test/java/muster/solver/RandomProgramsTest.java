package muster.solver;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import muster.testing.Seeded;
import muster.testing.Seeded.Draws;
import org.junit.jupiter.api.Test;

/**
 * Random programs that have a feasible point against a simplex that rounds nothing: nothing wrong is called optimal, and of what has
 * an optimum hardly anything is refused. The property {@code lp.programs} says how many are tried of each set.
 */
class RandomProgramsTest {
    private static final int PROGRAMS = Integer.getInteger("lp.programs", 700);
    // Of an objective that cancels, the certificate proves so many digits of its terms.
    private static final double OF_TERMS = 2e-13;
    private static final double OF_OBJECTIVE = 2e-9;

    @Test
    void nothingWrongIsCalledOptimal() {
        Tally tally = new Tally("small", 0);
        Seeded.forAll(21, PROGRAMS, draws -> feasible(draws, 0), tally::add);
        tally.check();
    }

    /** Rows, columns and objective in units from 2^-30 to 2^30, about 1e-9 to 1e9. */
    @Test
    void norInUnitsOfAnySize() {
        Tally tally = new Tally("scaled", 0);
        Seeded.forAll(22, PROGRAMS, draws -> feasible(draws, 30), tally::add);
        tally.check();
    }

    /**
     * Each coefficient, bound and unit anything from 2^-30 to 2^30 for itself. Of such programs the last digits of a point can move the
     * optimum, which the bound from dual values does not.
     */
    @Test
    void norWithCoefficientsOfEverySize() {
        Tally tally = new Tally("of every size", 5);
        Seeded.forAll(23, PROGRAMS, RandomProgramsTest::ofEverySize, program -> {
            // What a drawn point adds up to is rounded, so that some have no point that meets all.
            if (ExactSimplex.solve(program).kind() != ExactSimplex.Kind.INFEASIBLE) {
                tally.add(program);
            }
        });
        tally.check();
    }

    /** What became of programs. */
    private static final class Tally {
        private final String name;
        // Of a thousand.
        private final int mostMoved;
        private int moved;
        private int optimal;
        private int zero;
        private int refused;
        private int unbounded;
        private int endless;

        Tally(String name, int mostMoved) {
            this.name = name;
            this.mostMoved = mostMoved;
        }

        void add(LinearProgram program) {
            ExactSimplex.Outcome exact = ExactSimplex.solve(program);
            SolverOutcome outcome = Solver.solve(program);
            if (exact.kind() == ExactSimplex.Kind.UNBOUNDED) {
                unbounded++;
                assertThat(outcome).isInstanceOfAny(SolverOutcome.Unbounded.class, SolverOutcome.Unverified.class);
                endless += outcome instanceof SolverOutcome.Unverified ? 1 : 0;
                return;
            }
            assertThat(exact.kind()).isEqualTo(ExactSimplex.Kind.OPTIMAL);
            optimal++;
            zero += exact.objective() == 0 ? 1 : 0;
            if (outcome instanceof SolverOutcome.Unverified) {
                refused++;
                return;
            }
            assertThat(outcome).isInstanceOf(SolverOutcome.Optimal.class);
            SolverOutcome.Optimal found = (SolverOutcome.Optimal) outcome;
            double terms = program.objective().stream()
                            .mapToDouble(term -> Math.abs(term.coefficient() * found.value(term.variable())))
                            .sum()
                    + program.constraints().stream()
                            .mapToDouble(constraint -> Math.abs(constraint.bound() * found.price(constraint.name())))
                            .sum();
            double digits = Math.max(OF_OBJECTIVE * Math.abs(exact.objective()), OF_TERMS * terms);
            assertThat((exact.objective() - found.bound()) * program.sense().sign())
                    .isLessThanOrEqualTo(digits);
            moved += Math.abs(found.objective() - exact.objective()) > digits ? 1 : 0;
        }

        void check() {
            System.out.println(
                    "%s: %s with an optimum, %s of them another in their last digits, %s refused; the optimum of %s is 0; %s without limit, %s refused"
                            .formatted(name, optimal, moved, refused, zero, unbounded, endless));
            assertThat(zero).isPositive();
            assertThat(refused + endless).isLessThanOrEqualTo((optimal + unbounded) / 100);
            assertThat(moved).isLessThanOrEqualTo(mostMoved * optimal / 1000);
        }
    }

    // The bounds of constraints are such that a point drawn first meets them, often at the bound itself.
    private static LinearProgram feasible(Draws draws, int powers) {
        LinearProgram.Builder program =
                draws.oneOf(List.of(true, false)) ? LinearProgram.maximise() : LinearProgram.minimise();
        List<Variable> variables = new ArrayList<>();
        List<Double> units = new ArrayList<>();
        List<Double> point = new ArrayList<>();
        int count = draws.whole(1, 5);
        boolean nought = draws.whole(0, 3) == 0;
        for (int i = 0; i < count; i++) {
            double low = draws.oneOf(List.of(0.0, 0.0, 0.0, -5.0, Double.NEGATIVE_INFINITY));
            double high = draws.oneOf(List.of(Double.POSITIVE_INFINITY, 10.0, 3.0));
            double unit = power(draws, powers);
            units.add(unit);
            point.add(nought ? 0.0 : (double) draws.whole(0, 3));
            variables.add(program.variable("x" + i, low * unit, high * unit));
        }
        program.objective(sum(draws, variables, units, power(draws, powers), draws.whole(0, 2) > 0));
        int rows = draws.whole(1, 5);
        for (int row = 0; row < rows; row++) {
            double unit = power(draws, powers);
            LinearExpression sum = sum(draws, variables, units, unit, false);
            double met = sum.terms().stream()
                    .mapToDouble(term -> term.coefficient()
                            * units.get(term.variable().index())
                            * point.get(term.variable().index()))
                    .sum();
            Relation relation =
                    draws.oneOf(List.of(Relation.AT_MOST, Relation.AT_MOST, Relation.AT_LEAST, Relation.EQUAL));
            double room = relation == Relation.EQUAL ? 0 : draws.whole(0, 8) * unit;
            program.constrain("c" + row, sum, relation, relation == Relation.AT_LEAST ? met - room : met + room);
        }
        return program.build();
    }

    private static LinearProgram ofEverySize(Draws draws) {
        LinearProgram.Builder program =
                draws.oneOf(List.of(true, false)) ? LinearProgram.maximise() : LinearProgram.minimise();
        List<Variable> variables = new ArrayList<>();
        List<Double> point = new ArrayList<>();
        int count = draws.whole(1, 5);
        boolean nought = draws.whole(0, 3) == 0;
        for (int i = 0; i < count; i++) {
            double low = draws.oneOf(List.of(0.0, 0.0, 0.0, -5.0, Double.NEGATIVE_INFINITY));
            double high = draws.oneOf(List.of(Double.POSITIVE_INFINITY, 10.0, 3.0));
            double unit = power(draws, 30);
            point.add(nought ? 0.0 : draws.whole(0, 3) * unit);
            variables.add(program.variable("x" + i, low * unit, high * unit));
        }
        program.objective(sumOfEverySize(draws, variables, draws.whole(0, 2) > 0));
        int rows = draws.whole(1, 5);
        for (int row = 0; row < rows; row++) {
            LinearExpression sum = sumOfEverySize(draws, variables, false);
            double met = sum.terms().stream()
                    .mapToDouble(term ->
                            term.coefficient() * point.get(term.variable().index()))
                    .sum();
            Relation relation =
                    draws.oneOf(List.of(Relation.AT_MOST, Relation.AT_MOST, Relation.AT_LEAST, Relation.EQUAL));
            double room = relation == Relation.EQUAL ? 0 : draws.whole(0, 8) * power(draws, 30);
            program.constrain("c" + row, sum, relation, relation == Relation.AT_LEAST ? met - room : met + room);
        }
        return program.build();
    }

    private static LinearExpression sumOfEverySize(Draws draws, List<Variable> variables, boolean down) {
        LinearExpression sum = new LinearExpression();
        variables.forEach(variable -> {
            int coefficient = draws.whole(0, 2) == 0 ? 0 : draws.whole(down ? -90 : -40, down ? 20 : 90);
            sum.plus(coefficient * power(draws, 30), variable);
        });
        return sum;
    }

    // Whole numbers, so that what a point adds up to is exact, and corners coincide; in an objective against its sense,
    // if wished.
    private static LinearExpression sum(
            Draws draws, List<Variable> variables, List<Double> units, double unit, boolean down) {
        LinearExpression sum = new LinearExpression();
        variables.forEach(variable -> {
            int coefficient = draws.whole(0, 2) == 0 ? 0 : draws.whole(down ? -90 : -40, down ? 20 : 90);
            sum.plus(coefficient * unit / units.get(variable.index()), variable);
        });
        return sum;
    }

    private static double power(Draws draws, int powers) {
        return Math.scalb(1.0, draws.whole(-powers, powers));
    }
}
