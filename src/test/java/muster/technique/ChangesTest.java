package muster.technique;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.OptionalDouble;
import muster.diagnostic.Place;
import muster.diagnostic.Problems;
import muster.document.yaml.Text;
import muster.hardware.Chip;
import muster.inference.calibration.Calibration;
import muster.inference.calibration.DatedEngine;
import muster.inference.replica.Encodings;
import muster.inference.replica.ModelOnChip;
import muster.inference.replica.TimeModelChoice;
import muster.inference.step.Deployment;
import muster.inference.step.RequestTokens;
import muster.inference.step.Speculation;
import muster.inference.step.TimeBreakdown;
import muster.model.Architecture;
import muster.model.Shape;
import muster.model.layer.Attention;
import muster.model.layer.FeedForward;
import muster.scaling.quality.NumberFormats;
import muster.scaling.quality.QualityLaw;
import muster.scaling.quality.SparseTraining;
import muster.technique.comparison.DesignResult;
import muster.technique.comparison.NamedTechnique;
import muster.technique.comparison.ServiceLife;
import muster.technique.comparison.TechniqueComparison;
import muster.technique.comparison.TrainingAndServingCosts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What techniques make of a design. */
class ChangesTest {
    private static final Design PLAIN = Design.plain(
            DesignModel.of(OneChip.shape("llama-3.1-70b"), OptionalDouble.of(1.4e12)),
            ServingSettings.in(OneChip.formats("bf16")));

    private static Attempt attempt(String id) {
        return OneChip.techniques(id).get(0).change().atEqualLoss(PLAIN);
    }

    private static Design design(String id) {
        return attempt(id)
                .design()
                .orElseThrow(() -> new AssertionError(attempt(id).refusal()));
    }

    // Frantar et al. 2023, arXiv 2309.08520: sizes of dense models over weights that are not zero.
    @ParameterizedTest
    @CsvSource({"0, 1", "0.5, 1.59", "0.75, 2.16", "0.875, 2.63"})
    void sparseWeightsAreWorth(double sparsity, double worth) {
        SparseTraining law = (SparseTraining) OneChip.SHELF
                .get(QualityLaw.KIND, new Text("frantar-sparse", Place.argument("law")), new Problems())
                .orElseThrow();

        assertThat(law.central().denseSize(sparsity)).isCloseTo(worth, within(0.006));
    }

    @Test
    void aSparseModelStoresFewerWeightsInLargerMatrices() {
        Design sparse = design("sparsity-50");
        double stored = PLAIN.model().size() / 1.594;

        assertThat(sparse.model().size()).isCloseTo(2 * stored, within(0.01 * stored));
        // Half of the weights of two bytes, each with two bits of place.
        assertThat(sparse.serving().weightBytes()).hasValue(0.5 * (2 + 0.25));
    }

    // Section 6.2 of the literature at equal loss: 16/4.25 * 0.923, 4 * 0.747, 2 * 0.857 and 2.
    @ParameterizedTest
    @CsvSource({
        "nvidia-h100-sxm, 1,   int4, bf16, bf16, 0.53125, 0.923, 3.475",
        "nvidia-b200-sxm, 1e6, fp4,  fp4,  bf16, 0.5625,  0.747, 2.99",
        "nvidia-h100-sxm, 1e6, int8, int8, bf16, 1,       0.857, 1.714",
        "nvidia-h100-sxm, 1e6, fp8,  fp8,  bf16, 1,       1,     2"
    })
    void formatsAtEqualLossAtTheSpeedOfLight(
            String chip,
            double sequences,
            String weights,
            String activations,
            String cache,
            double bytes,
            double kept,
            double gain) {
        // All but no embedding and cache, so that weights or arithmetic is all there is.
        Shape shape = Shape.dense(80, 8192, 64, 8, 128, 28672, 128);
        Shape larger =
                DesignModel.of(shape, OptionalDouble.empty()).times(1 / kept).shape();
        Encodings narrow = OneChip.formats("weights=%s,activations=%s,cache=%s".formatted(weights, activations, cache));
        double before = seconds(setup(chip, shape, OneChip.formats("bf16")), sequences);
        double after = seconds(setup(chip, larger, narrow).storing(bytes), sequences);

        assertThat(before / after).isCloseTo(gain, within(0.03 * gain));
    }

    private static ModelOnChip setup(String chip, Shape shape, Encodings encodings) {
        Problems problems = new Problems();
        Calibration calibration = OneChip.SHELF
                .get(Calibration.KIND, Calibration.STANDARD, problems)
                .orElseThrow();
        return ModelOnChip.of(
                        Architecture.of(shape),
                        OneChip.SHELF
                                .get(Chip.KIND, OneChip.text(chip), problems)
                                .orElseThrow(),
                        chip,
                        encodings,
                        calibration,
                        DatedEngine.AVERAGE,
                        Place.argument(chip),
                        problems)
                .orElseThrow();
    }

    private static double seconds(ModelOnChip setup, double sequences) {
        return TimeModelChoice.SPEED_OF_LIGHT
                .of(setup)
                .decode(
                        new Deployment(1, false, 1, 1, 1, sequences, true),
                        new RequestTokens(1, 1),
                        Speculation.NONE,
                        new TimeBreakdown());
    }

    @Test
    void aStudentIsSmallerAndItsTeacherIsPaidFor() {
        Design student = design("distill");
        double tokens = 1.4e12;
        double reference = PLAIN.model().outsideEmbedding();

        assertThat(student.model().size()).isLessThan(PLAIN.model().size());
        // A teacher of twice the size on 20 tokens per parameter, and its answers to the student.
        assertThat(student.othersFlop())
                .isCloseTo(6 * 20 * Math.pow(2 * reference, 2) + 2 * 2 * reference * tokens, within(1e18));
        assertThat(student.trainingFlop().orElseThrow())
                .isCloseTo(6 * student.model().size() * tokens + student.othersFlop(), within(1e18));
        assertThat(student.notes()).anySatisfy(note -> assertThat(note).contains("extrapolated: N 3"));
    }

    @Test
    void withoutKnownTokensNoLawIsAsked() {
        Design unknown = Design.plain(
                DesignModel.of(OneChip.shape("llama-3.1-70b"), OptionalDouble.empty()),
                ServingSettings.in(OneChip.formats("bf16")));
        for (NamedTechnique technique : OneChip.techniques("distill", "moe", "over-train", "longer-answers")) {
            assertThat(technique.change().atEqualLoss(unknown).refusal()).contains("tokens");
        }
    }

    @Test
    void expertsReplaceFeedForwardLayersWhoseVisitedPartIsThatOfTheDenseModel() {
        Shape shape = design("moe").model().shape();
        FeedForward.Experts experts = (FeedForward.Experts) shape.feedForward();

        assertThat(experts.experts()).isEqualTo(1024);
        assertThat(experts.active()).isEqualTo(16);
        assertThat(shape.activeParameters()).isLessThan(0.5 * PLAIN.model().size());
        assertThat(shape.parameters()).isGreaterThan(PLAIN.model().size());
    }

    @Test
    void moreTokensMakeUpForHalfTheSize() {
        Design half = design("over-train");

        assertThat(half.model().size()).isEqualTo(PLAIN.model().size() / 2);
        // de Vries 2023 with Besiroglu's constants at the optimum: 25.9% more compute; 1.4e12 is near it.
        assertThat(half.trainingFlop().orElseThrow() / PLAIN.trainingFlop().orElseThrow())
                .isBetween(1.2, 1.35);
    }

    @ParameterizedTest
    @CsvSource({"multi-query, 1", "latent-attention, 0", "sliding-window, 8"})
    void attentionThatKeepsLess(String id, int kvHeads) {
        Shape shape = design(id).model().shape();

        assertThat(shape.kvElements(8192))
                .isLessThan(0.5 * PLAIN.model().known().kvElements(8192));
        if (shape.attention() instanceof Attention.Grouped grouped) {
            assertThat(grouped.kvHeads()).isEqualTo(kvHeads);
        } else {
            assertThat(shape.kvElementsPerToken()).isEqualTo(80 * (512 + 64));
        }
    }

    @Test
    void whatIsPrunedComesFromALargerModel() {
        Design depth = design("minitron-depth");
        Shape shape = depth.model().shape();

        assertThat(shape.parameters() * 1.5)
                .isCloseTo(PLAIN.model().size(), within(0.02 * PLAIN.model().size()));
        assertThat(depth.model().size()).isGreaterThan(shape.parameters());
    }

    @Test
    void answersOfMoreTokensNeedLessTraining() {
        Design longer = design("longer-answers");

        assertThat(longer.trainingFlop().orElseThrow() / PLAIN.trainingFlop().orElseThrow())
                .isCloseTo(0.1, within(1e-6));
        assertThat(longer.tokensPerAnswer()).isCloseTo(Math.sqrt(1000), within(1e-9));
        assertThat(longer.traded()).isCloseTo(1.5, within(1e-9));
    }

    // Kumar et al. 2024, arXiv 2411.04330, Table 2 with the offsets of Appendix K: 0.93195 * 0.89056 * 0.99735 at 8
    // bits.
    @ParameterizedTest
    @CsvSource({"fp8-trained, 0.8278", "fp8-cache, 0.99735"})
    void formatsByALaw(String id, double kept) {
        NumberFormats law = (NumberFormats) OneChip.SHELF
                .get(QualityLaw.KIND, new Text("kumar-formats", Place.argument("law")), new Problems())
                .orElseThrow();
        NumberFormat format = (NumberFormat) OneChip.SHELF
                .get(Technique.KIND, OneChip.text(id), new Problems())
                .orElseThrow();

        assertThat(format.effectiveParametersBy(law.central())).isCloseTo(kept, within(1e-4));
        // Bringing it in after training loses nothing that was measured, and who trains in it can do that.
        assertThat(design(id).model().size()).isEqualTo(PLAIN.model().size());
        assertThat(design(id).notes()).anySatisfy(note -> assertThat(note).contains("after training (fp8)"));
    }

    // DeepSeek-V3: 36.6 billion of 671 billion parameters are multiplied with.
    @Test
    void expertsThatATokenDoesNotVisitCostNoTraining() {
        Design deepSeek = Design.plain(
                DesignModel.of(OneChip.shape("deepseek-v3"), OptionalDouble.of(14.8e12)),
                ServingSettings.in(OneChip.formats("fp8")));

        assertThat(deepSeek.trainingFlop().orElseThrow()).isCloseTo(6 * 36.62e9 * 14.8e12, within(0.01e24));
    }

    @Test
    void alternativesAreNoStack() {
        List<List<String>> sets =
                TechniqueComparison.together(OneChip.techniques("fp8", "distill", "fp4", "moe", "int4")).stream()
                        .map(set -> set.stream().map(NamedTechnique::id).toList())
                        .toList();

        assertThat(sets)
                .containsExactlyInAnyOrder(
                        List.of("fp8", "distill", "moe"),
                        List.of("distill", "fp4", "moe"),
                        List.of("distill", "moe", "int4"));
    }

    @Test
    void formatsOfDifferentPartsGoTogether() {
        assertThat(TechniqueComparison.together(OneChip.techniques("int4", "fp8-cache")))
                .hasSize(1);
    }

    @Test
    void tradesBeyondTheBoundAreRefused() {
        TechniqueComparison.Resources means = new TechniqueComparison.Resources(
                design -> DesignResult.nothing(design, "served"),
                new TrainingAndServingCosts(OptionalDouble.empty(), new ServiceLife.Tokens(1)),
                1);
        TechniqueComparison refused = TechniqueComparison.of(PLAIN, OneChip.techniques("longer-answers"), means);

        assertThat(refused.alone().get(0).equalLoss().refusal()).contains("1.5 orders of magnitude");
    }

    // 1e24 FLOP at 1e15 FLOP/s are 1e9 s; at 100 token/s in place of 50 a token takes 0.01 s less.
    @ParameterizedTest
    @CsvSource({"1e24, 2, 1e11", "1e24, 0.9, Infinity", "-1e24, 2, 0", "-1e24, 0.9, Infinity", "0, 1, 0"})
    void extraTrainingPaysAfter(double flop, double gain, double tokens) {
        assertThat(new TrainingAndServingCosts(OptionalDouble.of(1e15), new ServiceLife.Tokens(1))
                        .breakEvenTokens(flop, 50, gain)
                        .orElseThrow())
                .satisfies(found -> assertThat(found == tokens || Math.abs(found - tokens) < 1)
                        .isTrue());
    }
}
