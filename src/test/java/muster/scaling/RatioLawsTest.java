package muster.scaling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.SplittableRandom;
import muster.scenario.Worked;
import org.junit.jupiter.api.Test;

final class RatioLawsTest {
    private static final String BUDGET = "chinchilla-budget";

    @Test
    void computeIsSpentWholeAtTheRatio() {
        SplittableRandom random = new SplittableRandom(11);
        for (int i = 0; i < 100; i++) {
            double compute = Math.pow(10, 18 + 12 * random.nextDouble());
            double ratio = 1 + 99 * random.nextDouble();
            double k = 1 + 9 * random.nextDouble();
            String[] settings = {
                "training.compute=" + compute + " FLOP",
                "training.law.ratio=" + ratio + " token/parameter",
                "training.law.flop_per_parameter_token=" + k + " FLOP/parameter/token"
            };

            double parameters = Worked.value(BUDGET, "model.parameters", "parameter", settings);
            double tokens = Worked.value(BUDGET, "model.tokens", "token", settings);
            assertThat(tokens / parameters).as("case %d", i).isCloseTo(ratio, withinPercentage(1e-9));
            assertThat(k * parameters * tokens).as("case %d", i).isCloseTo(compute, withinPercentage(1e-9));
        }
    }

    @Test
    void theComputeOfGopherIsSeventyBillionParametersOnOneAndAHalfTrillionTokens() {
        // sqrt(5.76e23 / 120) = sqrt(4.8e21), and twenty times that.
        assertThat(Worked.value(BUDGET, "model.parameters", "parameter"))
                .isCloseTo(6.92820323e10, withinPercentage(1e-6));
        assertThat(Worked.value(BUDGET, "model.tokens", "token")).isCloseTo(1.385640646e12, withinPercentage(1e-6));
    }

    @Test
    void aHundredTimesTheComputeIsTenTimesTheModel() {
        double small = Worked.value(BUDGET, "model.parameters", "parameter", "training.compute=1e24 FLOP");
        double large = Worked.value(BUDGET, "model.parameters", "parameter", "training.compute=1e26 FLOP");

        assertThat(large / small).isCloseTo(10, withinPercentage(1e-9));
    }

    @Test
    void aHorizonOfOneWithThreePassesAtTwoFlopIsTheTwentyTokensRule() {
        // p k = 3 * 2 = 6 FLOP per parameter and token.
        String[] settings = {
            "training.law=horizon",
            "training.law.horizon=1",
            "training.law.forward_flop_per_parameter_token=2 FLOP/parameter/token"
        };

        assertThat(Worked.value(BUDGET, "model.parameters", "parameter", settings))
                .isCloseTo(6.92820323e10, withinPercentage(1e-6));
        assertThat(Worked.value(BUDGET, "model.tokens", "token", settings))
                .isCloseTo(1.385640646e12, withinPercentage(1e-6));
    }

    @Test
    void aLongerHorizonMakesTheModelSmallerByItsRoot() {
        double near = Worked.value("davidson-sheet", "model.parameters", "parameter", "training.law.horizon=1");
        double far = Worked.value("davidson-sheet", "model.parameters", "parameter", "training.law.horizon=9");

        assertThat(near / far).isCloseTo(3, withinPercentage(1e-9));
    }
}
