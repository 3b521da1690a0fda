package muster.inference;

import static muster.testing.Seeded.forAll;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.List;
import muster.inference.replica.ModelOnChip;
import muster.inference.step.ContinuousBatching;
import muster.inference.step.Deployment;
import muster.inference.step.RequestTokens;
import muster.inference.step.Speculation;
import muster.inference.step.StepExplanation;
import muster.inference.step.StepTerm;
import muster.inference.step.TimeBreakdown;
import muster.testing.Seeded.Draws;
import org.junit.jupiter.api.Test;

/** What an explanation adds up to is the time that it explains. */
class StepExplanationTest {
    private static final List<String> MODELS =
            List.of("llama-3.1-70b", "deepseek-v3", "qwen3-235b-a22b", "gpt-oss-120b", "qwen3.5-397b-a17b");

    private record Case(String model, String chip, Deployment deployment, RequestTokens context, int draftTokens) {}

    @Test
    void theTermsAddUpToTheTimeOfAToken() {
        forAll(7, 500, StepExplanationTest::any, one -> {
            ModelOnChip setup = ModelsOnChips.of(one.model(), one.chip(), "bf16");
            Speculation speculation =
                    one.draftTokens() == 0 ? Speculation.NONE : Speculation.predictionHead(one.draftTokens());
            ContinuousBatching serving = setup.serving();
            StepExplanation explained = serving.explain(one.deployment(), one.context(), speculation)
                    .orElseThrow();
            double step = serving.decode(one.deployment(), one.context(), speculation, new TimeBreakdown());

            assertThat(explained.seconds())
                    .isCloseTo(
                            step
                                    * (1 + speculation.draftTokens() * speculation.draftCost())
                                    / speculation.tokensPerStep(),
                            withinPercentage(1e-7));
        });
    }

    // Of a product by hand: the output layer of Llama 3.1 70B, of 128,256 tokens by a width of 8,192, on one chip for
    // one token.
    @Test
    void aTermHoldsTheBytesAndTheArithmeticOfItsProduct() {
        StepTerm output = ModelsOnChips.of("llama-3.1-70b", "nvidia-h100-sxm", "bf16")
                .serving()
                .explain(new Deployment(1, false, 1, 1, 1, 1, true), new RequestTokens(1024, 1024), Speculation.NONE)
                .orElseThrow()
                .alone()
                .stream()
                .filter(term -> term.operator().equals("output layer"))
                .findFirst()
                .orElseThrow();

        assertThat(output.flop()).isEqualTo(2.0 * 128_256 * 8192);
        assertThat(output.bytes()).isEqualTo(2.0 * 128_256 * 8192 + 2.0 * 8192 + 2.0 * 128_256);
    }

    private static Case any(Draws draws) {
        String model = draws.oneOf(MODELS);
        int tensor = draws.oneOf(List.of(1, 2, 4, 8, 16, 32));
        boolean experts = !model.startsWith("llama");
        int data = experts ? draws.oneOf(List.of(1, 2, 4, 8)) : 1;
        int expert = !experts ? 1 : data > 1 ? tensor * data : draws.oneOf(List.of(1, tensor));
        boolean twoDimensional = tensor > 8 && data == 1 && draws.whole(0, 1) == 1;
        return new Case(
                model,
                draws.oneOf(List.of("nvidia-h100-sxm", "nvidia-gb200", "google-tpu-v5p")),
                new Deployment(
                        tensor,
                        twoDimensional,
                        data,
                        expert,
                        draws.oneOf(List.of(1, 2, 4)),
                        draws.whole(1, 512),
                        draws.whole(0, 1) == 1),
                new RequestTokens(draws.whole(1, 8192), draws.whole(1, 4096)),
                draws.whole(0, 3));
    }
}
