package muster.solver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers that are a little off, brought to their last digit; what is right of them is known by hand. */
class RefinementTest {
    private static final double INFINITE = Double.POSITIVE_INFINITY;

    /** Too rough for the certificate, too fine for the library to see but magnified. */
    private static final double OFF = 3e-9;

    @ParameterizedTest
    @ValueSource(doubles = {OFF, -OFF, 0.01, -0.01})
    void onePointMendsWyndor(double off) {
        LinearProgram program = Solved.wyndor(4, 12, 18);
        mends(program, new double[] {2 * (1 + off), 6}, new double[] {0, 1.5, 1}, 2, 6);
        mends(program, new double[] {2, 6 * (1 + off)}, new double[] {0, 1.5, 1}, 2, 6);
        mends(program, new double[] {2 * (1 - off), 6 * (1 + off)}, new double[] {0, 1.5, 1}, 2, 6);
        mends(program, new double[] {2, 6}, new double[] {0, 1.5 * (1 + off), 1}, 2, 6);
        mends(program, new double[] {2, 6}, new double[] {0, 1.5, 1 + off}, 2, 6);
        mends(program, new double[] {2 * (1 + off), 6}, new double[] {0, 1.5, 1 + off}, 2, 6);
    }

    @ParameterizedTest
    @ValueSource(doubles = {OFF, -OFF, 0.01, -0.01})
    void everyRelationAndBoundIsMended(double off) {
        // Least 5 a + 2 b + c - 3 d: a + b + c = 10, b at most 6, c + d at least 1, d at most 2 by itself.
        LinearProgram.Builder builder = LinearProgram.minimise();
        Variable a = builder.variable("a");
        Variable b = builder.variable("b");
        Variable c = builder.variable("c", -4, -1);
        Variable d = builder.variable("d", -INFINITE, 2);
        builder.objective(
                new LinearExpression().plus(5, a).plus(2, b).plus(1, c).plus(-3, d));
        builder.equal("all", new LinearExpression().plus(1, a).plus(1, b).plus(1, c), 10);
        builder.atMost("b", new LinearExpression().plus(1, b), 6);
        builder.atLeast("cd", new LinearExpression().plus(3, c).plus(1, d), -3);
        LinearProgram program = builder.build();
        // c saves 4 a unit of a but must be at most -1: c = -1 (3 c + d = -1 >= -3), a = 5, b = 6, d = 2.
        double[] point = {5, 6, -1, 2};
        double[] prices = {5, -3, 0};
        for (int column = 0; column < point.length; column++) {
            double[] rough = point.clone();
            rough[column] *= 1 + off;
            mends(program, rough, prices, point);
        }
        for (int row = 0; row < prices.length; row++) {
            double[] rough = prices.clone();
            rough[row] += rough[row] == 0 ? Math.abs(off) : rough[row] * off;
            mends(program, point, rough, point);
        }
    }

    @Test
    void anAtLeastConstraintThatBindsIsMetToTheLastDigit() {
        LinearProgram.Builder builder = LinearProgram.minimise();
        Variable x = builder.variable("x");
        Variable y = builder.variable("y");
        builder.objective(new LinearExpression().plus(3, x).plus(2, y));
        builder.atLeast("energy", new LinearExpression().plus(2, x).plus(1, y), 8);
        builder.atLeast("protein", new LinearExpression().plus(1, y), 2);
        LinearProgram program = builder.build();
        for (double off : new double[] {OFF, -OFF, 0.01, -0.01}) {
            mends(program, new double[] {3 * (1 + off), 2}, new double[] {1.5, 0.5}, 3, 2);
            mends(program, new double[] {3, 2 * (1 + off)}, new double[] {1.5, 0.5}, 3, 2);
            mends(program, new double[] {3, 2}, new double[] {1.5 * (1 + off), 0.5}, 3, 2);
        }
    }

    /** What one of 1e20 lacks is mended as what one of 1 lacks. */
    @Test
    void unitsDoNotMatter() {
        LinearProgram.Builder builder = LinearProgram.maximise();
        Variable x = builder.variable("x");
        Variable y = builder.variable("y", 0, 1e10);
        builder.objective(new LinearExpression().plus(1e-20, x).plus(1e-4, y));
        builder.atMost("limit", new LinearExpression().plus(1e-6, x).plus(1e5, y), 1e20);
        LinearProgram program = builder.build();
        // For what it takes y earns 1e-9 and x 1e-14: y first, which takes 1e15 of 1e20 at its bound.
        double x1 = (1e20 - 1e15) / 1e-6;
        for (double off : new double[] {1e-7, -1e-7}) {
            CandidateSolution rough = CandidateSolution.of(
                    program, new double[] {x1 * (1 + off), 1e10 * (1 - Math.abs(off))}, new double[] {1e-14});
            CandidateSolution last = last(IterativeRefinement.of(program, rough, SimplexVariant.DUAL));
            assertThat(last.values()[0] / x1).isCloseTo(1, within(1e-15));
            assertThat(last.certificate().holds()).isTrue();
        }
    }

    @Test
    void whatIsProvenIsLeftAlone() {
        LinearProgram program = Solved.wyndor(4, 12, 18);
        CandidateSolution good = CandidateSolution.of(program, new double[] {2, 6}, new double[] {0, 1.5, 1});
        assertThat(IterativeRefinement.of(program, good, SimplexVariant.DUAL)).isEmpty();
    }

    private static void mends(LinearProgram program, double[] point, double[] prices, double... right) {
        CandidateSolution rough = CandidateSolution.of(program, point, prices);
        if (rough.certificate().holds()) {
            return;
        }
        List<CandidateSolution> better = IterativeRefinement.of(program, rough, SimplexVariant.DUAL);
        assertThat(better.get(0).values()).containsExactly(right, within(1e-14));
        assertThat(last(better).certificate().gap()).isLessThan(1e-14);
        assertThat(last(better).certificate().primalResidual()).isLessThan(1e-15);
    }

    private static CandidateSolution last(List<CandidateSolution> better) {
        return better.get(better.size() - 1);
    }
}
