package muster.inference.replica;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import muster.inference.ModelsOnChips;
import muster.inference.step.Deployment;
import muster.inference.step.Machine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Layouts of a few chips, all of them by hand, as t for tensor, d for data, e for experts and s for stages. */
final class LayoutsTest {
    // 32 layers and heads, in domains of eight; and 128 experts.
    private final ModelOnChip dense = ModelsOnChips.of("llama-3.1-8b", "nvidia-h100-sxm", "bf16");
    private final ModelOnChip routed = ModelsOnChips.of("gpt-oss-120b", "nvidia-h100-sxm", "bf16");

    @ParameterizedTest
    @CsvSource({
        "1, 8, t1s1",
        "3, 8, t1s1 t1s2 t2s1",
        "4, 8, t1s1 t1s2 t1s4 t2s1 t2s2 t4s1",
        "4, 2, t1s1 t1s2 t2s1 t2s2 t4s1",
        "4, 1, t1s1 t2s1 t4s1",
    })
    void aDenseModelIsCutIntoPowersOfTwo(int chips, int stages, String layouts) {
        assertThat(decode(dense, chips, stages)).isEqualTo(layouts);
    }

    @Test
    void noMoreChipsShareAMatrixThanThereAreHeadsAndNoMoreStagesThanLayers() {
        assertThat(decode(dense, 256, 1)).isEqualTo("t1s1 t2s1 t4s1 t8s1 t16s1 t16xs1 t32s1 t32xs1");
        assertThat(decode(dense, 64, 64)).contains("t1s32").doesNotContain("s64");
    }

    @Test
    void overSeveralDomainsMatricesAreCutOneWayOrBoth() {
        assertThat(decode(dense, 16, 2)).isEqualTo("t1s1 t1s2 t2s1 t2s2 t4s1 t4s2 t8s1 t8s2 t16s1 t16xs1");
    }

    @Test
    void withoutANetworkAReplicaStaysInItsDomain() {
        Machine was = dense.machine();
        Machine alone = new Machine(
                was.memoryBytes(),
                was.bandwidthBytesPerSecond(),
                was.wideFlopPerSecond(),
                4,
                was.linkBytesPerSecond(),
                0);
        assertThat(decode(dense.on(alone), 64, 8)).isEqualTo("t1s1 t1s2 t1s4 t2s1 t2s2 t4s1");
    }

    @ParameterizedTest
    @CsvSource({
        // experts whole or cut in every group; groups of their own sequences hold them whole
        "1, t1d1e1s1",
        "2, t1d1e1s1 t1d2e2s1 t2d1e1s1 t2d1e2s1",
        "4, t1d1e1s1 t1d2e2s1 t1d4e4s1 t2d1e1s1 t2d1e2s1 t2d2e4s1 t4d1e1s1 t4d1e4s1",
    })
    void expertsAreSharedByGroupsOrCut(int chips, String layouts) {
        List<String> found = new ArrayList<>();
        new Layouts(routed, chips)
                .decode(
                        1,
                        false,
                        layout -> found.add("t%sd%se%ss%s"
                                .formatted(layout.tensor(), layout.data(), layout.expert(), layout.stages())));
        assertThat(String.join(" ", found)).isEqualTo(layouts);
    }

    @Test
    void noChipIsWithoutAnExpert() {
        List<Deployment> found = new ArrayList<>();
        new Layouts(routed, 1024).decode(1, false, found::add);
        assertThat(found).allMatch(layout -> layout.expert() <= 128 && layout.tensor() * layout.data() <= 1024);
        assertThat(found).anyMatch(layout -> layout.tensor() == 1 && layout.data() == 128);
        assertThat(found).noneMatch(layout -> layout.data() > 1 && layout.tensor() * layout.data() > 128);
        assertThat(found).allMatch(layout -> !layout.disaggregated());
    }

    @Test
    void whatOnlyPrefillsHasEveryNumberOfStagesThatIsOfUse() {
        // 32 layers in stages of 32, 16, 11, 8, 7, 6, 5, 4, 3, 2, 1: nine stages are no better than eight.
        assertThat(layouts(use -> new Layouts(dense, 64).prefill(use)))
                .startsWith("t1s1 t1s2 t1s3 t1s4 t1s5 t1s6 t1s7 t1s8 t1s11 t1s16 t1s32 t2s1");
        assertThat(layouts(use -> new Layouts(dense, 8).prefill(use)))
                .isEqualTo("t1s1 t1s2 t1s3 t1s4 t1s5 t1s6 t1s7 t1s8 t2s1 t2s2 t2s3 t2s4 t4s1 t4s2 t8s1");
        List<Deployment> found = new ArrayList<>();
        new Layouts(dense, 2).prefill(found::add);
        assertThat(found).allMatch(Deployment::disaggregated);
    }

    private static String decode(ModelOnChip setup, int chips, int stages) {
        return layouts(use -> new Layouts(setup, chips).decode(stages, false, use));
    }

    private static String layouts(Consumer<Consumer<Deployment>> all) {
        List<String> found = new ArrayList<>();
        all.accept(layout ->
                found.add("t%s%ss%s".formatted(layout.tensor(), layout.twoDimensional() ? "x" : "", layout.stages())));
        return String.join(" ", found);
    }
}
