package muster.workforce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import muster.diagnostic.Diagnostic;
import muster.scenario.Worked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The two ways in which training is traded for inference, and how far. */
final class ElasticityTest {

    @ParameterizedTest
    @CsvSource({
        // orders of training from the reference; tokens of a researcher-second over those at the reference, which at
        // the same FLOP per token is 10^(-0.5) for an order more and 10^1.5 for one less
        "0, 1",
        "1, 0.316228",
        "2, 0.1",
        "3, 0.0316228",
        "4, 0.0316228",
        "9, 0.0316228",
        "-1, 31.6228",
        "-2, 1000",
        "-3, 31622.8",
        "-4, 31622.8",
    })
    void anOrderMoreSavesLessThanAnOrderLessCosts(double orders, double tokens) {
        assertThat(tokens(orders, "elasticity: 0.5, elasticity_below: 1.5"))
                .isCloseTo(100 * tokens, withinPercentage(1e-3));
    }

    @ParameterizedTest
    @CsvSource({"1, 0.316228", "-1, 3.16228", "-2.5, 17.7828"})
    void oneNumberIsBothWays(double orders, double tokens) {
        assertThat(tokens(orders, "elasticity: 0.5")).isCloseTo(100 * tokens, withinPercentage(1e-3));
    }

    @Test
    void theRangeCanBeAnother() {
        assertThat(tokens(-2, "elasticity: 0.5, elasticity_below: 1, elasticity_range: 1"))
                .isCloseTo(1000, withinPercentage(1e-6));
        assertThat(tokens(2, "elasticity: 0.5, elasticity_range: 1")).isCloseTo(31.6228, withinPercentage(1e-3));
    }

    @Test
    void whatLiesBeyondIsSaidWithItsNumbers() {
        assertThat(warning(-4, "elasticity: 0.5, elasticity_below: 1.5"))
                .contains(
                        "[beyond-elasticity-range]",
                        "the training compute of the model, 1.00e21 FLOP, is 4 orders of magnitude below",
                        "the 3 orders over which training was seen to be traded",
                        "it counts as if it lay 3 orders below, which is too much research");
        assertThat(warning(4, "elasticity: 0.5, elasticity_below: 1.5"))
                .contains(
                        "is 4 orders of magnitude above", "as if it lay 3 orders above, which is too little research");
        assertThat(warning(-3, "elasticity: 0.5, elasticity_below: 1.5")).isEmpty();
    }

    @Test
    void oneNumberThatIsNotWhatWasSeenOnTheSideOfTheModelIsSaid() {
        assertThat(warning(-1, "elasticity: 0.5"))
                .contains("[one-elasticity]", "worth 1 to 2 of inference", "Maybe workforce.elasticity_below: 1.5?");
        assertThat(warning(1, "elasticity: 1.5")).contains("[one-elasticity]", "worth 0.5 to 1 of inference");
        assertThat(warning(1, "elasticity: 0.5")).isEmpty();
        assertThat(warning(-1, "elasticity: 1")).isEmpty();
        assertThat(warning(-1, "elasticity: -0.5")).isEmpty();
        assertThat(warning(-1, "elasticity: 0")).isEmpty();
        // At the bounds of what was seen nothing is odd, nor at the reference itself.
        assertThat(warning(-1, "elasticity: 2")).isEmpty();
        assertThat(warning(-1, "elasticity: 2.01")).isNotEmpty();
        assertThat(warning(1, "elasticity: 1")).isEmpty();
        assertThat(warning(0, "elasticity: 5")).isEmpty();
    }

    private static double tokens(double orders, String elasticity) {
        return Worked.value(
                "serve-llama-70b",
                "workforce.tokens_at_quality",
                "token/researcher-second",
                model(orders),
                workforce(elasticity));
    }

    private static String warning(double orders, String elasticity) {
        return Worked.of("serve-llama-70b", model(orders), workforce(elasticity)).warnings().stream()
                .map(Diagnostic::toString)
                .filter(text -> text.contains("elasticity"))
                .reduce("", String::concat);
    }

    private static String model(double orders) {
        return "inference.model={parameters: 5e10 parameter, training_compute: %s FLOP}"
                .formatted(1e25 * Math.pow(10, orders));
    }

    private static String workforce(String elasticity) {
        return "workforce={tokens_per_researcher_second: 100 token/researcher-second, streams: 10, reference: {training_compute: 1e25 FLOP, flop_per_token: 1e11 FLOP/token}, %s, calendar: {human: 8 h/day, ai: 24 h/day}}"
                .formatted(elasticity);
    }
}
