package muster.solver;

import static muster.testing.Seeded.forAll;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** A certificate must refuse what is not proven; else the proofs of the other tests are worth nothing. */
class CertificateTest {
    private static final double[] POINT = {2, 6};
    private static final double[] PRICES = {0, 1.5, 1};

    private static Certificate wyndor(double[] point, double[] prices) {
        return CandidateSolution.of(Solved.wyndor(4, 12, 18), point, prices).certificate();
    }

    @Test
    void holdsForTheOptimumAndItsPrices() {
        assertThat(wyndor(POINT, PRICES)).isEqualTo(new Certificate(0, 0, 0));
    }

    @Test
    void refusesABrokenConstraint() {
        Certificate certificate = wyndor(new double[] {2, 6.0001}, PRICES);
        assertThat(certificate.holds()).isFalse();
        // 2 * 6.0001 over 12, relative to 12.0002
        assertThat(certificate.primalResidual()).isCloseTo(0.0002 / 12.0002, within(1e-12));
    }

    @Test
    void refusesAFeasiblePointThatIsNotTheBest() {
        Certificate certificate = wyndor(new double[] {2, 5.9999}, PRICES);
        assertThat(certificate.primalResidual()).isZero();
        assertThat(certificate.holds()).isFalse();
        assertThat(certificate.gap()).isCloseTo(0.0005 / 35.9995, within(1e-12));
    }

    @Test
    void refusesPricesThatAreMissingWrongOrOfTheWrongSign() {
        assertThat(wyndor(POINT, new double[] {0, 0, 1}).holds()).isFalse();
        assertThat(wyndor(POINT, new double[] {0, 1.5001, 1}).holds()).isFalse();
        assertThat(wyndor(POINT, new double[] {0, -1.5, 1}).holds()).isFalse();
        assertThat(wyndor(POINT, new double[] {0, 2.5, 0}).holds()).isFalse();
    }

    @Test
    void seesARelativeErrorAtAnySize() {
        LinearProgram.Builder program = LinearProgram.maximise();
        Variable x = program.variable("x");
        program.objective(new LinearExpression().plus(1e-20, x));
        program.atMost("limit", new LinearExpression().plus(1e-6, x), 1e20);
        LinearProgram built = program.build();
        assertThat(CandidateSolution.of(built, new double[] {1e26}, new double[] {1e-14})
                        .certificate()
                        .holds())
                .isTrue();
        assertThat(CandidateSolution.of(built, new double[] {1e26 * (1 + 1e-7)}, new double[] {1e-14})
                        .certificate()
                        .holds())
                .isFalse();
        assertThat(CandidateSolution.of(built, new double[] {1e26 * (1 - 1e-7)}, new double[] {1e-14})
                        .certificate()
                        .holds())
                .isFalse();
    }

    @Test
    void refusesAnyPointThatEarnsAThousandthLess() {
        forAll(15, 100, Programs::fleet, program -> {
            SolverOutcome.Optimal optimal = Solved.optimal(program);
            double[] values = optimal.values().values().stream()
                    .mapToDouble(value -> value)
                    .toArray();
            double[] prices = optimal.duals().values().stream()
                    .mapToDouble(price -> price)
                    .toArray();
            assertThat(CandidateSolution.of(program, values, prices)
                            .certificate()
                            .holds())
                    .isTrue();
            program.objective().stream()
                    .map(term -> term.variable().index())
                    .filter(column -> values[column] > 0.01)
                    .forEach(column -> {
                        double[] less = values.clone();
                        less[column] *= 0.999;
                        assertThat(CandidateSolution.of(program, less, prices)
                                        .certificate()
                                        .holds())
                                .isFalse();
                    });
        });
    }

    @Test
    void whatBreachesAreWorthCountsInTheGap() {
        // The objective is 36.0005 where the bound is 36; 0.0002 too many hours of plants 2 and 3 are worth 0.0005.
        assertThat(wyndor(new double[] {2, 6.0001}, PRICES).gap()).isCloseTo(0.001 / 36.0005, within(1e-12));
    }

    @Test
    void pricesThatDoNotCoverAnEarningAreSaidToBeSoFarOff() {
        Certificate certificate = wyndor(POINT, new double[] {0, 1.5, 0.5});

        // Doors earn 3 and cost 1.5, windows 5 and 4: 1.5 of 3 + 1.5 before 1 of 5 + 4.
        assertThat(certificate.dualResidual()).isCloseTo(1.5 / 4.5, within(1e-15));
        // The bound is 12 * 1.5 + 18 * 0.5 = 27 of 36, and what is not covered is worth 2 * 1.5 + 6 * 1.
        assertThat(certificate.gap()).isCloseTo(18.0 / 36, within(1e-15));
        assertThat(certificate.primalResidual()).isZero();
    }

    @Test
    void anObjectiveThatCancelsIsMeasuredByItsTerms() {
        LinearProgram.Builder program = LinearProgram.maximise();
        Variable x = program.variable("x");
        Variable y = program.variable("y");
        program.objective(new LinearExpression().plus(1, x).plus(-1, y));
        program.atMost("most", new LinearExpression().plus(1, x), 1e6);
        program.atLeast("least", new LinearExpression().plus(1, y), 1e6);
        Certificate certificate = CandidateSolution.of(
                        program.build(), new double[] {1e6 - 1e-3, 1e6}, new double[] {1, -1})
                .certificate();

        // Two terms of a million in the objective and two in the bound: 0.001 of a ten-thousandth of four million.
        assertThat(certificate.gap()).isCloseTo(1e-3 / 400, within(1e-11));
    }

    @Test
    void pointsAndPricesAreBroughtWithinTheirBoundsAndSigns() {
        LinearProgram.Builder program = LinearProgram.minimise();
        Variable x = program.variable("x", -2, 7);
        Variable y = program.variable("y", -5, 5);
        program.objective(new LinearExpression().plus(4, x).plus(1, y));
        program.atLeast("least", new LinearExpression().plus(1, x).plus(1, y), -5);
        program.atMost("most", new LinearExpression().plus(1, y), 9);
        CandidateSolution candidate =
                CandidateSolution.of(program.build(), new double[] {-3, -0.0}, new double[] {-1, -0.0});

        assertThat(candidate.values()).containsExactly(-2.0, 0.0);
        assertThat(candidate.prices()).containsExactly(0.0, 0.0);
        assertThat(candidate.reduced()).containsExactly(4.0, 1.0);
        assertThat(candidate.left()).containsExactly(-2.0, 0.0);
        assertThat(candidate.optimal().slacks()).containsEntry("least", 3.0).containsEntry("most", 9.0);
        // Both lie best at their lower bounds, of which y is five above.
        assertThat(candidate.optimal().bound()).isEqualTo(-13);
        assertThat(candidate.certificate().gap()).isCloseTo(5.0 / 8, within(1e-15));
    }

    @Test
    void aReducedCostOfTheLastDigitIsNone() {
        LinearProgram.Builder program = LinearProgram.maximise();
        Variable x = program.variable("x");
        program.objective(new LinearExpression().plus(0.3, x));
        program.atMost("limit", new LinearExpression().plus(0.1, x), 1);
        // 0.3 - 3 * 0.1 is not 0 in doubles.
        CandidateSolution candidate = CandidateSolution.of(program.build(), new double[] {10}, new double[] {3});
        assertThat(candidate.reduced()).containsExactly(0.0);
        assertThat(candidate.certificate().dualResidual()).isZero();
        assertThat(CandidateSolution.of(program.build(), new double[] {10}, new double[] {3 - 1e-13})
                        .reduced()[0])
                .isPositive();
    }

    @Test
    void itHoldsUpToItsToleranceInEveryPart() {
        double most = Certificate.TOLERANCE;
        double more = Math.nextUp(most);
        assertThat(new Certificate(most, most, most).holds()).isTrue();
        assertThat(new Certificate(more, 0, 0).holds()).isFalse();
        assertThat(new Certificate(0, more, 0).holds()).isFalse();
        assertThat(new Certificate(0, 0, more).holds()).isFalse();
    }

    /** Terms that cancel: the plain sum of these is 0, the sum is 2 (Ogita, Rump and Oishi 2005). */
    @Test
    void addsUpWithoutLoss() {
        CompensatedSum total = new CompensatedSum();
        total.add(1e8, 1e8);
        total.add(1, 1);
        total.add(-1e8, 1e8);
        total.add(1, 1);
        assertThat(total.value()).isEqualTo(2);
        CompensatedSum products = new CompensatedSum();
        products.add(1 + 0x1p-30, 1 + 0x1p-30);
        products.add(-1, 1 + 0x1p-29);
        assertThat(products.value()).isEqualTo(0x1p-60);
    }
}
