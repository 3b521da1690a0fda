package muster.hardware;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import muster.catalog.BuiltIn;
import muster.catalog.Catalog;
import muster.catalog.Overlay;
import muster.diagnostic.Problems;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The checks of chips on the catalog as it is, and on a chip of an overlay. */
final class LintTest {
    private static final BuiltIn BUILT_IN = BuiltIn.load();

    // Sound in itself: every test spoils one line of it.
    private static final String CHIP = """
            schema: chip/v1
            id: mine
            title: Mine
            vendor: House
            status: available
            available: 2025-06
            die: {name: one, process: N3, area: 500 mm2}
            peak: {tf32: 500 TFLOP/s, bf16: 1000 TFLOP/s, fp16: 1000 TFLOP/s, fp8: 2000 TFLOP/s}
            sparsity: {pattern: "2:4", multiplier: 2, quoted: {bf16: 2000 TFLOP/s}}
            memory: {hbm: {type: HBM3, capacity: 80 GiB, usable: 79 GiB, bandwidth: 3 TB/s}}
            interconnect: {scale_up: {name: Link, per_direction: 300 GB/s, as_quoted: 600 GB/s bidir, domain: 8}}
            power: {tdp: 700 W}
            prices: {new: {kind: purchase, per_chip: 30000 USD, as_of: 2025-07, currency_year: 2025}}
            """;

    @TempDir
    private Path folder;

    private List<Lint> lint(String yaml) throws IOException {
        Problems problems = new Problems();
        Path file = Files.writeString(folder.resolve("chips.yaml"), yaml);
        Catalog catalog =
                new Catalog(List.of(Chip.KIND), List.of(BUILT_IN, Overlay.file(file, List.of(Chip.KIND), problems)));
        List<Lint> found = Lint.all(catalog, problems);
        assertThat(problems.sorted()).isEmpty();
        return found.stream().filter(lint -> lint.chip().equals("mine")).toList();
    }

    @Test
    void everyFindingOnTheCatalogIsWaivedWithAReason() {
        Problems problems = new Problems();
        List<Lint> found = Lint.all(new Catalog(List.of(Chip.KIND), List.of(BUILT_IN)), problems);

        assertThat(problems.sorted()).isEmpty();
        assertThat(found).filteredOn(lint -> lint.waived().isEmpty()).isEmpty();
        // The chips whose ratios are odd, as they were found by other means before these checks were written.
        assertThat(found)
                .filteredOn(lint -> lint.check().startsWith("ratio."))
                .extracting(Lint::chip)
                .contains(
                        "nvidia-b300-sxm",
                        "nvidia-gb300",
                        "nvidia-rubin",
                        "aws-trainium3",
                        "intel-gaudi3",
                        "huawei-ascend-950dt",
                        "cambricon-mlu370-x8",
                        "cambricon-mlu590");
        assertThat(found)
                .filteredOn(lint -> lint.check().equals("intensity"))
                .extracting(Lint::chip)
                .containsExactly("aws-inferentia1", "meta-mtia2", "sambanova-sn50");
    }

    @Test
    void nothingIsFoundOnASoundChip() throws IOException {
        assertThat(lint(CHIP)).isEmpty();
    }

    @ParameterizedTest(name = "{0} -> {1}: {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "fp8: 2000 TFLOP/s | fp8: 1500 TFLOP/s | ratio.fp8",
                "tf32: 500 TFLOP/s | tf32: 700 TFLOP/s | ratio.tf32",
                "tf32: 500 TFLOP/s | int8: 3000 TOP/s | ratio.int8",
                "tf32: 500 TFLOP/s | fp4: 6000 TFLOP/s | ratio.fp4",
                "fp16: 1000 TFLOP/s | fp16: 500 TFLOP/s | ratio.fp16",
                "power: {tdp: 700 W} | power: {tdp: 700 W}~vector: {fp32: 90 TFLOP/s, fp16: 1100 TFLOP/s} | matrix-below-vector.fp16",
                "3 TB/s}}~interconnect: {scale_up: {name: Link, per_direction: 300 GB/s, as_quoted: 600 GB/s bidir, domain: 8}} | 60 TB/s}}~interconnect: {} | intensity",
                "bandwidth: 3 TB/s | bandwidth: 1.3 TB/s | intensity",
                "quoted: {bf16: 2000 TFLOP/s} | quoted: {bf16: 1000 TFLOP/s} | sparse-quote.bf16",
                "as_quoted: 600 GB/s bidir | as_quoted: 300 GB/s bidir | link-quote",
                "as_quoted: 600 GB/s bidir | as_quoted: 1.2 TB/s | link-quote",
                "per_direction: 300 GB/s, as_quoted: 600 GB/s bidir | per_direction: 100 GB/s | link-share",
                "per_direction: 300 GB/s, as_quoted: 600 GB/s bidir | per_direction: 1.6 TB/s | link-share",
                "title: Mine | title: Mine 96GB | name-capacity",
                "usable: 79 GiB | usable: 71 GiB | usable-memory",
                "usable: 79 GiB | usable: 80.1 GiB | usable-memory",
                "capacity: 80 GiB | capacity: 85.9 GB | decimal-capacity",
                "bandwidth: 3 TB/s | bandwidth: 2.8 TiB/s | binary-rate",
                "as_of: 2025-07 | as_of: 2027 | price-date.new",
                "available: 2025-06 | available: 2027-01 | status-date",
                "status: available | status: announced | status-date",
                "status: available | status: cancelled | status-date"
            })
    void aSpoiltLineIsFound(String line, String spoilt, String check) throws IOException {
        String sound = line.replace('~', '\n');
        assertThat(CHIP).contains(sound);

        assertThat(lint(CHIP.replace(sound, spoilt.replace('~', '\n'))))
                .extracting(Lint::check)
                .containsExactly(check);
    }

    @Test
    void aQuoteOfOneDirectionOrOfNoneIsAsGood() throws IOException {
        assertThat(lint(CHIP.replace("600 GB/s bidir", "300 GB/s"))).isEmpty();
        assertThat(lint(CHIP.replace("600 GB/s bidir", "4.8 Tb/s (12 x 400 GbE)")))
                .isEmpty();
        assertThat(lint(CHIP.replace("600 GB/s bidir", "4 links x 75 GB/s"))).isEmpty();
    }

    @Test
    void aChipIsToBeLikeOneOfTheSameDie() throws IOException {
        String sibling = CHIP.replace("id: mine", "id: other");

        assertThat(lint(CHIP + "---\n" + sibling)).isEmpty();
        assertThat(lint(CHIP + "---\n" + sibling.replace("fp8: 2000", "fp8: 1000")))
                .extracting(Lint::check)
                .containsExactly("sibling-rate.fp8");
        assertThat(lint(CHIP + "---\n" + sibling.replace(", fp8: 2000 TFLOP/s", "")))
                .extracting(Lint::check)
                .containsExactly("sibling-format.fp8");
        assertThat(lint(CHIP + "---\n" + sibling.replace("capacity: 80 GiB, usable: 79 GiB", "capacity: 96 GiB")))
                .extracting(Lint::check)
                .containsExactly("sibling-memory");
        assertThat(lint(CHIP + "---\n" + sibling.replace("300 GB/s, as_quoted: 600 GB/s bidir", "200 GB/s")))
                .extracting(Lint::check)
                .containsExactly("sibling-link");
        // One that is like it is enough.
        assertThat(lint(CHIP + "---\n" + sibling.replace("fp8: 2000", "fp8: 1000") + "---\n"
                        + sibling.replace("id: other", "id: third")))
                .isEmpty();
    }

    @Test
    void aChipIsNotFarFromThoseOfTheSameProcess() throws IOException {
        String faster = CHIP.replace("die: {name: one, ", "die: {name: two, ")
                .replace(
                        "tf32: 500 TFLOP/s, bf16: 1000 TFLOP/s, fp16: 1000 TFLOP/s, fp8: 2000 TFLOP/s",
                        "bf16: 3100 TFLOP/s")
                .replace("quoted: {bf16: 2000 TFLOP/s}", "quoted: {bf16: 6200 TFLOP/s}");
        String two =
                "---\n" + faster.replace("id: mine", "id: other") + "---\n" + faster.replace("id: mine", "id: third");

        assertThat(lint(CHIP + two)).extracting(Lint::check).containsExactly("per-watt", "per-area");
        assertThat(lint(CHIP + two.replace("vendor: House", "vendor: Else"))).isEmpty();
        assertThat(lint(CHIP + two.replace("3100", "2900").replace("6200", "5800")))
                .isEmpty();
    }

    @Test
    void aWaiverIsNeededAndNamesACheck() throws IOException {
        String odd = CHIP.replace("fp8: 2000", "fp8: 1500");

        assertThat(lint(odd + "waivers: {ratio.fp8: half the units are broken}\n"))
                .extracting(Lint::check, lint -> lint.waived().orElse(""))
                .containsExactly(tuple("ratio.fp8", "half the units are broken"));
        assertThat(lint(CHIP + "waivers: {ratio.fp8: half the units are broken}\n"))
                .extracting(Lint::check)
                .containsExactly("waiver");
        assertThat(lint(odd + "waivers: {ratoi.fp8: half the units are broken}\n"))
                .extracting(Lint::check, Lint::message)
                .contains(tuple("waiver", "there is no check 'ratoi'. Maybe ratio?"));
    }
}
