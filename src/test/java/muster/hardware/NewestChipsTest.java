package muster.hardware;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import muster.catalog.BuiltIn;
import muster.catalog.Catalog;
import muster.catalog.NotIn;
import muster.diagnostic.Place;
import muster.diagnostic.Problems;
import muster.document.yaml.Leaves;
import muster.document.yaml.Text;
import muster.uncertainty.Uncertain;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Chips of 2026 against what was printed of them, written down by hand, and how far they can be used. */
final class NewestChipsTest {
    private static final Catalog SHELF = new Catalog(List.of(Chip.KIND, NotIn.KIND), List.of(BuiltIn.load()));

    private static Text text(String id, String path) {
        Problems problems = new Problems();
        return Leaves.of(SHELF.entry(Chip.KIND, new Text(id, Place.argument(id)), problems)
                        .orElseThrow()
                        .body())
                .get(path);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "google-tpu-8t | peak.fp4 | 12.6 PFLOP/s |",
                "google-tpu-8t | memory.hbm.bandwidth | 6528 GB/s |",
                "google-tpu-8t | memory.sram.capacity | 128 MB | 384 MB",
                "google-tpu-8t | interconnect.scale_up.domain | 9600 |",
                "google-tpu-8i | peak.fp4 | 10.1 PFLOP/s |",
                "google-tpu-8i | memory.hbm.capacity | 288 GiB |",
                "nvidia-groq3-lpu | peak.fp8 | 1.23 PFLOP/s |",
                "nvidia-groq3-lpu | memory.sram.bandwidth | 150 TB/s |",
                "nvidia-groq3-lpu | memory.sram.capacity | 500 MB | 512 MB",
                "nvidia-groq3-lpu | interconnect.scale_up.per_direction | 1.25 TB/s |",
                "meta-mtia300 | memory.hbm.capacity | 216 GB |",
                "meta-mtia300 | interconnect.scale_out.per_direction | 1.2 TB/s |",
                "meta-mtia400 | peak.fp4 | 12 PFLOP/s |",
                "meta-mtia400 | memory.hbm.bandwidth | 9.2 TB/s | 9.4 TB/s",
                "meta-mtia500 | peak.fp4 | 30 PFLOP/s |",
                "meta-mtia500 | memory.hbm.capacity | 384 GiB | 512 GiB",
                "amd-mi455x | peak.fp4 | 40.26 PFLOP/s | 20.1 PFLOP/s",
                "amd-mi455x | peak.fp8 | 20.1 PFLOP/s | 10.05 PFLOP/s",
                "amd-mi455x | memory.hbm.bandwidth | 23.3 TB/s | 19.6 TB/s",
                "amd-mi455x | interconnect.scale_up.per_direction | 1.8 TB/s |",
                "amd-mi430x | peak.fp64 | 288 TFLOP/s |",
                "huawei-ascend-950dt | memory.hbm.capacity | 96 GiB | 144 GiB",
                "huawei-ascend-950dt | interconnect.scale_up.domain | 1024 | 8192",
                "huawei-ascend-950pr | peak.fp4 | 1.56 PFLOP/s | 2 PFLOP/s",
                "huawei-ascend-960 | memory.hbm.bandwidth | 9.6 TB/s | 2.4 TB/s",
                "nvidia-rubin | peak.fp4 | 35 PFLOP/s | 30 PFLOP/s",
                "nvidia-rubin | sparsity.quoted.fp4 | 50 PFLOP/s |",
                "nvidia-rubin | memory.hbm.bandwidth | 22 TB/s | 19.2 TB/s, 13 TB/s",
                "nvidia-rubin | interconnect.scale_up.per_direction | 1.8 TB/s | 1.5 TB/s",
                "microsoft-maia200 | peak.fp8 | 5072 TFLOP/s | 5000 TFLOP/s",
                "microsoft-maia200 | interconnect.scale_up.domain | 4 | 6144",
                "microsoft-maia200 | interconnect.scale_out.per_direction | 0.4 TB/s |",
                "aws-trainium3 | interconnect.scale_up.per_direction | 1.1 TB/s | 1.28 TB/s, 352 GB/s",
                "aws-trainium4 | memory.hbm.bandwidth | 19.6 TB/s |",
                "openai-jalapeno | peak.fp4 | 13.4 PFLOP/s |",
                "tesla-ai5 | peak.int8 | 2000 TOP/s | 2500 TOP/s",
                "mthreads-s5000 | peak.fp8 | 1000 TFLOP/s | 920 TFLOP/s"
            })
    void aChipHasWhatWasPrintedAndWhatWasPrintedElsewhereBesideIt(
            String id, String path, String printed, String elsewhere) {
        Text text = text(id, path);

        assertThat(Uncertain.parse(text.value()).distribution().central())
                .isCloseTo(Uncertain.parse(printed).distribution().central(), withinPercentage(1e-6));
        assertThat(text.source()).isPresent();
        assertThat(text.conflicts()).extracting(Text.Conflict::value).containsExactlyElementsOf(split(elsewhere));
    }

    private static List<String> split(String words) {
        return words == null ? List.of() : Arrays.asList(words.split(", ", -1));
    }

    @Test
    void aRateThatNobodyPrintsIsLabelledAsDerived() {
        assertThat(List.of("google-tpu-8t", "google-tpu-8i", "aws-trainium4", "nvidia-rubin-ultra-nvl576"))
                .allSatisfy(id -> assertThat(
                                text(id, "peak.fp8").source().orElseThrow().tier())
                        .hasToString("derived"));
    }

    @Test
    void aChipThatWasGivenUpIsNeverHad() {
        assertThat(ChipsTest.chip("nvidia-rubin-cpx").status()).isEqualTo(Chip.Status.CANCELLED);
        assertThat(ChipsTest.chip("nvidia-rubin-cpx").status().made()).isFalse();
        assertThat(ChipsTest.chip("nvidia-rubin-cpx").available()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "MI455X, amd-mi455x",
        "TPU 8t, google-tpu-8t",
        "tpu8i, google-tpu-8i",
        "Trainium 3, aws-trainium3",
        "Groq 3 LPU, nvidia-groq3-lpu",
        "Maia 200, microsoft-maia200",
        "MTIA 450, meta-mtia450",
        "Ascend 950PR, huawei-ascend-950pr",
        "Rubin Ultra, nvidia-rubin-ultra-nvl576"
    })
    void itIsFoundByWhatPeopleCallIt(String name, String id) {
        assertThat(SHELF.named(Chip.KIND, new Text(name, Place.argument(name))).value())
                .isEqualTo(id);
    }

    @Test
    void whatIsListedAsNotInIsNotIn() {
        Problems problems = new Problems();
        Optional<NotIn> list = SHELF.get(NotIn.KIND, new Text("chips", Place.argument("chips")), problems);

        assertThat(problems.sorted()).isEmpty();
        assertThat(list.orElseThrow().kind()).isEqualTo(NotIn.Kind.CHIP);
        assertThat(list.orElseThrow().entries().keySet())
                .contains("amd-mi440x", "nvidia-feynman", "qualcomm-ai200")
                .doesNotContainAnyElementsOf(SHELF.ids(Chip.KIND));
        assertThat(list.orElseThrow().entries().values().stream()
                        .map(NotIn.Thing::name)
                        .collect(Collectors.toSet()))
                .noneMatch(name -> SHELF.ids(Chip.KIND)
                        .contains(SHELF.named(Chip.KIND, new Text(name, Place.argument(name)))
                                .value()));
    }
}
