package muster.scaling;

import static muster.testing.Seeded.forAll;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import muster.scaling.quality.Conversion;
import muster.scaling.quality.NumberFormats;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is lost when weights are rounded after training, by Kumar et al. 2024, arXiv 2411.04330, Eq. 2 and Table 2. */
class ConversionTest {
    private static final Conversion LAW = CatalogLaws.quality(NumberFormats.class, "kumar-formats")
            .afterTraining()
            .orElseThrow()
            .central();

    // Computed by hand from the constants of Table 2 for 30 million parameters and 26 billion tokens.
    @ParameterizedTest
    @CsvSource({"3, 0.18966", "4, 0.03489", "5, 0.00642"})
    void addedLossOfTheSmallestModelOnTheMostTokens(double bits, double loss) {
        assertThat(LAW.addedLoss(30e6, 26e9, bits)).isCloseTo(loss, within(6e-6));
    }

    // 2^0.5068 and 2^0.3439.
    @Test
    void twiceTheTokensCostMoreAndTwiceTheSizeLess() {
        double loss = LAW.addedLoss(1e8, 1e10, 4);

        assertThat(LAW.addedLoss(1e8, 2e10, 4) / loss).isCloseTo(1.42, within(0.005));
        assertThat(loss / LAW.addedLoss(2e8, 1e10, 4)).isCloseTo(1.27, within(0.005));
    }

    @Test
    void whatIsLeftHasTheLossOfTheModelAndWhatWasAdded() {
        forAll(
                1,
                1000,
                draws -> List.of(draws.magnitude(3e7, 1e13), draws.magnitude(1e9, 1e15), draws.between(3, 16)),
                model -> {
                    double size = model.get(0);
                    double kept = LAW.effectiveParameters(size, model.get(1), model.get(2));
                    double before = 4299 * Math.pow(size, -0.4965);

                    assertThat(kept).isGreaterThan(0).isLessThanOrEqualTo(1);
                    assertThat(4299 * Math.pow(kept * size, -0.4965))
                            .isCloseTo(
                                    before + LAW.addedLoss(size, model.get(1), model.get(2)),
                                    within(1e-9 * (before + LAW.addedLoss(size, model.get(1), model.get(2)))));
                });
    }
}
