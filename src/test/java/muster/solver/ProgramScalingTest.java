package muster.solver;

import static org.assertj.core.api.Assertions.assertThat;

import muster.testing.Seeded;
import org.junit.jupiter.api.Test;

/** Factors worked out by hand; 2^e is the power of two at or below a size. */
class ProgramScalingTest {

    @Test
    void aRankOneProgramIsScaledToOnes() {
        // Coefficients r_i c_j in powers of sixteen, whose roots of roots are exact: the geometric means find both
        // factors, and every product is one.
        Seeded.forAll(31, 50, draws -> new double[][] {powers(draws, 3), powers(draws, 4)}, factors -> {
            LinearProgram.Builder builder = LinearProgram.maximise();
            Variable[] variables = new Variable[4];
            for (int column = 0; column < 4; column++) {
                variables[column] = builder.variable("x" + column);
            }
            for (int row = 0; row < 3; row++) {
                LinearExpression sum = new LinearExpression();
                for (int column = 0; column < 4; column++) {
                    double sign = (row + column) % 2 == 0 ? 1 : -1;
                    sum.plus(sign * factors[0][row] * factors[1][column], variables[column]);
                }
                builder.atMost("c" + row, sum, 1);
            }
            ProgramScaling scaling = ProgramScaling.of(builder.build());
            for (int row = 0; row < 3; row++) {
                for (int column = 0; column < 4; column++) {
                    double size = factors[0][row] * factors[1][column];
                    assertThat(scaling.row(row) * size * scaling.column(column)).isEqualTo(1);
                }
            }
        });
    }

    private static double[] powers(Seeded.Draws draws, int count) {
        double[] powers = new double[count];
        for (int i = 0; i < count; i++) {
            powers[i] = Math.pow(16, draws.whole(-5, 5));
        }
        return powers;
    }

    @Test
    void rightSidesAndObjectiveAreDividedByTheGreatestOfThem() {
        LinearProgram.Builder builder = LinearProgram.maximise();
        Variable x = builder.variable("x");
        Variable y = builder.variable("y");
        builder.objective(new LinearExpression().plus(-3, x).plus(-80, y));
        builder.atMost("both", new LinearExpression().plus(4, x).plus(-64, y), 100);
        builder.atLeast("less", new LinearExpression().plus(4, x).plus(64, y), -1000);
        ProgramScaling scaling = ProgramScaling.of(builder.build());

        // The mean of 4 and 64 is 16; what is left of them is a quarter and four.
        assertThat(scaling.row(0)).isEqualTo(0.0625);
        assertThat(scaling.row(1)).isEqualTo(0.0625);
        assertThat(scaling.column(0)).isEqualTo(4);
        assertThat(scaling.column(1)).isEqualTo(0.25);
        // 1000 / 16 = 62.5, and 80 / 4 = 20 before 3 * 4.
        assertThat(scaling.bound()).isEqualTo(32);
        assertThat(scaling.objective()).isEqualTo(16);
    }

    @Test
    void whatIsNoPowerOfTwoIsScaledByTheOneBelow() {
        LinearProgram.Builder builder = LinearProgram.minimise();
        Variable x = builder.variable("x");
        builder.objective(new LinearExpression().plus(1, x));
        builder.atLeast("three", new LinearExpression().plus(3, x), 6);
        ProgramScaling scaling = ProgramScaling.of(builder.build());

        // A third, from 1/4 to 1/2.
        assertThat(scaling.row(0)).isEqualTo(0.25);
        assertThat(scaling.column(0)).isEqualTo(1);
        assertThat(scaling.bound()).isEqualTo(1);
    }

    @Test
    void whatHasNoSizeIsLeftAlone() {
        LinearProgram.Builder builder = LinearProgram.maximise();
        builder.variable("nowhere");
        builder.atMost("nothing", new LinearExpression(), 0);
        LinearProgram program = builder.build();

        for (ProgramScaling scaling :
                new ProgramScaling[] {ProgramScaling.of(program), ProgramScaling.ofObjective(program)}) {
            assertThat(scaling.row(0)).isEqualTo(1);
            assertThat(scaling.column(0)).isEqualTo(1);
            assertThat(scaling.bound()).isEqualTo(1);
            assertThat(scaling.objective()).isEqualTo(1);
        }
    }

    @Test
    void theObjectiveAloneLeavesConstraintsAsTheyAre() {
        LinearProgram.Builder builder = LinearProgram.maximise();
        Variable x = builder.variable("x");
        builder.objective(new LinearExpression().plus(5000, x));
        builder.atMost("c", new LinearExpression().plus(64, x), 1e6);
        ProgramScaling scaling = ProgramScaling.ofObjective(builder.build());

        assertThat(scaling.objective()).isEqualTo(4096);
        assertThat(scaling.row(0)).isEqualTo(1);
        assertThat(scaling.column(0)).isEqualTo(1);
        assertThat(scaling.bound()).isEqualTo(1);
    }

    @Test
    void aMagnifiedProgramHasTheFactorsThatItIsGiven() {
        ProgramScaling scaling = ProgramScaling.magnified(new double[] {2}, new double[] {8}, 3e-9, 5);

        assertThat(scaling.row(0)).isEqualTo(2);
        assertThat(scaling.column(0)).isEqualTo(8);
        // 2^-29 is 1.9e-9.
        assertThat(scaling.bound()).isEqualTo(0x1p-29);
        assertThat(scaling.objective()).isEqualTo(4);
    }
}
