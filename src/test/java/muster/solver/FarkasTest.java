package muster.solver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Proofs that nothing meets all constraints, added up by hand. */
class FarkasTest {
    private static final double INFINITE = Double.POSITIVE_INFINITY;

    @Test
    void theMarginIsWhatTheBoundsLackOverAllSizes() {
        LinearProgram.Builder builder = LinearProgram.maximise();
        Variable x = builder.variable("x", 0, 3);
        Variable y = builder.variable("y", -5, 4);
        builder.atLeast("need", new LinearExpression().plus(1, x).plus(2, y), 20);
        FarkasCertificate proof = of(builder, new double[] {1}, 20);

        // At most 3 + 2 * 4 = 11 of 20: 9 lack, over 20 + 11.
        assertThat(proof.margin()).isCloseTo(9.0 / 31, within(1e-15));
        assertThat(proof.constraints()).containsExactly(entry("need", 1.0));
        assertThat(proof.bounds()).containsExactly("x", "y");
    }

    @Test
    void anAtMostConstraintWeighsAgainstTheLowerBounds() {
        LinearProgram.Builder builder = LinearProgram.minimise();
        Variable x = builder.variable("x", 2, INFINITE);
        Variable y = builder.variable("y", 3, INFINITE);
        builder.atMost("room", new LinearExpression().plus(1, x).plus(1, y), 4);
        FarkasCertificate proof = of(builder, new double[] {-2}, 4);

        // -2 (x + y) is at most -10, and -8 or more is asked: 2 over 8 + 10.
        assertThat(proof.margin()).isCloseTo(2.0 / 18, within(1e-15));
    }

    @Test
    void whatCanBeMetHasNoMargin() {
        LinearProgram.Builder builder = LinearProgram.maximise();
        Variable x = builder.variable("x", 0, 30);
        builder.atLeast("need", new LinearExpression().plus(1, x), 20);
        assertThat(of(builder, new double[] {1}, 20).margin()).isCloseTo(-0.2, within(1e-15));
    }

    @Test
    void aVariableWithoutLimitProvesNothing() {
        LinearProgram.Builder builder = LinearProgram.maximise();
        Variable x = builder.variable("x");
        builder.atLeast("need", new LinearExpression().plus(1, x), 20);
        FarkasCertificate proof = of(builder, new double[] {1}, 20);
        assertThat(proof.margin()).isZero();
        assertThat(proof.bounds()).containsExactly("x");
    }

    @Test
    void aVariableThatCancelsTakesNoPart() {
        LinearProgram.Builder builder = LinearProgram.maximise();
        Variable free = builder.variable("free", -INFINITE, INFINITE);
        builder.atLeast("above", new LinearExpression().plus(0.1, free), 3);
        builder.atMost("below", new LinearExpression().plus(0.3, free), 6);
        // 3 * 0.1 - 0.3 is the last digit of a double, not nothing.
        FarkasCertificate proof = of(builder, new double[] {3e6, -1e6}, 3, 6);

        // 3 * 3 - 6 over 9 + 6.
        assertThat(proof.margin()).isCloseTo(0.2, within(1e-15));
        assertThat(proof.bounds()).isEmpty();
    }

    @Test
    void aWeightIsRoundingWhereItIsABillionthOfTheGreatestInTheSizesOfTheirConstraints() {
        LinearProgram.Builder builder = LinearProgram.maximise();
        Variable x = builder.variable("x", 0, 1);
        builder.atLeast("a", new LinearExpression().plus(1, x), 4);
        builder.atLeast("b", new LinearExpression().plus(1, x), 4);
        builder.atLeast("c", new LinearExpression().plus(1, x), 4);
        builder.atLeast("d", new LinearExpression().plus(1, x), 4);
        // Weights times sizes: 1000, just a billionth of it, two billionths, nothing.
        FarkasCertificate proof = of(builder, new double[] {1000, 1, 2e-12, 0}, 1, 1e-6, 1e6, 1);

        assertThat(proof.constraints().keySet()).containsExactly("a", "c");
        assertThat(proof.margin()).isCloseTo(3.0 / 5, within(1e-12));
    }

    @Test
    void nothingAtAllHasNoMargin() {
        LinearProgram.Builder builder = LinearProgram.maximise();
        assertThat(of(builder, new double[0])).isEqualTo(new FarkasCertificate(Map.of(), List.of(), 0));
    }

    @Test
    void theCureIsTheLeastRoomInTheUnitOfEachConstraint() {
        LinearProgram.Builder builder = LinearProgram.minimise();
        Variable x = builder.variable("x");
        Variable y = builder.variable("y");
        builder.atMost("most", new LinearExpression().plus(1, x), 100);
        builder.atLeast("least", new LinearExpression().plus(1, x), 130);
        builder.equal("same", new LinearExpression().plus(1, y), 7);
        SolverOutcome.Infeasible outcome = (SolverOutcome.Infeasible) Solver.solve(builder.build());

        // 30 of 130 is a smaller part than 30 of 100, so the greater one gives way.
        assertThat(outcome.relaxation()).containsOnlyKeys("least");
        assertThat(outcome.relaxation().get("least")).isCloseTo(30, within(1e-9));
        assertThat(outcome.certificate()).containsOnlyKeys("most", "least");
        // Weighed alike, they miss by 30 of 230, and x cancels.
        assertThat(outcome.margin()).isCloseTo(30.0 / 230, within(1e-9));
        assertThat(outcome.bounds()).isEmpty();
    }

    @Test
    void whereOneCuresTwoItGivesWay() {
        LinearProgram.Builder builder = LinearProgram.minimise();
        Variable x = builder.variable("x");
        builder.atMost("most", new LinearExpression().plus(1, x), 100);
        builder.atLeast("one", new LinearExpression().plus(1, x), 130);
        builder.atLeast("other", new LinearExpression().plus(1, x), 130);
        SolverOutcome.Infeasible outcome = (SolverOutcome.Infeasible) Solver.solve(builder.build());

        // 30 of 100 once is less than 30 of 130 twice.
        assertThat(outcome.relaxation()).containsOnlyKeys("most");
        assertThat(outcome.relaxation().get("most")).isCloseTo(30, within(1e-9));
    }

    @Test
    void theSizeOfAConstraintIsItsBoundOrItsGreatestCoefficient() {
        LinearProgram.Builder builder = LinearProgram.minimise();
        Variable x = builder.variable("x");
        Variable y = builder.variable("y");
        LinearExpression sum = new LinearExpression().plus(2, x).plus(-9, y);
        builder.atMost("bound", sum, -5);
        builder.atMost("none", sum, 0);
        builder.atMost("empty", new LinearExpression(), 0);
        ElasticProgram elastic = ElasticProgram.of(builder.build());

        assertThat(elastic.size("bound")).isEqualTo(5);
        assertThat(elastic.size("none")).isEqualTo(9);
        assertThat(elastic.size("empty")).isEqualTo(1);
        assertThat(elastic.rooms().get("bound")).hasSize(1);
    }

    private static FarkasCertificate of(LinearProgram.Builder builder, double[] weights, double... sizes) {
        return FarkasCertificate.of(builder.build(), weights, sizes);
    }
}
