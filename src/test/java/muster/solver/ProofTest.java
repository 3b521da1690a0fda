package muster.solver;

import static muster.testing.Seeded.forAll;
import static muster.testing.Seeded.least;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What holds for every outcome, checked here with other arithmetic than the solver's own. */
class ProofTest {
    private static final double SMALL = 1e-7;

    @Test
    void everySmallProgramIsSettledAndItsOutcomeTrue() {
        Map<String, Integer> kinds = new TreeMap<>();
        forAll(11, 1500, Programs::small, program -> {
            SolverOutcome outcome = Solver.solve(program);
            kinds.merge(outcome.getClass().getSimpleName(), 1, Integer::sum);
            outcome.match(
                    optimal -> checkOptimal(program, optimal),
                    infeasible -> checkInfeasible(program, infeasible),
                    unbounded -> checkUnbounded(program, unbounded),
                    unverified -> {
                        throw new AssertionError(unverified.toString());
                    });
        });
        assertThat(kinds.keySet()).containsExactly("Infeasible", "Optimal", "Unbounded");
        assertThat(kinds.values()).allMatch(count -> count > least(100));
    }

    private static boolean checkOptimal(LinearProgram program, SolverOutcome.Optimal optimal) {
        assertFeasible(program, optimal.values());
        assertThat(value(program.objective(), optimal.values())).isCloseTo(optimal.objective(), within(SMALL));
        double bound = 0;
        for (Constraint constraint : program.constraints()) {
            double price = optimal.price(constraint.name());
            bound += price * constraint.bound();
            double upward = price * program.sense().sign() + 0.0;
            if (constraint.relation() == Relation.AT_MOST) {
                assertThat(upward).isNotNegative();
            } else if (constraint.relation() == Relation.AT_LEAST) {
                assertThat(upward).isNotPositive();
            }
            // Complementary slackness: what is not scarce has no price.
            assertThat(price * optimal.slacks().get(constraint.name())).isCloseTo(0, within(SMALL));
        }
        for (Variable variable : program.variables()) {
            double reduced = optimal.reducedCosts().get(variable.name());
            double at = reduced * program.sense().sign() > 0 ? variable.high() : variable.low();
            bound += Math.abs(reduced) < 1e-10 ? 0 : reduced * at;
            assertThat(Math.abs(reduced) < 1e-10 ? 0 : reduced * (optimal.value(variable) - at))
                    .isCloseTo(0, within(SMALL));
        }
        assertThat(bound).as("strong duality").isCloseTo(optimal.objective(), within(SMALL));
        return true;
    }

    private static boolean checkInfeasible(LinearProgram program, SolverOutcome.Infeasible infeasible) {
        assertThat(infeasible.certificate()).isNotEmpty();
        assertThat(infeasible.margin()).isPositive();
        // The constraints of the clash alone have no feasible point either, and with the cure all of them have one.
        LinearProgram clashing = new LinearProgram(
                program.sense(),
                List.of(),
                program.variables(),
                program.constraints().stream()
                        .filter(constraint -> infeasible.certificate().containsKey(constraint.name()))
                        .toList());
        assertThat(Solver.solve(clashing)).isInstanceOf(SolverOutcome.Infeasible.class);
        LinearProgram cured = new LinearProgram(
                program.sense(),
                List.of(),
                program.variables(),
                program.constraints().stream()
                        .flatMap(constraint ->
                                loosened(constraint, infeasible.relaxation().getOrDefault(constraint.name(), 0.0)))
                        .toList());
        assertThat(Solver.solve(cured)).isInstanceOf(SolverOutcome.Optimal.class);
        return true;
    }

    // A little more than the cure: the library itself looks no closer than 1e-8.
    private static Stream<Constraint> loosened(Constraint constraint, double room) {
        double more = room * (1 + 1e-5) + 1e-6;
        Constraint below =
                new Constraint(constraint.name(), constraint.terms(), Relation.AT_MOST, constraint.bound() + more);
        Constraint above = new Constraint(
                constraint.name() + "'", constraint.terms(), Relation.AT_LEAST, constraint.bound() - more);
        return switch (constraint.relation()) {
            case AT_MOST -> Stream.of(below);
            case AT_LEAST -> Stream.of(above);
            case EQUAL -> Stream.of(below, above);
        };
    }

    private static boolean checkUnbounded(LinearProgram program, SolverOutcome.Unbounded unbounded) {
        for (double length : List.of(0.0, 1.0, 1000.0)) {
            Map<String, Double> far = new TreeMap<>();
            unbounded
                    .point()
                    .forEach((name, start) ->
                            far.put(name, start + length * unbounded.ray().get(name)));
            assertFeasible(program, far);
        }
        assertThat(unbounded.rate() * program.sense().sign()).isPositive();
        assertThat(value(program.objective(), unbounded.ray())).isCloseTo(unbounded.rate(), within(SMALL));
        return true;
    }

    private static void assertFeasible(LinearProgram program, Map<String, Double> values) {
        for (Constraint constraint : program.constraints()) {
            double left = value(constraint.terms(), values);
            assertThat(constraint.relation().violation(left, constraint.bound()))
                    .isLessThan(SMALL * Math.max(1, Math.abs(left)));
        }
        program.variables()
                .forEach(
                        variable -> assertThat(values.get(variable.name())).isBetween(variable.low(), variable.high()));
    }

    private static double value(List<LinearTerm> terms, Map<String, Double> values) {
        return terms.stream()
                .mapToDouble(
                        term -> term.coefficient() * values.get(term.variable().name()))
                .sum();
    }

    /** The price of every constraint of 200 random fleets is the slope of the optimum. */
    @Test
    void pricesAreFiniteDifferences() {
        int[] binding = {0};
        forAll(12, 200, Programs::fleet, program -> {
            SolverOutcome.Optimal optimal = Solved.optimal(program);
            for (int row = 0; row < program.constraints().size(); row++) {
                Constraint constraint = program.constraints().get(row);
                double step = 1e-5 * Math.max(1e-3, constraint.bound());
                double up = optimum(Programs.with(program, row, constraint.bound() + step));
                double down = optimum(Programs.with(program, row, constraint.bound() - step));
                double size = 1e-9 * optimal.objective() / step;
                // A maximum is concave in a right side: the price lies between the slopes of both directions.
                assertThat(optimal.price(constraint.name()))
                        .as(constraint.name())
                        .isBetween(
                                (up - optimal.objective()) / step - size, (optimal.objective() - down) / step + size);
                binding[0] += optimal.price(constraint.name()) == 0 ? 0 : 1;
            }
        });
        assertThat(binding[0]).isGreaterThan(least(1000));
    }

    private static double optimum(LinearProgram program) {
        return Solved.optimal(program).objective();
    }

    @Test
    void noFeasiblePointIsBetter() {
        forAll(13, 100, Programs::fleet, program -> {
            SolverOutcome.Optimal best = Solved.optimal(program);
            // The optimum of another objective is some other point of the same program.
            List<LinearTerm> other = program.variables().stream()
                    .filter(variable -> variable.index() % 3 == 0)
                    .map(variable -> new LinearTerm(1, variable))
                    .toList();
            SolverOutcome.Optimal elsewhere = Solved.optimal(
                    new LinearProgram(Sense.MAXIMISE, other, program.variables(), program.constraints()));
            assertThat(value(program.objective(), elsewhere.values()))
                    .isLessThanOrEqualTo(best.objective() * (1 + 1e-9));
        });
    }

    /** Where the library is known to call wrong answers optimal: whatever is called optimal here is. */
    @Test
    void whereTheLibraryIsWrongNothingWrongIsSaid() {
        forAll(
                14,
                2,
                draws -> Programs.packing(draws, 1400),
                program -> Solver.solve(program)
                        .match(
                                optimal -> checkOptimal(program, optimal),
                                infeasible -> {
                                    throw new AssertionError("zero is feasible");
                                },
                                unbounded -> {
                                    throw new AssertionError("every variable is limited");
                                },
                                unverified -> assertThat(unverified.reasons()).isNotEmpty()));
    }
}
