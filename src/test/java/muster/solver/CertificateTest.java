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
