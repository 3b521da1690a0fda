package muster.scaling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.SplittableRandom;
import muster.scaling.law.ComputeOptimal;
import muster.scaling.law.Law;
import muster.scenario.Estimate;
import muster.scenario.Worked;
import muster.trace.Chain;
import muster.trace.Given;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ChinchillaTest {

    // E, A, alpha, B, beta as the papers print them.
    @ParameterizedTest
    @CsvSource({
        "besiroglu, 1.8172, 482.01, 0.3478, 2085.43, 0.3658",
        "hoffmann-printed, 1.69, 406.4, 0.34, 410.7, 0.28",
        "hoffmann-tex, 1.69337368, 406.4010175, 0.33917084, 410.722827, 0.2849083"
    })
    void noNeighbourAtTheSameComputeHasALowerLoss(String law, double e, double a, double alpha, double b, double beta) {
        for (double compute = 1e18; compute < 1e30; compute *= 37) {
            ExpectedOptimum optimum = optimum(CatalogLaws.law(law), compute);
            assertThat(6 * optimum.parameters * optimum.tokens).isCloseTo(compute, withinPercentage(1e-9));

            double here = e + a / Math.pow(optimum.parameters, alpha) + b / Math.pow(optimum.tokens, beta);
            assertThat(optimum.loss).isCloseTo(here, within(1e-12));
            for (double factor : new double[] {0.9, 0.99, 1.01, 1.1}) {
                double parameters = optimum.parameters * factor;
                double tokens = compute / (6 * parameters);
                double there = e + a / Math.pow(parameters, alpha) + b / Math.pow(tokens, beta);
                assertThat(there)
                        .as("%s times the parameters at %s FLOP", factor, compute)
                        .isGreaterThan(here);
            }
        }
    }

    @Test
    void theOptimumOfAnyConstantsIsAMinimum() {
        SplittableRandom random = new SplittableRandom(5);
        for (int i = 0; i < 200; i++) {
            double a = 50 + 2000 * random.nextDouble();
            double b = 50 + 5000 * random.nextDouble();
            double alpha = 0.1 + 0.6 * random.nextDouble();
            double beta = 0.1 + 0.6 * random.nextDouble();
            double k = 1 + 9 * random.nextDouble();
            double compute = Math.pow(10, 18 + 12 * random.nextDouble());
            ExpectedOptimum optimum = optimum(0, a, alpha, b, beta, k, compute);
            double here = a / Math.pow(optimum.parameters, alpha) + b / Math.pow(optimum.tokens, beta);

            assertThat(k * optimum.parameters * optimum.tokens)
                    .as("case %d", i)
                    .isCloseTo(compute, withinPercentage(1e-9));
            for (double factor : new double[] {0.99, 1.01}) {
                double parameters = optimum.parameters * factor;
                double tokens = compute / (k * parameters);
                assertThat(a / Math.pow(parameters, alpha) + b / Math.pow(tokens, beta))
                        .as("case %d", i)
                        .isGreaterThan(here);
            }
        }
    }

    @Test
    void equalHalvesShareTheComputeEqually() {
        // A = B and alpha = beta: N = D = sqrt(C / k), here sqrt(6e20 / 6).
        ExpectedOptimum optimum = optimum(1.5, 100, 0.5, 100, 0.5, 6, 6e20);

        assertThat(optimum.parameters).isCloseTo(1e10, withinPercentage(1e-9));
        assertThat(optimum.tokens).isCloseTo(1e10, withinPercentage(1e-9));
        // 1.5 + 100 / 1e5 + 100 / 1e5
        assertThat(optimum.loss).isCloseTo(1.502, within(1e-12));
    }

    @Test
    void theBalanceAndTheExponentAreRecordedAsTheyAreInTheLiterature() {
        Chain chain = Given.chain();
        CatalogLaws.law("hoffmann-printed")
                .apply(chain, Given.figure(chain, "training.compute", "5.76e23 FLOP"), Law.MODEL);

        // G = (0.34 * 406.4 / (0.28 * 410.7))^(1 / 0.62); a = 0.28 / 0.62
        assertThat(Given.value(chain, "training.law.balance")).isCloseTo(1.34471064277, withinPercentage(1e-8));
        assertThat(Given.value(chain, "training.law.size_exponent")).isCloseTo(0.4516129032, within(1e-10));
    }

    private record ExpectedOptimum(double parameters, double tokens, double loss) {}

    private static ExpectedOptimum optimum(Law law, double compute) {
        Chain chain = Given.chain();
        ComputeOptimal sized = law.apply(chain, Given.figure(chain, "training.compute", compute + " FLOP"), Law.MODEL);
        return new ExpectedOptimum(
                sized.parameters().central("parameter").value(),
                sized.tokens().central("token").value(),
                Given.value(chain, "model.loss"));
    }

    // The refit with all of its constants replaced.
    private static ExpectedOptimum optimum(
            double e, double a, double alpha, double b, double beta, double k, double compute) {
        Estimate estimate = Worked.of(
                "chinchilla-budget",
                "training.compute=" + compute + " FLOP",
                "training.law=besiroglu",
                "training.law.irreducible_loss=" + e + " nat/token",
                "training.law.parameter_coefficient=" + a + " nat/token",
                "training.law.parameter_exponent=" + alpha,
                "training.law.token_coefficient=" + b + " nat/token",
                "training.law.token_exponent=" + beta,
                "training.law.flop_per_parameter_token=" + k + " FLOP/parameter/token");
        return new ExpectedOptimum(
                estimate.quantity("model.parameters").orElseThrow().in("parameter"),
                estimate.quantity("model.tokens").orElseThrow().in("token"),
                estimate.quantity("model.loss").orElseThrow().in("nat/token"));
    }
}
