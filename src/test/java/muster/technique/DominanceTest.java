package muster.technique;

import static muster.testing.Seeded.forAll;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalDouble;
import muster.inference.step.RequestTokens;
import muster.model.Shape;
import muster.testing.Seeded;
import org.junit.jupiter.api.Test;

/** A technique never does worse than leaving a part of it out. */
class DominanceTest {
    private static final int CASES = 600;
    private static final List<List<String>> TRAINED_AND_CONVERTED = List.of(
            List.of("fp8-trained", "fp8"),
            List.of("fp8-cache", "fp8"),
            List.of("fp4", "fp4-after-training"),
            List.of("int4", "int4-after-training"));
    private static final List<Shape> SHAPES = List.of(
            OneChip.shape("llama-3.1-8b"),
            OneChip.shape("llama-3.1-70b"),
            OneChip.shape("deepseek-v3"),
            OneChip.shape("qwen3-235b-a22b"));

    private record Pair(List<String> ids, Design design) {
        Attempt attempt(int which) {
            return OneChip.techniques(ids.get(which)).get(0).change().atEqualLoss(design);
        }
    }

    private static Pair pair(Seeded.Draws draws) {
        DesignModel known = DesignModel.of(draws.oneOf(SHAPES), OptionalDouble.empty());
        double size = draws.magnitude(3e9, 1e13);
        DesignModel model = new DesignModel(
                known.known(),
                size,
                OptionalDouble.of(size * draws.magnitude(1, 2000)),
                OptionalDouble.empty(),
                known.form(),
                1);
        return new Pair(
                draws.oneOf(TRAINED_AND_CONVERTED), Design.plain(model, ServingSettings.in(OneChip.formats("bf16"))));
    }

    @Test
    void trainingInAFormatIsAtLeastAsGoodAsBringingItInAfterwards() {
        forAll(1, CASES, DominanceTest::pair, pair -> {
            Design trained = pair.attempt(0).design().orElseThrow();
            Design converted = pair.attempt(1).design().orElseThrow();

            assertThat(trained.model().size())
                    .isLessThanOrEqualTo(converted.model().size());
            assertThat(trained.trainingFlop().orElseThrow())
                    .isLessThanOrEqualTo(converted.trainingFlop().orElseThrow());
        });
    }

    @Test
    void andSoItServesAtLeastAsMuchWhereBothTakeTheSameNumbers() {
        OneChip server = new OneChip("nvidia-b200-sxm", new RequestTokens(1024, 512), 10, 8);
        for (List<String> ids : TRAINED_AND_CONVERTED) {
            if (ids.contains("fp8-cache")) {
                continue;
            }
            Design plain = Design.plain(
                    DesignModel.of(OneChip.shape("llama-3.1-8b"), OptionalDouble.of(15e12)),
                    ServingSettings.in(OneChip.formats("bf16")));
            Pair pair = new Pair(ids, plain);

            assertThat(server.serve(pair.attempt(0).design().orElseThrow())
                            .outcome()
                            .orElseThrow()
                            .throughput())
                    .isGreaterThanOrEqualTo(
                            server.serve(pair.attempt(1).design().orElseThrow())
                                    .outcome()
                                    .orElseThrow()
                                    .throughput());
        }
    }

    @Test
    void moreTokensLeaveLessOfAModelThatIsBroughtIntoFewBitsAfterwards() {
        forAll(2, CASES, DominanceTest::pair, pair -> {
            Pair law = new Pair(List.of("int4", "int4-after-training"), pair.design());
            Pair more = new Pair(law.ids(), pair.design().with(model -> model.longer(2)));

            assertThat(more.attempt(1).design().orElseThrow().model().size())
                    .isGreaterThanOrEqualTo(
                            law.attempt(1).design().orElseThrow().model().size());
        });
    }
}
