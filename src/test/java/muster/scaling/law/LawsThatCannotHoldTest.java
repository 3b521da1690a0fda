package muster.scaling.law;

import static muster.testing.Seeded.forAll;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.Optional;
import muster.diagnostic.BadInput;
import muster.scaling.CatalogLaws;
import muster.scaling.law.SparseMoe.SparsityFormula;
import muster.scaling.law.SparseMoe.SparsityTerms;
import muster.scaling.loss.ChinchillaLoss;
import muster.scaling.loss.LossSurface;
import muster.scenario.Estimate;
import muster.scenario.Worked;
import muster.trace.Real;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Abnar's law has experts that nobody visits make a model better at large sizes; there it is refused, or said. */
final class LawsThatCannotHoldTest {
    private static final String BUDGET = "chinchilla-budget";
    private static final int RUNS = 600;

    private static final SparseMoe ABNAR = (SparseMoe) CatalogLaws.law("abnar-moe");

    // Bisected in Python on c v^-lambda + d v^-delta N^-gamma - c - d N^-gamma; the last is near dL/dS = 0 at S = 0.
    @ParameterizedTest
    @CsvSource({
        "0.9375, 9.965161676e10",
        "0.875, 4.906603990e10",
        "0.75, 2.414658802e10",
        "0.5, 1.187701260e10",
        "0.98, 3.190271563e11",
        "1e-6, 5.83895223e9"
    })
    void theBoundIsWhereBothAreAlike(double sparsity, double parameters) {
        assertThat(ABNAR.holdsTo(sparsity)).isCloseTo(parameters, withinPercentage(1e-4));
    }

    @Test
    void aDenseModelHasNoBound() {
        assertThat(ABNAR.holdsTo(0)).isEqualTo(Double.POSITIVE_INFINITY);
    }

    // Below the bound a dense model of as many parameters is better, above it the sparse one, whatever the constants.
    @Test
    void theBoundTellsWhichOfTwoModelsOfAsManyParametersIsBetter() {
        forAll(
                181,
                RUNS,
                draws -> new Object[] {
                    new SparsityFormula<>(
                            new ChinchillaLoss(0.9, draws.magnitude(1e2, 1e5), draws.between(0.2, 0.8), 5000, 0.4, 6)
                                    .formula(),
                            new SparsityTerms<>(
                                    Optional.of(new Real(1 - draws.between(0.05, 0.98))),
                                    new Real(draws.magnitude(0.05, 5)),
                                    new Real(draws.between(-0.5, 0.1)),
                                    new Real(draws.magnitude(1, 50)),
                                    new Real(draws.between(0.05, 0.5)),
                                    new Real(draws.between(0.1, 0.4)),
                                    new Real(1))),
                    draws.magnitude(0.01, 0.9)
                },
                drawn -> {
                    SparsityFormula<?> formula = (SparsityFormula<?>) drawn[0];
                    SparsityFormula<Real> sparse = formula.map(Real.class::cast);
                    LossSurface routed = LossSurface.of(sparse);
                    LossSurface dense = LossSurface.of(sparse.dense());
                    double bound = SparseMoe.holdsTo(sparse.sparsity());
                    if (bound > 1e30) {
                        assertThat(routed.loss(1e25, 1e12)).isGreaterThanOrEqualTo(dense.loss(1e25, 1e12));
                        return;
                    }
                    double below = bound * (double) drawn[1];
                    double above = bound / (double) drawn[1];
                    assertThat(routed.loss(below, 1e12)).isGreaterThan(dense.loss(below, 1e12));
                    assertThat(routed.loss(above, 1e12)).isLessThan(dense.loss(above, 1e12));
                });
    }

    // The same told by the answer: as good with fewer parameters in all.
    @Test
    void beyondTheBoundFewerParametersInAllAreAsGood() {
        forAll(182, RUNS, draws -> new double[] {draws.magnitude(1e8, 1e14), draws.between(0.1, 0.98)}, drawn -> {
            LossSurface routed = ABNAR.at(drawn[1]);
            double equal = routed.parametersFor(ABNAR.at(0).loss(drawn[0], 1e13), 1e13);
            assertThat(equal < drawn[0]).isEqualTo(drawn[0] > ABNAR.holdsTo(drawn[1]));
        });
    }

    @Test
    void aMixtureBeyondTheBoundIsRefusedWhereItIsWritten() {
        String moe = "training.moe={same_loss: {experts: 128, active: 8}}";
        BadInput bad =
                catchThrowableOfType(BadInput.class, () -> Worked.of(BUDGET, "training.compute=1.577e28 FLOP", moe));

        assertThat(bad.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.code()).isEqualTo("law-cannot-hold");
            assertThat(problem.place().toString()).contains("training.moe");
            assertThat(problem.message())
                    .contains("from 9.97e10 parameters on")
                    .contains("115 times")
                    .contains("Maybe training.moe.same_compute, or beyond: allowed");
        });
        // 20 tokens a parameter: 9.97e10 parameters take 1.19e24 FLOP.
        assertThat(Worked.warnings(Worked.of(BUDGET, "training.compute=1.18e24 FLOP", moe)))
                .doesNotContain("law-cannot-hold");
    }

    @Test
    void aMixtureBeyondTheBoundIsAllowedWithAWarning() {
        Estimate estimate = Worked.of("essay-2023-measured-moe-loss");

        assertThat(Worked.warnings(estimate)).contains("law-cannot-hold");
        assertThat(estimate.quantity("model.parameters").orElseThrow().base())
                .isCloseTo(1.372e12, withinPercentage(0.1));
        assertThat(estimate.quantity("model.active_parameters").orElseThrow().base())
                .isCloseTo(1.054e11, withinPercentage(0.1));
        assertThat(estimate.quantity("training.moe.law_holds_to").orElseThrow().base())
                .isCloseTo(9.965e10, withinPercentage(0.01));
    }

    @Test
    void aSparseModelThatTheLawItselfSizesIsDoubted() {
        assertThat(Worked.warnings(
                        Worked.of(BUDGET, "training.law={id: abnar-moe, sparsity: 90%}", "training.compute=1e24 FLOP")))
                .contains("law-cannot-hold");
        assertThat(Worked.warnings(Worked.of(BUDGET, "training.law=abnar-moe"))).doesNotContain("law-cannot-hold");
    }
}
