package muster.solver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** Programs whose answers stand in textbooks or follow by hand. */
class KnownProgramsTest {

    /** Hillier and Lieberman, Introduction to Operations Research, section 3.1: Wyndor Glass. */
    @Test
    void wyndorGlass() {
        SolverOutcome.Optimal answer = Solved.optimal(Solved.wyndor(4, 12, 18));
        assertThat(answer.objective()).isCloseTo(36, within(1e-9));
        assertThat(answer.values()).containsExactlyEntriesOf(Solved.map("doors", 2.0, "windows", 6.0));
        assertThat(answer.price("plant-1")).isZero();
        assertThat(answer.price("plant-2")).isCloseTo(1.5, within(1e-12));
        assertThat(answer.price("plant-3")).isCloseTo(1, within(1e-12));
        assertThat(answer.slacks().get("plant-1")).isCloseTo(2, within(1e-12));
        assertThat(answer.slacks().get("plant-2")).isZero();
    }

    /** Stigler's kind of problem by hand: a unit of food at 3 has 2 of one need, one at 2 has 1 of each of two. */
    @Test
    void aDietHasPricesThatAreNotNegative() {
        LinearProgram.Builder diet = LinearProgram.minimise();
        Variable oats = diet.variable("oats");
        Variable beans = diet.variable("beans");
        diet.objective(new LinearExpression().plus(3, oats).plus(2, beans));
        diet.atLeast("energy", new LinearExpression().plus(2, oats).plus(1, beans), 8);
        diet.atLeast("protein", new LinearExpression().plus(1, beans), 2);
        diet.atMost("stomach", new LinearExpression().plus(1, oats).plus(1, beans), 100);
        SolverOutcome.Optimal answer = Solved.optimal(diet.build());
        // Oats cover the energy at 1.5 a unit, beans at least the protein: 2 beans, 3 oats.
        assertThat(answer.objective()).isCloseTo(13, within(1e-9));
        assertThat(answer.price("energy")).isCloseTo(1.5, within(1e-12));
        assertThat(answer.price("protein")).isCloseTo(0.5, within(1e-12));
        assertThat(answer.price("stomach")).isZero();
    }

    /** In a minimum an equality and an at-most constraint that binds, each with the sign of d(objective) / d(bound). */
    @Test
    void signsInAMinimum() {
        LinearProgram.Builder program = LinearProgram.minimise();
        Variable dear = program.variable("dear");
        Variable cheap = program.variable("cheap");
        program.objective(new LinearExpression().plus(5, dear).plus(2, cheap));
        program.equal("need", new LinearExpression().plus(1, dear).plus(1, cheap), 10);
        program.atMost("supply", new LinearExpression().plus(1, cheap), 6);
        SolverOutcome.Optimal answer = Solved.optimal(program.build());
        assertThat(answer.objective()).isCloseTo(32, within(1e-9));
        assertThat(answer.price("need")).isCloseTo(5, within(1e-12));
        assertThat(answer.price("supply")).isCloseTo(-3, within(1e-12));
    }

    @Test
    void boundsOfVariablesHaveReducedCosts() {
        LinearProgram.Builder program = LinearProgram.maximise();
        Variable capped = program.variable("capped", 0, 5);
        Variable free = program.variable("free", Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
        program.objective(new LinearExpression().plus(3, capped).plus(-1, free));
        program.atLeast("floor", new LinearExpression().plus(1, free), -7);
        SolverOutcome.Optimal answer = Solved.optimal(program.build());
        assertThat(answer.objective()).isCloseTo(22, within(1e-9));
        assertThat(answer.reducedCosts().get("capped")).isCloseTo(3, within(1e-12));
        assertThat(answer.value(free)).isCloseTo(-7, within(1e-12));
        assertThat(answer.price("floor")).isCloseTo(-1, within(1e-12));
    }

    /** Beale's example (1955), on which a simplex without a rule against it runs in circles. */
    @Test
    void bealesCycle() {
        LinearProgram.Builder program = LinearProgram.maximise();
        Variable x1 = program.variable("x1");
        Variable x2 = program.variable("x2");
        Variable x3 = program.variable("x3");
        Variable x4 = program.variable("x4");
        program.objective(new LinearExpression()
                .plus(0.75, x1)
                .plus(-150, x2)
                .plus(0.02, x3)
                .plus(-6, x4));
        program.atMost(
                "one",
                new LinearExpression()
                        .plus(0.25, x1)
                        .plus(-60, x2)
                        .plus(-0.04, x3)
                        .plus(9, x4),
                0);
        program.atMost(
                "two",
                new LinearExpression()
                        .plus(0.5, x1)
                        .plus(-90, x2)
                        .plus(-0.02, x3)
                        .plus(3, x4),
                0);
        program.atMost("three", new LinearExpression().plus(1, x3), 1);
        SolverOutcome.Optimal answer = Solved.optimal(program.build());
        assertThat(answer.objective()).isCloseTo(0.05, within(1e-12));
    }

    @Test
    void aDegenerateCornerIsProvenWithAPriceBetweenThoseOfBothDirections() {
        SolverOutcome.Optimal answer = Solved.optimal(Solved.wyndor(2, 12, 18));
        assertThat(answer.objective()).isCloseTo(36, within(1e-9));
        double up = (Solved.optimal(Solved.wyndor(2 + 1e-3, 12, 18)).objective() - 36) / 1e-3;
        double down = (36 - Solved.optimal(Solved.wyndor(2 - 1e-3, 12, 18)).objective()) / 1e-3;
        assertThat(answer.price("plant-1")).isBetween(up - 1e-9, down + 1e-9);
    }

    /** The chips and watts of a fleet in one program, at the sizes that they have. */
    @Test
    void numbersOfVeryDifferentSizes() {
        LinearProgram.Builder program = LinearProgram.maximise();
        Variable train = program.variable("train");
        Variable serve = program.variable("serve");
        program.objective(new LinearExpression().plus(4e-7, serve));
        program.atMost("chips", new LinearExpression().plus(1, train).plus(1, serve), 1e6);
        program.atLeast("work", new LinearExpression().plus(4e14 * 2.592e6, train), 2e26);
        program.atMost("power", new LinearExpression().plus(1400, train).plus(1400, serve), 1.4e9);
        SolverOutcome.Optimal answer = Solved.optimal(program.build());
        double training = 2e26 / (4e14 * 2.592e6);
        assertThat(answer.objective()).isCloseTo(4e-7 * (1e6 - training), within(1e-12));
        assertThat(answer.price("work")).isCloseTo(-4e-7 / (4e14 * 2.592e6), within(1e-40));
    }

    @Test
    void aFixedVariableIsPartOfTheSum() {
        LinearProgram.Builder program = LinearProgram.maximise();
        Variable fixed = program.variable("fixed", 3, 3);
        Variable x = program.variable("x");
        program.objective(new LinearExpression().plus(1, x).plus(10, fixed));
        program.atMost("limit", new LinearExpression().plus(1, x).plus(2, fixed), 10);
        SolverOutcome.Optimal answer = Solved.optimal(program.build());
        assertThat(answer.objective()).isCloseTo(34, within(1e-9));
        assertThat(answer.price("limit")).isCloseTo(1, within(1e-12));
    }

    @Test
    void oneVariableBetweenBoundsAndNoConstraint() {
        LinearProgram.Builder program = LinearProgram.minimise();
        Variable x = program.variable("x", -2, 7);
        program.objective(new LinearExpression().plus(4, x));
        assertThat(Solved.optimal(program.build()).values()).isEqualTo(Map.of("x", -2.0));
    }

    @Test
    void nothingToChooseIsOptimal() {
        LinearProgram.Builder program = LinearProgram.maximise();
        assertThat(Solved.optimal(program.build()).objective()).isZero();
    }

    /** The library calls this solved, by a chip that trains twice: a limit that never binds has a coefficient of 1e-11. */
    @Test
    void aProgramThatTheLibraryCallsSolvedMayHaveNoPoint() {
        LinearProgram.Builder program = LinearProgram.maximise();
        Variable train = program.variable("train");
        Variable serve = program.variable("serve");
        Variable later = program.variable("later");
        program.objective(new LinearExpression().plus(40, serve).plus(240, later));
        program.atMost("chips", new LinearExpression().plus(1, train).plus(1, serve), 100);
        program.atMost("rate", new LinearExpression().plus(1e-11, train), 1);
        program.atMost("heads", new LinearExpression().plus(2, serve), 200);
        program.atMost("power", new LinearExpression().plus(0.001, train).plus(0.001, serve), 0.05);
        program.atMost("chips-later", new LinearExpression().plus(1, later), 100);
        program.atMost("heads-later", new LinearExpression().plus(2, later), 200);
        program.atMost("power-later", new LinearExpression().plus(0.001, later), 0.05);
        program.atLeast("work", new LinearExpression().plus(1 / 85.0, train), 1);
        program.atMost(
                "budget",
                new LinearExpression()
                        .plus(0.010368, train)
                        .plus(0.010368, serve)
                        .plus(0.020736, later),
                3.1104);
        SolverOutcome.Infeasible outcome = (SolverOutcome.Infeasible) Solver.solve(program.build());
        // 85 chips would do the work, and there is power for 50.
        assertThat(outcome.certificate()).containsOnlyKeys("work", "power");
    }
}
