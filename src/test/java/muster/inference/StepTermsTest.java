package muster.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.List;
import muster.inference.replica.ModelOnChip;
import muster.inference.step.ContinuousBatching;
import muster.inference.step.Deployment;
import muster.inference.step.RequestTokens;
import muster.inference.step.Speculation;
import muster.inference.step.StepExplanation;
import muster.inference.step.StepTerm;
import muster.inference.step.StepTime;
import muster.inference.step.TimeBreakdown;
import org.junit.jupiter.api.Test;

/** Terms of a step that only some models and layouts have. */
final class StepTermsTest {
    private static final RequestTokens CHAT = new RequestTokens(1024, 1024);

    private static Deployment apart(int tensor, double batch) {
        return new Deployment(tensor, false, 1, 1, 1, batch, true);
    }

    private static List<StepTerm> terms(ModelOnChip setup, Deployment deployment, Speculation speculation) {
        return setup.serving()
                .explain(deployment, CHAT, speculation)
                .orElseThrow()
                .alone();
    }

    private static double count(List<StepTerm> terms, String operator) {
        return terms.stream()
                .filter(term -> term.operator().equals(operator))
                .mapToDouble(StepTerm::count)
                .sum();
    }

    @Test
    void anIndexCostsEveryLayerThatHasOne() {
        ModelOnChip sparse = ModelsOnChips.of("deepseek-v3.2", "nvidia-h200-sxm", "fp8");
        ModelOnChip whole = ModelsOnChips.of("deepseek-v3", "nvidia-h200-sxm", "fp8");

        assertThat(count(terms(sparse, apart(8, 4), Speculation.NONE), "index")).isEqualTo(61);
        assertThat(count(terms(whole, apart(8, 4), Speculation.NONE), "index")).isZero();
    }

    @Test
    void aNormOverAllHeadsIsSummedWhereChipsShareThem() {
        ModelOnChip setup = ModelsOnChips.of("minimax-m2.5", "nvidia-h200-sxm", "fp8");

        assertThat(count(terms(setup, apart(2, 4), Speculation.NONE), "norm over all heads"))
                .isEqualTo(62);
        assertThat(count(terms(setup, apart(1, 4), Speculation.NONE), "norm over all heads"))
                .isZero();
    }

    @Test
    void aDraftTokenIsAPassThroughALayerTheOutputLayerAndTheHost() {
        ModelOnChip setup = ModelsOnChips.of("deepseek-v3", "nvidia-h200-sxm", "fp8");
        List<StepTerm> once = terms(setup, apart(8, 4), Speculation.NONE);
        List<StepTerm> drafted = terms(setup, apart(8, 4), Speculation.predictionHead(2));

        assertThat(count(drafted, "draft: host")).isEqualTo(2);
        assertThat(count(drafted, "draft: output layer")).isEqualTo(2);
        // Two passes through one of 61 layers.
        assertThat(count(drafted, "draft: attention")).isCloseTo(2 * count(once, "attention") / 61, within(1e-12));
        double layers = StepExplanation.sum(once.stream()
                .filter(term -> !List.of("output layer", "step", "each sequence", "hop to the next stage")
                        .contains(term.operator()))
                .toList());
        double passes = StepExplanation.sum(drafted.stream()
                .filter(term -> term.operator().startsWith("draft: ")
                        && !List.of("draft: output layer", "draft: host").contains(term.operator()))
                .toList());
        assertThat(passes).isCloseTo(2 * layers / 61, withinPercentage(1e-9));
    }

    @Test
    void scalesByBlockCostMoreToConvert() {
        ModelOnChip block = ModelsOnChips.of("deepseek-v3", "nvidia-h200-sxm", "fp8");
        ModelOnChip tensor = ModelsOnChips.of("llama-3.1-70b", "nvidia-h200-sxm", "fp8");

        assertThat(block.formats().feedForward().convertSeconds())
                .isGreaterThan(2 * tensor.formats().feedForward().convertSeconds());
    }

    @Test
    void aStreamWaitsForOneChunkAStepAtMost() {
        ModelOnChip setup = ModelsOnChips.of("llama-3.1-70b", "nvidia-h200-sxm", "fp8");
        StepTime step = new StepTime(setup.shape(), setup.formats(), setup.machine(), setup.constants());
        RequestTokens heavy = new RequestTokens(9000, 30);
        Deployment beside = new Deployment(8, false, 1, 1, 1, 64, false);
        TimeBreakdown causes = new TimeBreakdown();
        double chunk = 4096;

        double stream =
                new ContinuousBatching(step, 1, chunk, 1).decode(beside, heavy, Speculation.NONE, 63, true, causes);
        double all =
                new ContinuousBatching(step, 1, chunk, 1).decode(beside, heavy, Speculation.NONE, 63, false, causes);

        assertThat(stream).isEqualTo(step.mixed(beside, heavy, Speculation.NONE, chunk, 1, causes));
        // 63 prompts of 9000 tokens while 30 are generated.
        assertThat(all).isEqualTo(step.mixed(beside, heavy, Speculation.NONE, 63 * 9000 / 30.0, 1, causes));
    }

    @Test
    void groupsThatPrefillApartMakeOneAnotherWait() {
        ModelOnChip setup = ModelsOnChips.of("deepseek-v3", "nvidia-h200-sxm", "fp8");
        StepTime step = new StepTime(setup.shape(), setup.formats(), setup.machine(), setup.constants());
        Deployment eight = new Deployment(1, false, 8, 8, 1, 4, false);
        TimeBreakdown causes = new TimeBreakdown();
        double alone = step.mixed(eight, CHAT, Speculation.NONE, 0, 1, causes);
        // Of one group three prompts come in 1024 steps, of eight 24, all but never two in one.
        double own = 3.0 / 1024;
        double any = own + setup.constants().rankSpread() * (1 - Math.pow(1 - own, 8) - own);
        double mixed = step.mixed(eight, CHAT, Speculation.NONE, 1024, own / any, causes);

        assertThat(new ContinuousBatching(step, 1, 8192, 1).decode(eight, CHAT, Speculation.NONE, 3, true, causes))
                .isCloseTo((1 - any) * alone + any * mixed, withinPercentage(1e-9));
        assertThat(any).isGreaterThan(own);
    }
}
