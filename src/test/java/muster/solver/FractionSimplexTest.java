package muster.solver;

import static muster.testing.Seeded.forAll;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.math.BigInteger;
import org.junit.jupiter.api.Test;

/** The simplex in fractions, by hand and against the library. */
final class FractionSimplexTest {

    @Test
    void wyndorGlassIsSolvedWithItsPrices() {
        CandidateSolution best = FractionSimplex.solved(Solved.wyndor(4, 12, 18))
                .flatMap(FractionSimplex::optimum)
                .orElseThrow();

        // Hillier and Lieberman: 2 doors, 6 windows; an hour of plants 2 and 3 is worth 1.5 and 1.
        assertThat(best.values()).containsExactly(2, 6);
        assertThat(best.prices()).containsExactly(0, 1.5, 1);
        assertThat(best.optimal().objective()).isEqualTo(36);
        assertThat(best.certificate()).isEqualTo(new Certificate(0, 0, 0));
    }

    /** What is left of coefficients that cancel to the last digit decides. */
    @Test
    void digitsThatCancelDecide() {
        LinearProgram.Builder builder = LinearProgram.maximise();
        Variable x = builder.variable("x");
        Variable y = builder.variable("y");
        double next = Math.nextUp(1.0);
        builder.atMost("one", new LinearExpression().plus(next, x).plus(-1, y), 0);
        builder.atMost("other", new LinearExpression().plus(1, y), 1);
        builder.objective(new LinearExpression().plus(next, x).plus(-Math.nextDown(1.0), y));

        CandidateSolution best = FractionSimplex.solved(builder.build())
                .flatMap(FractionSimplex::optimum)
                .orElseThrow();

        assertThat(best.values()[1]).isEqualTo(1);
        assertThat(best.prices()).containsExactly(1, 0x1p-53);
    }

    @Test
    void whatHasNoLimitHasARay() {
        LinearProgram.Builder builder = LinearProgram.minimise();
        Variable x = builder.variable("x");
        Variable y = builder.variable("y");
        builder.atMost("apart", new LinearExpression().plus(1, x).plus(-1e-9, y), 1e9);
        builder.objective(new LinearExpression().plus(-1e-9, x));
        FractionSimplex solved = FractionSimplex.solved(builder.build()).orElseThrow();

        assertThat(solved.optimum()).isEmpty();
        SolverOutcome.Unbounded endless = solved.unbounded().orElseThrow();
        assertThat(endless.rate()).isNegative();
        double along = endless.ray().getOrDefault("x", 0.0);
        assertThat(along - 1e-9 * endless.ray().getOrDefault("y", 0.0)).isCloseTo(0, within(1e-24));
        assertThat(endless.point().getOrDefault("x", 0.0)).isBetween(0.0, 1e9);
    }

    @Test
    void whatCannotBeMetHasNoAnswer() {
        LinearProgram.Builder builder = LinearProgram.maximise();
        Variable x = builder.variable("x", 0, 1);
        builder.atLeast("too much", new LinearExpression().plus(1, x), Math.nextUp(1.0));

        assertThat(FractionSimplex.solved(builder.build())).isEmpty();
    }

    @Test
    void largeProgramsAreLeftToTheLibrary() {
        forAll(
                41,
                2,
                draws -> Programs.fleet(draws, 5, 5),
                large -> assertThat(FractionSimplex.solved(large)).isEmpty());
    }

    @Test
    void ordinaryProgramsHaveTheOptimumOfTheLibrary() {
        forAll(
                42,
                150,
                Programs::small,
                program -> FractionSimplex.solved(program)
                        .flatMap(FractionSimplex::optimum)
                        .ifPresent(exact -> {
                            SolverOutcome.Optimal library =
                                    Solver.optimum(program).orElseThrow();
                            assertThat(exact.certificate().holds()).isTrue();
                            if (library.objective() != 0) {
                                assertThat(exact.optimal().objective())
                                        .isCloseTo(library.objective(), withinPercentage(1e-7));
                            }
                        }));
    }

    @Test
    void fractionsRoundOnce() {
        Fraction third = Fraction.ONE.by(Fraction.of(3));

        assertThat(third.times(Fraction.of(3))).isEqualTo(Fraction.ONE);
        assertThat(third.negated().value()).isEqualTo(-1.0 / 3);
        assertThat(Fraction.of(0x1.8p-40)).isEqualTo(new Fraction(BigInteger.valueOf(3), BigInteger.TWO.pow(41)));
        assertThat(Fraction.of(1e300).value()).isEqualTo(1e300);
        assertThat(Fraction.of(0.1).minus(Fraction.of(0.1))).isEqualTo(Fraction.ZERO);
        assertThat(third).isGreaterThan(Fraction.of(1.0 / 3));
    }
}
