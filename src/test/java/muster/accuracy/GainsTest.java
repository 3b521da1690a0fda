package muster.accuracy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import muster.accuracy.measurement.MeasuredGains;
import muster.catalog.BuiltIn;
import muster.catalog.Catalog;
import muster.catalog.EntryKind;
import muster.catalog.Overlay;
import muster.diagnostic.Problems;
import muster.hardware.Chip;
import muster.inference.calibration.Calibration;
import muster.model.Architecture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Measured gains beside those of the step-time model. */
class GainsTest {
    private static final List<EntryKind<?>> KINDS =
            List.of(Architecture.KIND, Chip.KIND, Calibration.KIND, MeasuredGains.KIND);
    private static final Catalog SHELF = new Catalog(KINDS, List.of(BuiltIn.load()));

    @TempDir
    private Path folder;

    private static GainGroup group(Catalog catalog, String id) {
        Problems problems = new Problems();
        List<GainGroup> groups = GainComparison.groups(catalog, problems);
        problems.orThrow();
        return groups.stream()
                .filter(group -> group.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private GainGroup one(String row) throws IOException {
        Path file = folder.resolve("gains.yaml");
        Files.writeString(file, """
                schema: measured-gains/v1
                id: mine
                bar: 0.1
                rows:
                  one: %s
                """.formatted(row));
        Problems problems = new Problems();
        Overlay overlay = Overlay.file(file, KINDS, problems);
        problems.orThrow();
        return group(SHELF.under(overlay), "mine");
    }

    private static double model(GainGroup group, String row) {
        return group.rows().stream()
                .filter(gain -> gain.name().equals(row))
                .findFirst()
                .orElseThrow()
                .model()
                .orElseThrow();
    }

    @ParameterizedTest
    @CsvSource({"formats, 23, 22", "prediction-heads, 5, 5", "pruning, 2, 2", "spec-bench, 21, 18"})
    void everyMeasuredRowIsThereAndTheBarIsKept(String id, int rows, int counted) {
        GainGroup group = group(SHELF, id);

        assertThat(group.rows()).hasSize(rows);
        assertThat(group.rows().stream().filter(ComparedGain::counted)).hasSize(counted);
        assertThat(group.met()).isTrue();
    }

    @Test
    void theBarIsWhatWasReachedAndNotMore() {
        for (GainGroup group : List.of(group(SHELF, "formats"), group(SHELF, "pruning"), group(SHELF, "spec-bench"))) {
            assertThat(group.gains().bar().central()).isCloseTo(group.mean(), within(1e-3));
            assertThat(group.gains().unseenBar().orElseThrow().central())
                    .isCloseTo(group.unseen().orElseThrow(), within(1e-3));
        }
    }

    // Leviathan et al. 2023: tokens per step over 1 + passes * cost, where checking is free; DeepSeek-R1: 1.92/1.08 =
    // 1.78.
    @ParameterizedTest
    @CsvSource({"1.92, 1, 1.7778", "2.58, 2, 2.2241", "2.82, 3, 2.2742"})
    void guessesThatAreCheckedForNothingGainTheTokensOverTheCostOfPasses(double accepted, int passes, double gain)
            throws IOException {
        GainGroup group = one("""
                {model: deepseek-r1, chip: nvidia-b200-sxm, chips: 8, stack: tensorrt-llm, load: static, metric: output_tokens_per_s_per_user, requests: 1, prompt: 1024 token, output: 2048 token, weights: fp4, speculative_decoding: {accepted: %s, checked: 1, passes: %s, pass_cost: 8%%}, gain: 1.78}
                """.formatted(accepted, passes).strip());

        assertThat(model(group, "one")).isCloseTo(gain, within(1e-4));
    }

    @Test
    void aLayerOfThirtyTwoCostsMoreThanItsPartOfTheLayersAndLessThanAQuarter() throws IOException {
        String row = "{model: llama-2-7b, chip: nvidia-a100-sxm-80, stack: transformers, load: static,"
                + " metric: output_tokens_per_s_per_user, requests: 1, prompt: 300 token, output: 300 token,"
                + " weights: fp16, speculative_decoding: {accepted: 1, checked: 1, passes: 1, draft_layers: 1}, gain: 1}";

        assertThat(1 / model(one(row), "one") - 1).isBetween(1 / 32.0, 0.25);
    }

    @Test
    void checkingMoreTokensGainsLess() {
        Map<Integer, Double> gains = Map.of(
                2, model(group(SHELF, "prediction-heads"), "deepseek-r1-2"),
                5, model(group(SHELF, "prediction-heads"), "deepseek-r1-5"));

        // 3.01 tokens a step in place of 2.58, and yet slower, as measured: 2.15 after 2.25.
        assertThat(gains.get(5)).isLessThan(gains.get(2));
    }

    @Test
    void aGainThatIsWrongByTwoMissesTheBar() throws IOException {
        GainGroup far = one("{model: llama-2-7b, chip: nvidia-h100-sxm, stack: tensorrt-llm-static, load: static,"
                + " metric: output_tokens_per_s_per_chip, requests: 1, prompt: 1024 token, output: 128 token,"
                + " weights: fp8, weights_before: fp16, gain: 2.8}");

        assertThat(far.met()).isFalse();
    }

    @Test
    void rowsWithoutWhatItTakesAreShownWithoutOurs() {
        assertThat(group(SHELF, "spec-bench").rows().stream()
                        .filter(gain -> gain.model().isEmpty()))
                .hasSize(3)
                .allSatisfy(gain -> assertThat(gain.row().leftOut()).isPresent());
    }
}
