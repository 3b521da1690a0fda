package muster.hardware;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import muster.catalog.BuiltIn;
import muster.catalog.Catalog;
import muster.catalog.Overlay;
import muster.diagnostic.Problems;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Errors that stand in public catalogs of chips, each laid over the chip that it is about: a check has to find it. Which check
 * is named, so that none of them is caught by accident.
 */
final class KnownErrorsTest {
    private static final BuiltIn BUILT_IN = BuiltIn.load();

    @TempDir
    private Path folder;

    @ParameterizedTest(name = "{0}: {1} {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                // vector rates in the place of matrix rates
                "Hugging Face | nvidia-a100-sxm-80 | peak: {bf16: 77.97 TFLOP/s, fp16: 77.97 TFLOP/s} | ratio.tf32",
                "Hugging Face | nvidia-h100-sxm | peak: {bf16: 267.6 TFLOP/s, fp16: 267.6 TFLOP/s} | ratio.tf32",
                "Hugging Face | nvidia-h100-sxm | peak: {fp16: 267.6 TFLOP/s} | ratio.fp16",
                // sparse rates beside dense ones
                "GenZ | nvidia-gh200-96 | peak: {bf16: 1979 TFLOP/s, fp16: 1979 TFLOP/s} | ratio.tf32",
                "GenZ | nvidia-b100 | peak: {bf16: 3500 TFLOP/s, fp16: 3500 TFLOP/s} | ratio.tf32",
                "GenZ | nvidia-gb200 | peak: {bf16: 4500 TFLOP/s, fp16: 4500 TFLOP/s} | ratio.fp8",
                // bandwidth times 2^30: 3350 GB/s become 3597.0351104 GB/s
                "GenZ | nvidia-h100-sxm | memory: {hbm: {bandwidth: 3597.0351104 GB/s}} | binary-rate",
                "GenZ | nvidia-h100-sxm | memory: {hbm: {bandwidth: 3350 GiB/s}} | binary-rate",
                // one direction, both directions and bits
                "GenZ | nvidia-a100-sxm-80 | interconnect: {scale_up: {per_direction: 150 GB/s}} | link-quote",
                "GenZ | nvidia-a100-sxm-80 | interconnect: {scale_up: {per_direction: 150 GB/s}} | sibling-link",
                "GenZ | google-tpu-v4 | interconnect: {scale_up: {per_direction: 24 GB/s}} | link-share",
                "evokernel | google-tpu-v5p | interconnect: {scale_up: {per_direction: 4800 GB/s}} | link-share",
                // formats that are not there, and int8 taken to be twice fp16
                "llm-analysis | nvidia-h100-sxm | peak: {int4: 3958 TOP/s} | sibling-format.int4",
                "llm-analysis | amd-mi100 | peak: {int8: 369 TOP/s} | known-error.peak.int8",
                "llm-analysis | amd-mi210 | peak: {int8: 362 TOP/s} | sibling-rate.int8",
                "llm-analysis | amd-mi250x | peak: {int8: 766 TOP/s} | sibling-rate.int8",
                // capacities
                "llm-analysis | nvidia-v100-pcie-16 | memory: {hbm: {capacity: 32 GiB}} | name-capacity",
                "llm-analysis | nvidia-a10 | memory: {gddr: {capacity: 28 GiB}} | sibling-memory",
                "gpuhunt | amd-mi325x | memory: {hbm: {capacity: 288 GiB}} | known-error.memory.hbm.capacity",
                "gpuhunt | amd-mi308x | memory: {hbm: {capacity: 128 GiB}} | sibling-memory",
                // rates scaled up from another, or sparse
                "evokernel | nvidia-b300-sxm | peak: {bf16: 3750 TFLOP/s, fp16: 3750 TFLOP/s, fp8: 7500 TFLOP/s} | sibling-rate.fp4",
                "evokernel | nvidia-b300-sxm | peak: {bf16: 3750 TFLOP/s, fp16: 3750 TFLOP/s, fp8: 7500 TFLOP/s, tf32: 1875 TFLOP/s, int8: 7500 TOP/s, fp4: 15000 TFLOP/s} | sibling-rate.fp4",
                "evokernel | nvidia-l40s | peak: {fp8: 1466 TFLOP/s} | ratio.fp8",
                "evokernel | nvidia-rtx4090 | peak: {fp8: 1321 TFLOP/s} | ratio.fp8",
                "evokernel | biren-br100 | peak: {bf16: 256 TFLOP/s} | ratio.int8",
                "evokernel | cerebras-wse3 | peak: {fp16: 62500 TFLOP/s} | sparse-quote.fp16",
                // figures of one part in the row of another
                "Epoch | nvidia-a100-pcie-40 | memory: {hbm: {bandwidth: 1.94 TB/s}} | sibling-memory",
                "Epoch | amd-mi355x | peak: {fp8: 4600 TFLOP/s} | ratio.fp8",
                "Epoch | nvidia-h800-sxm | vector: {fp64: 29.65 TFLOP/s} | matrix-below-vector.fp64",
                "Epoch | metax-c500-oam | memory: {hbm: {bandwidth: 18 TB/s}} | intensity",
                // 1979 * 2^40
                "timeflies | nvidia-h100-sxm | peak: {bf16: 2175.933511368704 TFLOP/s} | binary-rate",
                "timeflies | nvidia-h100-sxm | peak: {bf16: 2175.933511368704 TFLOP/s} | ratio.tf32"
            })
    void isFound(String catalog, String chip, String values, String check) throws IOException {
        Problems problems = new Problems();
        Path file = Files.writeString(
                folder.resolve("wrong.yaml"), "schema: chip/v1\nid: %s\n%s\n".formatted(chip, values));
        Catalog shelf =
                new Catalog(List.of(Chip.KIND), List.of(BUILT_IN, Overlay.file(file, List.of(Chip.KIND), problems)));

        List<Lint> found = Lint.all(shelf, problems).stream()
                .filter(lint -> lint.chip().equals(chip) && lint.waived().isEmpty())
                .toList();

        assertThat(problems.sorted()).isEmpty();
        assertThat(found)
                .as("what is found in %s's %s", catalog, values)
                .extracting(Lint::check)
                .contains(check);
        assertThat(found)
                .filteredOn(lint -> lint.check().equals(check))
                .allSatisfy(lint -> assertThat(lint.message()).isNotBlank());
    }
}
