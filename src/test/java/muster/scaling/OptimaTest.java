package muster.scaling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import muster.scaling.law.ComputeOptimal;
import muster.scaling.law.Law;
import muster.trace.Chain;
import muster.trace.Given;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;

/** The laws of the catalog against values from the literature and from implementations that are not ours. */
final class OptimaTest {
    @ParameterizedTest
    @CsvFileSource(resources = "/scaling/optima.csv", useHeadersInDisplayName = true)
    void theLawPutsItsOptimumWhereTheSourceHasIt(
            String law,
            double compute,
            double parameters,
            double tokens,
            Double loss,
            double tolerance,
            String source) {
        Chain chain = Given.chain();

        ComputeOptimal sized = CatalogLaws.law(law)
                .apply(chain, Given.figure(chain, "training.compute", compute + " FLOP"), Law.MODEL);

        double percent = 100 * tolerance;
        assertThat(sized.parameters().central("parameter").value())
                .as("parameters: %s", source)
                .isCloseTo(parameters, withinPercentage(percent));
        assertThat(sized.tokens().central("token").value())
                .as("tokens: %s", source)
                .isCloseTo(tokens, withinPercentage(percent));
        if (loss != null) {
            assertThat(Given.value(chain, "model.loss"))
                    .as("loss: %s", source)
                    .isCloseTo(loss, withinPercentage(percent));
        }
    }

    @ParameterizedTest
    @CsvSource({"hoffmann-tex, 40.31e9, 40.37e9"})
    void theConstantsOfTheTexSourceGiveWhatEitherRoundingOfThemGives(String law, double least, double most) {
        Chain chain = Given.chain();

        ComputeOptimal sized =
                CatalogLaws.law(law).apply(chain, Given.figure(chain, "training.compute", "5.76e23 FLOP"), Law.MODEL);

        assertThat(sized.parameters().central("parameter").value()).isBetween(least, most);
    }
}
