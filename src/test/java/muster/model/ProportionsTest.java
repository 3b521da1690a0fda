package muster.model;

import static muster.testing.Seeded.forAll;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.Optional;
import muster.diagnostic.BadInput;
import muster.model.layer.Attention;
import muster.model.layer.FeedForward;
import muster.testing.BoundRecord;
import muster.trace.Chain;
import muster.trace.Given;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProportionsTest {

    private static Shape shape(double parameters, String proportions) {
        return BoundRecord.of(Proportions.class, "shape", proportions).sized(new TotalParameters(parameters));
    }

    private static Shape routed(TotalParameters parameters, String proportions, String routing) {
        return BoundRecord.of(Proportions.class, "shape", proportions)
                .shape(parameters, true, Optional.of(BoundRecord.of(Routing.class, "routing", routing)));
    }

    // The defaults are the proportions of Llama 3 at 8B, whose count is 8,030,261,248.
    @Test
    void theUsualProportionsGiveLlama3Back() {
        assertThat(shape(8_030_261_248.0, "{}")).isEqualTo(Shape.dense(32, 4096, 32, 8, 128, 14336, 128256));
    }

    @ParameterizedTest
    @CsvSource({
        "405853388800, '{aspect: 130, feed_forward: 53248}', 126, 16384, 128, 8, 53248",
        "70553706496, '{aspect: 102.4}', 80, 8192, 64, 8, 28672",
        "6738415616, '{heads_per_kv_head: 1, feed_forward: 11008, vocabulary: 32000}', 32, 4096, 32, 32, 11008",
        "175e9, '{heads_per_kv_head: 1, gated: false, feed_forward_ratio: 4, tied_embeddings: true, vocabulary: 50257}',"
                + " 96, 12288, 96, 96, 49152"
    })
    void aspectAndRatioGiveTheShapesOfKnownModels(
            double parameters, String proportions, int layers, int width, int heads, int kvHeads, int feedForward) {
        Shape shape = shape(parameters, proportions);

        assertThat(shape.layers()).isEqualTo(layers);
        assertThat(shape.width()).isEqualTo(width);
        assertThat(shape.attention()).isEqualTo(Attention.Grouped.plain(heads, kvHeads, 128));
        assertThat(((FeedForward.Dense) shape.feedForward()).width()).isEqualTo(feedForward);
    }

    // 8.1 of the rule: (N r / k)^(1/3) with k = 12.5 + 2 / g is 48.9 thousand; the essay's model.
    @Test
    void elevenTrillionParametersAreHundredsOfLayersOfTensOfThousandsWide() {
        Shape shape = shape(1.1463e13, "{}");

        assertThat(shape.layers()).isEqualTo(382);
        assertThat(shape.width()).isEqualTo(48_896);
        assertThat(shape.attention()).isEqualTo(Attention.Grouped.plain(384, 8, 128));
        assertThat(shape.parameters()).isCloseTo(1.1463e13, withinPercentage(0.15));
    }

    // The figures count on a chain, the shape counts itself.
    @Test
    void theCountOnTheChainIsThatOfTheShape() {
        forAll(5, 100, draws -> draws.magnitude(2e9, 1e15), parameters -> {
            Chain chain = Given.chain();
            Shaped shaped = BoundRecord.of(Proportions.class, "shape", "{}")
                    .apply(
                            chain,
                            Given.figure(chain, "model.parameters", parameters + " parameter"),
                            Included.ALL,
                            Optional.empty());
            Shape shape = shaped.shape();

            assertThat(shaped.parameters().central("parameter").base()).isEqualTo(shape.parameters());
            assertThat(shaped.active().central("parameter").base()).isEqualTo(shape.activeParameters());
            // No layer more or less would come nearer.
            double layer = (shape.parameters() - 2 * shape.embedding()) / shape.layers();
            assertThat(Math.abs(shape.parameters() - parameters)).isLessThanOrEqualTo(layer * 0.5001);
            assertThat((double) shape.width() / shape.layers()).isBetween(115.0, 145.0);
        });
    }

    @ParameterizedTest
    @ValueSource(doubles = {3e8, 1e9, 1e10, 1e12, 1e14})
    void statedPartsStayAndTheOthersAdapt(double parameters) {
        Shape wide = shape(parameters, "{vocabulary: 32000, width: 2048}");
        Shape deep = shape(parameters, "{vocabulary: 32000, layers: 24}");

        assertThat(wide.width()).isEqualTo(2048);
        assertThat(deep.layers()).isEqualTo(24);
        // A layer of this width has 57e6 parameters; a width of 128 more is 6% of a model of 2,176.
        assertThat(wide.parameters()).isCloseTo(parameters, within(29e6));
        assertThat(deep.parameters()).isCloseTo(parameters, withinPercentage(25));
    }

    @Test
    void headsAreWholeGroupsAtAnySize() {
        forAll(9, 300, draws -> draws.magnitude(3e8, 1e16), parameters -> {
            Attention.Grouped attention =
                    (Attention.Grouped) shape(parameters, "{}").attention();

            assertThat(attention.heads() % attention.kvHeads()).isZero();
            assertThat(attention.kvHeads()).isEqualTo(attention.heads() < 16 ? Math.max(1, attention.heads() / 4) : 8);
        });
    }

    @Test
    void statedHeadsAreSharedByTheMostKvHeadsUpToEight() {
        assertThat(shape(1e10, "{heads: 28}").attention()).isEqualTo(Attention.Grouped.plain(28, 7, 128));
        assertThat(shape(1e10, "{heads: 28, kv_heads: 4}").attention()).isEqualTo(Attention.Grouped.plain(28, 4, 128));
        assertThat(shape(1e10, "{heads: 64, head_dim: 64, heads_per_kv_head: 4}")
                        .attention())
                .isEqualTo(Attention.Grouped.plain(64, 16, 64));
    }

    // Mixtral 8x7B and 8x22B, published as 46.7 and 141 billion of which 12.9 and 39.2 are active with the embedding.
    @ParameterizedTest
    @CsvSource({
        "46.7e9, '{feed_forward: 14336, vocabulary: 32000}', 32, 4096, 46702792704, 12748853248",
        "140.6e9, '{feed_forward: 16384, vocabulary: 32000, layers: 56, width: 6144}', 56, 6144, 140620634112, 38955423744"
    })
    void expertsShareTheLayersAndActiveOnesTheToken(
            double parameters, String proportions, int layers, int width, double all, double active) {
        Shape shape = routed(new TotalParameters(parameters), proportions, "{experts: 8, active: 2}");

        assertThat(shape.layers()).isEqualTo(layers);
        assertThat(shape.width()).isEqualTo(width);
        assertThat(shape.parameters()).isCloseTo(all, withinPercentage(0.01));
        assertThat(shape.activeParameters()).isCloseTo(active, withinPercentage(0.01));
    }

    // Eight of 128 experts have the feed-forward width of the dense model between them, which is kept whole.
    @Test
    void theSameActiveParametersKeepTheDenseModelAround() {
        Shape dense = shape(1e12, "{}");
        Shape routed = BoundRecord.of(Proportions.class, "shape", "{}")
                .shape(
                        new ActiveParameters(1e12),
                        true,
                        BoundRecord.of(Routing.class, "routing", "{experts: 128, active: 8}"));

        assertThat(routed.width()).isEqualTo(dense.width());
        assertThat(routed.activeParameters()).isCloseTo(dense.activeParameters(), withinPercentage(1));
        assertThat(routed.parameters() / dense.parameters()).isBetween(13.0, 14.0);
    }

    @Test
    void aKnownModelIsItsOwnSizeInItsProportions() {
        Shape known = Shape.dense(126, 16384, 128, 8, 128, 53248, 128256);

        assertThat(Proportions.of(known).orElseThrow().sized(new TotalParameters(known.parameters())))
                .isEqualTo(known);
        // 27 times the size: three times as deep and three times as wide.
        Shape large = Proportions.of(known).orElseThrow().sized(new TotalParameters(11e12));
        assertThat(large.layers()).isCloseTo(378, within(4));
        assertThat((double) large.width()).isCloseTo(49_152, within(600.0));
        assertThat(Proportions.of(new Shape(
                        2,
                        256,
                        1000,
                        false,
                        0,
                        2,
                        false,
                        Attention.Grouped.plain(2, 1, 128),
                        new FeedForward.Experts(8, 2, 128, 0, 0, 0, true, false, false, false))))
                .isEmpty();
    }

    @Test
    void aLawThatLeavesOutTheEmbeddingGetsItBeside() {
        Shape beside = BoundRecord.of(Proportions.class, "shape", "{}")
                .shape(new TotalParameters(1e9), false, Optional.empty());

        assertThat(beside.parameters() - 2 * beside.embedding()).isCloseTo(1e9, withinPercentage(4));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{layers: 80.5} | layers is a whole number, not 80.5",
                "{layers: 10 to 20} | layers is a whole number",
                "{kv_heads: 8, heads_per_kv_head: 4} | exclude each other",
                "{heads: 30, kv_heads: 8} | kv_heads is 8 and must divide heads, 30",
                "{layer: 80} | Maybe layers?"
            })
    void whatIsNoShapeIsRefused(String proportions, String message) {
        assertThatThrownBy(() -> shape(1e10, proportions))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining(message);
    }

    @Test
    void moreActiveExpertsThanThereAreAreRefused() {
        assertThatThrownBy(() -> BoundRecord.of(Routing.class, "routing", "{experts: 8, active: 9}"))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("active is 9, above experts, 8");
    }
}
