package muster.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.List;
import muster.catalog.BuiltIn;
import muster.catalog.Catalog;
import muster.diagnostic.Place;
import muster.diagnostic.Problems;
import muster.document.yaml.Text;
import muster.testing.Reported;
import muster.trace.Chain;
import muster.trace.Figure;
import muster.uncertainty.sampling.SampleBatch;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;

/** The models of the catalog against counts that were made without this code. */
class ArchitecturesTest {
    private static final Catalog SHELF = new Catalog(List.of(Architecture.KIND), List.of(BuiltIn.load()));

    private static Shape shape(String id) {
        Problems problems = new Problems();
        Shape shape = SHELF.get(Architecture.KIND, new Text(id, Place.argument(id)), problems)
                .flatMap(Architecture::shape)
                .orElseThrow(() -> new AssertionError(Reported.messages(problems)));
        assertThat(Reported.in(problems)).isEmpty();
        return shape;
    }

    @ParameterizedTest
    @CsvFileSource(resources = "/model/counts.csv", useHeadersInDisplayName = true)
    void countsAgree(
            String id, @Nullable Double total, @Nullable Double active, @Nullable Double published, double kvElements) {
        Shape shape = shape(id);
        if (total != null && active != null) {
            assertThat(shape.parameters() / 1e9).isCloseTo(total, withinPercentage(0.1));
            assertThat(shape.activeParameters() / 1e9).isCloseTo(active, withinPercentage(0.1));
        }
        // Chinchilla's 70e9 holds projections of relative positions, and Scout's 109e9 a vision encoder; neither is
        // counted here.
        if (published != null && !id.matches("chinchilla-70b|llama-4-scout")) {
            assertThat(shape.parameters() / 1e9).isCloseTo(published, withinPercentage(0.6));
        }
        assertThat(shape.kvElementsPerToken()).isEqualTo(kvElements);
        assertThat(shape.kvElements(100))
                .isEqualTo(id.startsWith("qwen3.5") ? shape.kvElements(100) : 100 * kvElements);
    }

    @ParameterizedTest
    @CsvSource({
        // Estimates of Epoch AI, large-scale AI models, copy of 2025-06-05 (second-hand), or the developer's own.
        "llama-3.1-405b,   3.8e25",
        "gpt-3-175b,       3.14e23",
        "chinchilla-70b,   5.76e23",
        "palm-540b,        2.5272e24",
        "falcon-180b,      3.76e24",
        "llama-2-70b,      8.1e23",
        "qwen2.5-72b,      7.8e24",
        "gemma-2-27b,      2.106e24",
        "deepseek-v3,      3.4078e24",
        "qwen3-235b-a22b,  4.752e24",
        "qwen3-32b,        7.0848e24",
        "llama-4-scout,    4.08e24",
        "yi-34b,           6.1e23",
        "llama-33b,        2.73e23",
    })
    void theTrainingThatIsStatedMakesThePublishedCompute(String id, double compute) {
        Problems problems = new Problems();
        Architecture architecture = SHELF.get(Architecture.KIND, new Text(id, Place.argument(id)), problems)
                .orElseThrow(() -> new AssertionError(Reported.messages(problems)));
        Chain chain = new Chain(SampleBatch.central());
        Figure active = chain.input(architecture.activeParameters("active", Place.argument(id)), "");

        assertThat(architecture
                        .training()
                        .compute(chain, active, "compute")
                        .central("FLOP")
                        .base())
                .isCloseTo(compute, withinPercentage(8));
    }

    @ParameterizedTest
    @CsvSource({
        // Exact: from the formula by hand, or the sizes of the tensors in the published checkpoints (from memory).
        "llama-3.1-8b,       8030261248",
        "llama-3.1-70b,     70553706496",
        "llama-3.1-405b,   405853388800",
        "llama-2-7b,         6738415616",
        "llama-2-70b,       68976648192",
        "mistral-7b,         7241732096",
        "mixtral-8x7b,      46702792704",
        "qwen2.5-7b,         7615616512",
        "qwen3-8b,           8190735360",
        "qwen3-32b,         32762123264",
        "qwen3-30b-a3b,     30532122624",
        "qwen3-235b-a22b,  235093634560",
        "gpt-oss-20b,       20914757184",
        "gpt-oss-120b,     116829156672",
        "deepseek-v3,      671026419200",
        "gemma-2-9b,         9241705984",
        "gemma-2-27b,       27227128320",
    })
    void exactCountsAgreeToTheLastParameter(String id, long parameters) {
        assertThat(shape(id).parameters()).isEqualTo((double) parameters);
    }

    @ParameterizedTest
    @CsvSource({"mixtral-8x7b, 12.88", "mixtral-8x22b, 39.15", "deepseek-v3, 37.55", "llama-4-scout, 17.17"})
    void publishedActiveCountsHoldTheInputEmbeddingToo(String id, double published) {
        Shape shape = shape(id);
        assertThat((shape.activeParameters() + shape.embedding()) / 1e9).isCloseTo(published, within(0.02));
    }

    @Test
    void linearLayersCloseTheGapToThePublishedSizeOfQwen35() {
        Shape shape = shape("qwen3.5-397b-a17b");
        assertThat(shape.parameters() / 1e9).isCloseTo(397, withinPercentage(0.3));
        assertThat((shape.activeParameters() + shape.embedding()) / 1e9).isCloseTo(17, within(0.5));
        // 15 full layers of 2 * 2 * 256; 45 states of 64 * 128 * 128 and 3 tokens of 2 * 16 * 128 + 64 * 128.
        assertThat(shape.kvElements(1000)).isEqualTo(15_360_000.0 + 45 * (1_048_576 + 3 * 12_288));
    }

    @Test
    void windowsBoundTheCacheOfALongSequence() {
        // Gemma 3 27B: 10 layers keep all, 52 keep 1024 tokens, 2 * 16 * 128 elements each.
        assertThat(shape("gemma-3-27b").kvElements(8192)).isEqualTo(4096.0 * (10 * 8192 + 52 * 1024));
    }

    @Test
    void theCacheOfLlamaIn8BitsIs160KiB() {
        assertThat(shape("llama-3.1-70b").kvElementsPerToken() / 1024).isEqualTo(160);
    }

    @Test
    void deepSeekR1IsOfTheShapeOfV3() {
        assertThat(shape("deepseek-r1")).isEqualTo(shape("deepseek-v3"));
    }
}
