package muster.hardware;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import muster.catalog.BuiltIn;
import muster.catalog.Catalog;
import muster.diagnostic.Place;
import muster.diagnostic.Problems;
import muster.document.yaml.Text;
import muster.format.Format;
import muster.uncertainty.Input;
import muster.unit.Quantity;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;

/** The chips of the catalog against a table that was transcribed apart from it. */
final class ChipsTest {
    private static final Offset<Double> PRINTED = Offset.offset(0.0051);
    private static final Catalog SHELF = new Catalog(List.of(Chip.KIND), List.of(BuiltIn.load()));

    static Chip chip(String id) {
        Problems problems = new Problems();
        Optional<Chip> chip = SHELF.get(Chip.KIND, new Text(id, Place.argument(id)), problems);
        assertThat(problems.sorted()).isEmpty();
        return chip.orElseThrow();
    }

    @ParameterizedTest
    @CsvFileSource(resources = "chips.csv", useHeadersInDisplayName = true)
    void everyChipHasTheFiguresOfTheTable(
            String id,
            Double dense16BitTflops,
            Double fp8Tflops,
            Double int8Tops,
            Double memoryGib,
            Double memoryGbytesPerS,
            Double scaleUpGbytesPerS,
            Double tdpW) {
        Chip chip = chip(id);
        Optional<Memory> main = chip.mainMemory().filter(memory -> chip.hasMemoryBesideIt());

        is(chip.rate(Format.BF16).or(() -> chip.rate(Format.FP16)), dense16BitTflops, "TFLOP/s/chip");
        is(chip.rate(Format.FP8), fp8Tflops, "TFLOP/s/chip");
        is(chip.rate(Format.INT8), int8Tops, "TOP/s/chip");
        is(main.map(Memory::capacity), memoryGib, "GiB/chip");
        is(chip.mainMemory().flatMap(Memory::bandwidth), memoryGbytesPerS, "GB/s/chip");
        is(chip.interconnect().scaleUp().flatMap(Interconnect.ScaleUp::perDirection), scaleUpGbytesPerS, "GB/s/chip");
        is(chip.power().tdp(), tdpW, "W/chip");
    }

    private static void is(Optional<Input> input, Double expected, String unit) {
        if (expected == null) {
            assertThat(input).isEmpty();
        } else {
            assertThat(input.orElseThrow().value().central().base())
                    .as(input.orElseThrow().name())
                    .isCloseTo(Quantity.of(expected, unit).base(), withinPercentage(1e-6));
        }
    }

    @Test
    void everyRowOfTheTableIsAChip() throws IOException, URISyntaxException {
        List<String> rows = Files.readAllLines(
                Path.of(ChipsTest.class.getResource("chips.csv").toURI()));

        assertThat(rows.stream()
                        .filter(row -> !row.startsWith("#") && !row.startsWith("id,"))
                        .map(row -> row.substring(0, row.indexOf(','))))
                .doesNotHaveDuplicates()
                .isSubsetOf(SHELF.ids(Chip.KIND));
    }

    // H100-equivalents as they were computed apart from this program, to the digits that were printed.
    @ParameterizedTest
    @CsvSource({
        "nvidia-a100-sxm-80, 0.32, 0.32, 0.61, 1.00",
        "nvidia-h20, 0.15, 0.15, 1.19, 1.20",
        "nvidia-gb300, 2.53, 2.53, 2.39, 3.49",
        "amd-mi300x, 1.32, 1.32, 1.58, 2.40",
        "google-tpu-v4, 0.28, 0.14, 0.36, 0.40",
        "google-tpu-v6e, 0.93, 0.93, 0.49, 0.40",
        "aws-trainium3, 0.68, 1.27, 1.46, 1.80",
        "intel-gaudi3, 1.70, 0.85, 1.10, 1.60",
        "nvidia-v100-sxm2-32, 0.13, 0.03, 0.27, 0.40"
    })
    void aChipIsWorthSoManyH100s(String id, double sixteenBit, double eightBit, double bandwidth, double capacity) {
        Chip chip = chip(id);
        Chip h100 = chip("nvidia-h100-sxm");

        assertThat(sixteen(chip) / sixteen(h100)).isCloseTo(sixteenBit, PRINTED);
        assertThat(eight(chip) / eight(h100)).isCloseTo(eightBit, PRINTED);
        Memory memory = chip.mainMemory().orElseThrow();
        Memory other = h100.mainMemory().orElseThrow();
        assertThat(base(memory.bandwidth()) / base(other.bandwidth())).isCloseTo(bandwidth, PRINTED);
        assertThat(base(Optional.of(memory.capacity())) / base(Optional.of(other.capacity())))
                .isCloseTo(capacity, PRINTED);
    }

    private static double sixteen(Chip chip) {
        return base(chip.rate(Format.BF16).or(() -> chip.rate(Format.FP16)));
    }

    private static double eight(Chip chip) {
        return Math.max(
                chip.rate(Format.FP8).map(rate -> base(Optional.of(rate))).orElse(0.0),
                chip.rate(Format.INT8).map(rate -> base(Optional.of(rate))).orElse(0.0));
    }

    private static double base(Optional<Input> input) {
        return input.orElseThrow().value().central().base();
    }

    @Test
    void theLatestPriceOfAKindIsTaken() {
        Chip chip = chip("nvidia-h100-sxm");

        assertThat(chip.latest(ChipPrice.OnDemand.class).orElseThrow().asOf().text())
                .isEqualTo("2025-03-17");
        assertThat(chip.latest(ChipPrice.Reserved.class).orElseThrow().asOf().text())
                .isEqualTo("2026-04");
        assertThat(chip("nvidia-t4").latest(ChipPrice.Purchase.class)).isEmpty();
    }

    @Test
    void modelsAreHeldInTheFastestMemoryBesideTheChip() {
        assertThat(chip("sambanova-sn40l").mainMemory().orElseThrow().type()).isEqualTo("HBM3");
        assertThat(chip("groq-lpu1").mainMemory().orElseThrow().type()).isEqualTo("SRAM");
        assertThat(chip("tesla-d1").mainMemory()).isEmpty();
    }
}
