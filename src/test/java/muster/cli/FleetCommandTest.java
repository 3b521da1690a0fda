package muster.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

final class FleetCommandTest {
    private static final String OURS = Cli.file("fleets");

    @TempDir
    private Path folder;

    // Epoch's own totals at the end of 2025 (its cumulative totals, commit d1b1bc3), in H100e.
    @ParameterizedTest
    @CsvSource({
        "NVIDIA, 11899055, 13659258, 15548902",
        "Google,  3083116,  3812878,  4537332",
        "AMD,     1060773,  1244972,  1456892",
        "AWS,      907525,  1020727,  1164343"
    })
    void sampledTotalsHaveTheWidthOfEpochsOwn(String vendor, double p5, double p50, double p95) {
        JsonNode h100e = quantity(
                row(json("--fleet", "epoch-2026", "--as-of", "2025-12-31", "--h100e-basis", "epoch"), vendor), "h100e");

        assertThat(h100e.path("p50").asDouble()).isCloseTo(p50, withinPercentage(1));
        assertThat(h100e.path("p5").asDouble()).isCloseTo(p5, withinPercentage(3));
        assertThat(h100e.path("p95").asDouble()).isCloseTo(p95, withinPercentage(3));
    }

    @Test
    void chipsTimesOurRatesAreLessWhereEpochRatesAChipHigherAndTheReportSaysWhich() {
        JsonNode report = json("--as-of", "2025-12-31", "--h100e-basis", "epoch");

        // 4,317,291 + 115,430 H100 and H800, 961,830 + 121,421 A100 and A800 at 624 / 1978.9, 1,489,899 H20 at
        // 296 / 1978.9, and 1,918,562 + 1,500,692 Blackwell at 4500 / 1978.9, are 12.772 million.
        assertThat(quantity(row(report, "NVIDIA"), "h100e_8_bit")
                        .path("sum_of_medians")
                        .asDouble())
                .isCloseTo(12.772e6, withinPercentage(0.1));
        assertThat(quantity(row(report, "NVIDIA"), "h100e_8_bit").path("p50").asDouble())
                .isCloseTo(12.8e6, withinPercentage(1));
        assertThat(report.path("notes").toString())
                .contains(
                        "nvidia-b200-sxm: the source rates it at 2.527 H100e, and its 8-bit rate in the catalog makes it 2.274")
                .doesNotContain("nvidia-h100-sxm");
    }

    // Sums of counts times rates per chip, in a table worked out before.
    @ParameterizedTest
    @CsvSource({
        "16-bit,     data-centre, 1.069e21",
        "fp32,       ,            3.435e21",
        "mixed-fp32, ,            3.618e21",
        "fp32,       consoles,    6.9e20"
    })
    void theStockOfEarly2023DependsOnPrecisionAndPart(String precision, String part, double sum) {
        List<String> more = new ArrayList<>(List.of("--fleet", "world-2023q1", "--precision", precision));
        if (part != null) {
            more.addAll(List.of("--part", part));
        }
        JsonNode peak = quantity(
                json(more.toArray(String[]::new)).path("sections").path(0).path("total"), "peak");

        assertThat(peak.path("sum_of_medians").asDouble()).isCloseTo(sum, withinPercentage(0.1));
    }

    @Test
    void theMedianOfTheSampledStockIsNotTheSumOfMedians() {
        JsonNode peak = quantity(
                json("--fleet", "world-2023q1", "--part", "data-centre")
                        .path("sections")
                        .path(0)
                        .path("total"),
                "peak");

        // NumPy, 4 million samples of the same counts with normal scores of the rank correlation 0.3: 0.850, 1.077,
        // 1.361
        assertThat(peak.path("p5").asDouble()).isCloseTo(0.852e21, withinPercentage(1));
        assertThat(peak.path("p50").asDouble()).isCloseTo(1.079e21, withinPercentage(1));
        assertThat(peak.path("p95").asDouble()).isCloseTo(1.360e21, withinPercentage(1));
    }

    @Test
    void theStockOfTheWorldInTheCatalogIsWhatTheCountsAmountTo() {
        JsonNode counted =
                quantity(json("--fleet", "epoch-2026").path("sections").path(0).path("total"), "peak");
        JsonNode stated =
                quantity(json("--fleet", "world-2025").path("sections").path(0).path("total"), "peak");

        for (String percentile : List.of("p5", "p50", "p95")) {
            assertThat(stated.path(percentile).asDouble())
                    .isCloseTo(counted.path(percentile).asDouble(), withinPercentage(0.7));
        }
    }

    @Test
    void countsOfDifferentBasesStandApart() {
        JsonNode report = json("--catalog", OURS, "--fleet", "mixed", "--by", "chip");

        assertThat(report.path("sections").findValuesAsString("basis")).containsExactly("installed", "flow", "plan");
        assertThat(chips(report.path("sections").path(0).path("total"))).isEqualTo(1000);
        assertThat(chips(report.path("sections").path(1).path("total"))).isEqualTo(300);
        assertThat(chips(report.path("sections").path(2).path("total"))).isEqualTo(5000);
    }

    @Test
    void anAnnouncedChipIsLeftOutOfAStockAndSaysSo() {
        assertThat(json("--catalog", OURS, "--fleet", "mixed").path("notes").toString())
                .contains("nvidia-rubin is left out: it was announced on 2026-01-05, after 2025-06-30");
    }

    @Test
    void whatHasNoRateAtThePrecisionIsListedAndNotCountedAsZero() {
        JsonNode report = json("--catalog", OURS, "--fleet", "mixed", "--precision", "fp32");
        JsonNode peak = quantity(report.path("sections").path(0).path("total"), "peak");

        assertThat(peak.path("p50").asDouble()).isCloseTo(1000 * 67e12, withinPercentage(0.2));
        assertThat(peak.path("not_counted").toString()).isEqualTo("[\"a stated rate at fp8\"]");
        JsonNode tpus = quantity(row(json("--precision", "fp4"), "Google"), "peak");
        assertThat(tpus.has("p50")).isFalse();
        assertThat(tpus.path("part_of_chips_counted").asDouble()).isZero();
        assertThat(tpus.path("not_counted").toString()).contains("google-tpu-v5e");
    }

    @Test
    void ownersArePartsOfTheTotalAndNeverAddedToIt() {
        JsonNode whole = json("--catalog", OURS, "--fleet", "split", "--by", "chip");
        JsonNode owners = json("--catalog", OURS, "--fleet", "split", "--by", "owner");

        assertThat(chips(whole.path("sections").path(0).path("total"))).isEqualTo(1050);
        assertThat(owners.path("sections").path(0).path("rows").findValuesAsString("key"))
                .containsExactly("china", "meta", "other");
        assertThat(chips(owners.path("sections").path(0).path("total"))).isEqualTo(950);
        assertThat(chips(json("--catalog", OURS, "--fleet", "split", "--owner", "meta")
                        .path("sections")
                        .path(0)
                        .path("total")))
                .isEqualTo(600);
    }

    @Test
    void aDateWithinAQuarterLiesOnAStraightLineAndARangeIsOfQuarters() {
        JsonNode report = json("--as-of", "2025-01-01..2025-12-31", "--by", "date", "--chip", "nvidia-h20");

        assertThat(report.path("sections").path(0).path("rows").findValuesAsString("key"))
                .containsExactly("2025-03-31", "2025-06-30", "2025-09-30", "2025-12-31");
        assertThat(report.path("sections").path(0).has("total")).isFalse();
    }

    @Test
    void growthBeyondTheDataIsAskedForOrTheDateIsAnError() {
        assertThat(Cli.failed(2, "fleet", "--as-of", "2027-06-30").err())
                .contains(
                        "--as-of 2027-06-30: error [beyond-data] the counts of 'epoch-2026-09' end on 2026-06-30. Maybe --growth 2.3/year");
        JsonNode grown = json("--as-of", "2027-06-30", "--growth", "2.3/year", "--chip", "nvidia-h20");
        JsonNode now = json("--chip", "nvidia-h20");

        assertThat(chips(grown.path("sections").path(0).path("total")))
                .isCloseTo(2.3 * chips(now.path("sections").path(0).path("total")), withinPercentage(0.05));
        assertThat(grown.path("growth_per_year").asDouble()).isEqualTo(2.3);
    }

    @Test
    void retirementIsNoneUnlessACurveIsNamed() {
        JsonNode all = json("--chip", "nvidia-a100-sxm-80");
        JsonNode young =
                json("--as-of", "2025-12-31", "--chip", "nvidia-a100-sxm-80", "--retirement", "lifetime 3 year");

        assertThat(all.path("retirement").asString()).startsWith("none");
        // Of 961,830 sold, the 768,226 of 2022 are older than three years (of 365 days: one day before the end of
        // 2022).
        assertThat(chips(young.path("sections").path(0).path("total")))
                .isCloseTo(961_830 - 768_226, withinPercentage(1));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--owner|mircosoft|[unknown-id]|Maybe microsoft?",
                "--chip|nvidia-h100-smx|[unknown-id]|Maybe nvidia-h100-sxm?",
                "--vendor|NVIDA|[unknown-id]|Maybe NVIDIA?",
                "--fleet|epoch-2025|[unknown-id]|Maybe epoch-2026?",
                "--precision|fp9|[unknown-word]|Maybe fp4?",
                "--h100e-basis|8bit|[unknown-word]|Maybe 8-bit?",
                "--by|owners|[unknown-word]|Maybe owner?",
                "--as-of|2025-13-01|[not-a-date]|2025-12-31",
                "--as-of|2025-01-01..2025-12-31|[dates]|Maybe --by date?",
                "--as-of|2021-01-01|[no-data]|nothing of 'epoch-2026-09' stands at 2021-01-01",
                "--growth|130%|[growth]|2.3/year",
                "--retirement|half-life 4|[retirement]|half-life 4 year",
            })
    void whatIsNotUnderstoodIsReportedWithTheNearest(String option, String value, String code, String advice) {
        assertThat(Cli.failed(2, "fleet", option, value).err()).contains(option, code, advice);
    }

    @Test
    void threadsChangeNothing() {
        assertThat(Cli.good("fleet", "--format", "csv", "--threads", "3").out())
                .isEqualTo(
                        Cli.good("fleet", "--format", "csv", "--threads", "1").out());
    }

    @Test
    void theTableNamesWhatASumOfMediansIs() {
        assertThat(Cli.good("fleet", "--by", "owner").out())
                .contains(
                        "sum of medians: the medians, or middle values, of the counts added up; not the median of the total")
                .contains("retirement: none: every chip sold still counts")
                .contains("by owner: the last full count is of 2025-12-31");
        assertThat(Cli.good("fleet", "--fleet", "epoch-2026", "--by", "owner").out())
                .contains("by owner without xAI");
        assertThat(Cli.good("fleet", "--format", "markdown").out()).contains("| vendor | chips |");
    }

    @Test
    void anImportIsWrittenWholeOrNotAtAll() throws Exception {
        Path out = folder.resolve("my-counts.yaml");
        String[] files = {Cli.file("epoch/by_chip.csv"), Cli.file("epoch/owners.csv"), Cli.file("epoch/totals.csv")};
        Cli.good(
                "catalog",
                "import",
                "epoch-chip-counts",
                "--id",
                "my-counts",
                "--out",
                out.toString(),
                files[0],
                files[1],
                files[2]);
        JsonNode total = json("--catalog", folder.toString(), "--fleet", "my-counts")
                .path("sections")
                .path(0)
                .path("total");

        assertThat(quantity(total, "chips").path("sum_of_medians").asDouble()).isEqualTo(500);
        String before = Files.readString(out);
        Cli.failed(3, "catalog", "import", "epoch-chip-counts", "--out", out.toString(), Cli.file("fleets/mixed.yaml"));
        assertThat(out).hasContent(before);
        Cli.failed(
                2,
                "catalog",
                "import",
                "epoch-chip-counts",
                "--out",
                folder.resolve("no/such.yaml").toString(),
                files[0]);
        try (var left = Files.list(folder)) {
            assertThat(left).containsExactly(out);
        }
    }

    private static JsonNode json(String... more) {
        List<String> arguments = new ArrayList<>(List.of("fleet", "--format", "json"));
        arguments.addAll(List.of(more));
        return Cli.good(arguments.toArray(String[]::new)).result();
    }

    private static JsonNode row(JsonNode report, String key) {
        for (JsonNode row : report.path("sections").path(0).path("rows")) {
            if (row.path("key").asString().equals(key)) {
                return row;
            }
        }
        throw new AssertionError("no row " + key);
    }

    private static JsonNode quantity(JsonNode row, String name) {
        return row.path("quantities").path(name);
    }

    private static double chips(JsonNode row) {
        return quantity(row, "chips").path("p50").asDouble();
    }
}
