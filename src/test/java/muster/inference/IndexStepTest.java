package muster.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import muster.inference.step.Deployment;
import muster.inference.step.RequestTokens;
import muster.inference.step.Speculation;
import org.junit.jupiter.api.Test;

/** Chips that share a layer divide its heads; an index, whose choice all of them need, each does whole. */
class IndexStepTest {
    private static final double PROMPT = 65_536;

    private static double prefillFlop(String model, int tensor) {
        return ModelsOnChips.of(model, "nvidia-h200-sxm", "fp8")
                .serving()
                .explain(
                        new Deployment(tensor, false, 1, 1, 1, 1, false),
                        new RequestTokens(PROMPT, 1000),
                        Speculation.NONE)
                .orElseThrow()
                .withPrefill()
                .stream()
                .filter(term -> term.operator().equals("prefill attention"))
                .mapToDouble(term -> term.count() * term.flop())
                .sum();
    }

    // Sixteen heads of a chip are padded to 64, half of all.
    @Test
    void anIndexIsNotDivided() {
        // A layer of V3.2: 2048 tokens for all but the first, and 64 heads of 128 over half of the prompt.
        double attention = 2.0 * 128 * (2 * 512 + 64) * (2048 - 2048.0 * 2048 / (2 * PROMPT));
        double index = 2.0 * 64 * 128 * PROMPT / 2;
        assertThat(prefillFlop("deepseek-v3.2", 8) / prefillFlop("deepseek-v3.2", 1))
                .isCloseTo((attention / 2 + index) / (attention + index), withinPercentage(1e-6));
        assertThat(prefillFlop("deepseek-v3", 8) / prefillFlop("deepseek-v3", 1))
                .isCloseTo(0.125, withinPercentage(1e-6));
    }

    @Test
    void anIndexOfHeadsThatShareKeysIsDividedAsTheyAre() {
        // MiniMax M3: 3 layers look at all, 57 at 2176 tokens of 64 heads, with 4 heads of an index beside 4 of keys.
        double all = 3 * PROMPT / 2 + 57 * (2176 - 2176.0 * 2176 / (2 * PROMPT));
        double attention = 2.0 * 64 * 2 * 128 * all;
        double index = 57 * 2.0 * 4 * 128 * PROMPT / 2;
        assertThat(prefillFlop("minimax-m3", 16) / prefillFlop("minimax-m3", 1))
                .isCloseTo((attention / 16 + index / 4) / (attention + index), withinPercentage(1e-6));
    }
}
