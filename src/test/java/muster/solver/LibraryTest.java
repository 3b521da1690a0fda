package muster.solver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What goes to the library and comes back, in each way of asking it. */
class LibraryTest {

    /** 5 a + 2 b least: a + b = 10, b at most 6, a at least 1, which does not bind. */
    private static LinearProgram supply() {
        LinearProgram.Builder program = LinearProgram.minimise();
        Variable a = program.variable("a", -100, 50);
        Variable b = program.variable("b");
        program.objective(new LinearExpression().plus(5, a).plus(2, b));
        program.equal("need", new LinearExpression().plus(1, a).plus(1, b), 10);
        program.atMost("supply", new LinearExpression().plus(1, b), 6);
        program.atLeast("some", new LinearExpression().plus(1, a), 1);
        return program.build();
    }

    @ParameterizedTest
    @EnumSource(SimplexVariant.class)
    void everyWayGivesPointAndPrices(SimplexVariant simplex) {
        OjAlgoSolver.Answer answer = OjAlgoSolver.ask(supply(), simplex);

        assertThat(answer.claim()).isEqualTo(OjAlgoSolver.Claim.OPTIMAL);
        assertThat(answer.candidate().values()).containsExactly(new double[] {4, 6}, within(1e-9));
        assertThat(answer.candidate().prices()).containsExactly(new double[] {5, -3, 0}, within(1e-9));
    }

    @ParameterizedTest
    @EnumSource(SimplexVariant.class)
    void noScalingOfTheQuestionChangesTheAnswer(SimplexVariant simplex) {
        ProgramScaling scaling = ProgramScaling.magnified(new double[] {4, 0.5, 2}, new double[] {8, 0.25}, 16, 32);
        OjAlgoSolver.Point point = OjAlgoSolver.point(supply(), scaling, simplex);

        assertThat(point.values()).containsExactly(new double[] {4, 6}, within(1e-9));
        assertThat(point.prices()).containsExactly(new double[] {5, -3, 0}, within(1e-9));
    }

    @ParameterizedTest
    @EnumSource(SimplexVariant.class)
    void atLeastInAMinimumAndBoundsThatBind(SimplexVariant simplex) {
        LinearProgram.Builder program = LinearProgram.minimise();
        Variable oats = program.variable("oats", 0, 2);
        Variable beans = program.variable("beans");
        program.objective(new LinearExpression().plus(3, oats).plus(2, beans));
        program.atLeast("energy", new LinearExpression().plus(2, oats).plus(1, beans), 8);
        // Oats up to their bound, and beans for the rest: 2 and 4, at 2 a unit of energy.
        OjAlgoSolver.Answer answer = OjAlgoSolver.ask(program.build(), simplex);

        assertThat(answer.candidate().values()).containsExactly(new double[] {2, 4}, within(1e-9));
        assertThat(answer.candidate().prices()).containsExactly(new double[] {2}, within(1e-9));
        assertThat(answer.candidate().reduced()).containsExactly(new double[] {-1, 0}, within(1e-9));
    }

    @Test
    void aConstraintWithoutTermsHoldsOrDoesNot() {
        assertThat(claim(Relation.AT_LEAST, 1)).isEqualTo(OjAlgoSolver.Claim.INFEASIBLE);
        assertThat(claim(Relation.AT_LEAST, 0)).isEqualTo(OjAlgoSolver.Claim.OPTIMAL);
        assertThat(claim(Relation.AT_MOST, -1)).isEqualTo(OjAlgoSolver.Claim.INFEASIBLE);
        assertThat(claim(Relation.EQUAL, 1)).isEqualTo(OjAlgoSolver.Claim.INFEASIBLE);
        assertThat(claim(Relation.EQUAL, 0)).isEqualTo(OjAlgoSolver.Claim.OPTIMAL);
    }

    private static OjAlgoSolver.Claim claim(Relation relation, double bound) {
        LinearProgram.Builder program = LinearProgram.maximise();
        Variable x = program.variable("x", 0, 1);
        program.objective(new LinearExpression().plus(1, x));
        program.constrain("empty", new LinearExpression(), relation, bound);
        return OjAlgoSolver.ask(program.build(), SimplexVariant.DUAL).claim();
    }

    @Test
    void aRayGoesWhereTheObjectiveGrowsAndStartsWhereEverythingHolds() {
        LinearProgram.Builder program = LinearProgram.minimise();
        Variable x = program.variable("x", Double.NEGATIVE_INFINITY, 3);
        Variable y = program.variable("y", 1, Double.POSITIVE_INFINITY);
        program.objective(new LinearExpression().plus(2, x).plus(1, y));
        program.atLeast("tied", new LinearExpression().plus(1, x).plus(1, y), 0);
        // y must rise by what x falls: x down and y up alike earns one a unit.
        SolverOutcome.Unbounded outcome = (SolverOutcome.Unbounded) Solver.solve(program.build());

        assertThat(outcome.ray().get("y")).isPositive().isCloseTo(-outcome.ray().get("x"), within(1e-12));
        assertThat(outcome.rate()).isCloseTo(outcome.ray().get("x"), within(1e-12));
        assertThat(outcome.point().get("x") + outcome.point().get("y")).isGreaterThanOrEqualTo(-1e-9);
    }

    private static LinearProgram of(boolean great, double low, double high, double bound) {
        LinearProgram.Builder program = great ? LinearProgram.maximise() : LinearProgram.minimise();
        Variable x = program.variable("x", low, high);
        program.variable("y", 0, 1);
        program.objective(new LinearExpression().plus(2, x));
        program.atLeast("y", new LinearExpression().plus(1, program.variable("z", 0, 1)), bound);
        return program.build();
    }

    @Test
    void onlyWhatHasNoBoundOnItsWayIsARay() {
        double infinite = Double.POSITIVE_INFINITY;
        SolverOutcome.Unbounded up = (SolverOutcome.Unbounded)
                UnboundedRay.prove(of(true, 0, infinite, 0)).orElseThrow();
        assertThat(up.ray()).containsEntry("x", 1.0).containsEntry("y", 0.0);
        assertThat(up.rate()).isEqualTo(2);
        SolverOutcome.Unbounded down = (SolverOutcome.Unbounded)
                UnboundedRay.prove(of(false, -infinite, 7, 0)).orElseThrow();
        assertThat(down.ray()).containsEntry("x", -1.0);
        assertThat(down.rate()).isEqualTo(-2);
        assertThat(UnboundedRay.prove(of(false, 0, infinite, 0))).isEmpty();
        assertThat(UnboundedRay.prove(of(true, -infinite, 7, 0))).isEmpty();
        assertThat(UnboundedRay.prove(of(true, 0, 7, 0))).isEmpty();
        // Without a point to start from there is no ray, and that is what is said.
        assertThat(UnboundedRay.prove(of(true, 0, infinite, 2)).orElseThrow())
                .isInstanceOf(SolverOutcome.Infeasible.class);
    }

    @Test
    void aRateThatIsRoundingBesideTheObjectiveIsNone() {
        LinearProgram.Builder program = LinearProgram.maximise();
        Variable x = program.variable("x");
        Variable y = program.variable("y", 0, 1);
        program.objective(new LinearExpression().plus(1e-7, x).plus(1e3, y));
        assertThat(UnboundedRay.prove(program.build())).isEmpty();
        program.objective(new LinearExpression().plus(1e-5, x).plus(1e3, y));
        assertThat(UnboundedRay.prove(program.build())).isPresent();
    }

    @Test
    void theLibraryIsAskedInThreeWays() {
        assertThat(SimplexVariant.DUAL.dual() && SimplexVariant.DUAL_UNSCALED.dual())
                .isTrue();
        assertThat(SimplexVariant.PRIMAL.dual()).isFalse();
        assertThat(SimplexVariant.DUAL_UNSCALED.scaled()).isFalse();
        assertThat(SimplexVariant.DUAL.scaled() && SimplexVariant.PRIMAL.scaled())
                .isTrue();
    }

    @ParameterizedTest
    @EnumSource(Relation.class)
    void whatHoldsIsNotBroken(Relation relation) {
        assertThat(relation.violation(3, 3)).isZero();
        assertThat(relation.violation(5, 3)).isEqualTo(relation == Relation.AT_LEAST ? 0 : 2);
        assertThat(relation.violation(3, 5)).isEqualTo(relation == Relation.AT_MOST ? 0 : 2);
        assertThat(relation.allows(0)).isTrue();
        assertThat(relation.allows(1)).isEqualTo(relation != Relation.AT_LEAST);
        assertThat(relation.allows(-1)).isEqualTo(relation != Relation.AT_MOST);
    }

    @Test
    void aVariableCanLieWhereItsBoundsLeaveRoom() {
        assertThat(new Variable("x", 0, 2, 3).clamp(5)).isEqualTo(3);
        assertThat(new Variable("x", 0, 2, 3).clamp(1)).isEqualTo(2);
        assertThat(new Variable("x", 0, 2, 3).clamp(2.5)).isEqualTo(2.5);
        double infinite = Double.POSITIVE_INFINITY;
        for (double[] bounds : new double[][] {{infinite, infinite}, {-infinite, -infinite}}) {
            assertThatThrownBy(() -> new Variable("x", 0, bounds[0], bounds[1]))
                    .hasMessageContaining("x cannot lie from");
        }
    }
}
