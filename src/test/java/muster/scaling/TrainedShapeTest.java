package muster.scaling;

import static muster.scaling.Literature.number;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import muster.diagnostic.BadInput;
import muster.model.Included;
import muster.model.Shape;
import muster.model.TotalParameters;
import muster.scaling.law.ComputeOptimal;
import muster.scenario.Estimate;
import muster.scenario.Worked;
import muster.testing.BoundRecord;
import muster.trace.Chain;
import muster.trace.Given;
import org.junit.jupiter.api.Test;

/** The arithmetic of a shape beside 6 N D, held against the tables of the papers that count it. */
final class TrainedShapeTest {
    private static final String BUDGET = "chinchilla-budget";

    // FLOP per training token of a shape with all its parts stated.
    private static double flopPerToken(Map<String, String> row, String how) {
        String parts = "{layers: %s, width: %s, feed_forward: %s, %s}"
                .formatted(row.get("layers"), row.get("width"), row.get("feed_forward_width"), how);
        Chain chain = Given.chain();
        ComputeOptimal sized = ComputeOptimal.dense(
                Given.figure(chain, "training.compute", "1e20 FLOP"),
                Given.figure(chain, "model.parameters", "1e9 parameter"),
                Given.figure(chain, "model.tokens", "20e9 token"),
                Optional.empty());
        TrainedShape shape = BoundRecord.of(TrainedShape.class, "training.shape", parts);
        shape.work(
                chain,
                sized,
                shape.proportions().apply(chain, sized.parameters(), Included.ALL, Optional.empty()),
                true);
        return Given.value(chain, "training.exact_flop_per_token");
    }

    private static double tableA4(Map<String, String> row, String count) {
        return flopPerToken(
                row,
                "gated: false, heads_per_kv_head: 1, heads: %s, head_dim: %s, vocabulary: 32000, sequence: 2048 token, flop_count: %s"
                        .formatted(row.get("heads"), row.get("head_width"), count));
    }

    private static double sixTimesParameters(Map<String, String> row) {
        double width = number(row, "width");
        double all = number(row, "layers")
                        * width
                        * (5 * number(row, "heads") * number(row, "head_width") + 2 * number(row, "feed_forward_width"))
                + 32000 * width;
        return 6 * all;
    }

    // The appendix lists embedding and logits too; its table leaves them out.
    @Test
    void tableA4OfHoffmannIsAppendixFWithoutEmbeddingAndLogits() {
        for (Map<String, String> row : Literature.rows("hoffmann-table-a4.csv")) {
            double printed = number(row, "flop_over_six_n_d");
            double listed = 3 * 4 * 32000 * number(row, "width");

            assertThat(tableA4(row, "every-pair") / sixTimesParameters(row))
                    .as(row.toString())
                    .isCloseTo(printed, within(0.006));
            assertThat((tableA4(row, "every-pair") + listed) / sixTimesParameters(row) - printed)
                    .as("with what the appendix lists: %s", row)
                    .isGreaterThan(0.02);
        }
    }

    // Table 13 has the forward pass, in three digits: a third of the training.
    @Test
    void table13OfBusbridgeIsTheCausalCount() {
        for (Map<String, String> row : Literature.rows("busbridge-table-13.csv")) {
            double ours = flopPerToken(row, "heads_per_kv_head: 1, vocabulary: 32768, sequence: 4096 token") / 3;

            assertThat(ours)
                    .as(row.toString())
                    .isCloseTo(
                            number(row, "forward_flop_per_token"),
                            withinPercentage(row.get("name").equals("10B") ? 0.6 : 0.25));
        }
    }

    // 2 N alone is 40% below at 103 million parameters and 8% at 10 billion.
    @Test
    void sixNDLeavesOutMoreOfSmallModels() {
        ToDoubleFunction<Map<String, String>> missing = row -> 1
                - 2
                        * number(row, "non_embedding_parameters")
                        / (flopPerToken(row, "heads_per_kv_head: 1, vocabulary: 32768") / 3);

        assertThat(missing.applyAsDouble(
                        Literature.rows("busbridge-table-13.csv").get(0)))
                .isCloseTo(0.40, within(0.01));
        assertThat(missing.applyAsDouble(
                        Literature.rows("busbridge-table-13.csv").get(29)))
                .isCloseTo(0.08, within(0.01));
    }

    // The widths of Table 13 follow from its parameters, and so do the layers.
    @Test
    void table13OfBusbridgeIsInProportion() {
        for (Map<String, String> row : Literature.rows("busbridge-table-13.csv")) {
            TrainedShape busbridge = BoundRecord.of(
                    TrainedShape.class,
                    "training.shape",
                    "{heads_per_kv_head: 1, vocabulary: 32768, feed_forward: %s}"
                            .formatted(row.get("feed_forward_width")));
            Shape shape = busbridge
                    .proportions()
                    .shape(new TotalParameters(number(row, "non_embedding_parameters")), false, Optional.empty());

            assertThat(shape.layers()).as(row.toString()).isEqualTo((int) number(row, "layers"));
            assertThat(shape.width()).as(row.toString()).isEqualTo((int) number(row, "width"));
            assertThat(shape.attention().heads()).isEqualTo(shape.layers());
        }
    }

    @Test
    void aStatedShapeShowsWhatItTakesAndChangesNothingElse() {
        Estimate bare = Worked.of(BUDGET);
        Estimate shaped = Worked.of(BUDGET, "training.shape={}");

        assertThat(bare.quantity("training.exact_compute")).isEmpty();
        assertThat(shaped.quantity("model.parameters")).isEqualTo(bare.quantity("model.parameters"));
        double parameters = value(shaped, "model.parameters", "parameter");
        assertThat(value(shaped, "model.shape.parameters", "parameter")).isCloseTo(parameters, withinPercentage(1));
        assertThat(value(shaped, "training.exact_compute", "FLOP"))
                .isCloseTo(
                        value(shaped, "training.exact_flop_per_token", "FLOP/token")
                                * value(shaped, "model.tokens", "token"),
                        withinPercentage(1e-9));
        assertThat(value(shaped, "training.exact_over_six_n_d", "1")).isBetween(1.0, 1.05);
    }

    @Test
    void longSequencesAndBadFitsAreSaid() {
        assertThat(Worked.warnings(Worked.of(BUDGET, "training.shape={sequence: 131072 token}")))
                .contains("more-than-six-n-d");
        assertThat(Worked.warnings(Worked.of(BUDGET, "training.shape={layers: 10, width: 1024}")))
                .contains("shape-off");
        assertThat(Worked.warnings(Worked.of(BUDGET, "training.shape={}")))
                .doesNotContain("more-than-six-n-d", "shape-off");
    }

    @Test
    void aLawOfExpertsTellsNoShape() {
        assertThatThrownBy(() -> Worked.of(BUDGET, "training.law=krajewski-moe", "training.shape={}"))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("shape-of-experts");
        assertThat(Worked.of(BUDGET, "training.law=abnar-moe", "training.shape={}")
                        .quantity("model.shape.layers"))
                .isPresent();
    }

    private static double value(Estimate estimate, String figure, String unit) {
        return estimate.quantity(figure).orElseThrow().in(unit);
    }
}
