package muster.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** The counts that Epoch AI made on 24 September 2026: figures are those of its tables by designer. */
final class EpochSeptemberTest {
    private static final Map<List<String>, JsonNode> REPORTS = new LinkedHashMap<>();

    @ParameterizedTest
    @CsvSource({
        "2023-12-31, NVIDIA, 1170843, 1391249, 1634023, 1769587, 2132549, 2568891",
        "2023-12-31, Google, 157861, 207435, 263699, 860675, 1125735, 1421548",
        "2024-12-31, NVIDIA, 4009641, 4724425, 5501653, 5047111, 5992099, 7022525",
        "2024-12-31, Google, 747173, 947406, 1152508, 2579490, 3335680, 4166931",
        "2024-12-31, AMD, 456659, 549727, 653065, 404633, 482651, 569882",
        "2024-12-31, AWS, 212810, 306331, 438613, 489708, 766740, 1333607",
        "2024-12-31, Cambricon, 6209, 6468, 6985, 24000, 25000, 27000",
        "2025-12-31, NVIDIA, 11899056, 13659259, 15548903, 8973272, 10477888, 12079634",
        "2025-12-31, Google, 2943126, 3663628, 4357512, 4829685, 6015479, 7293762",
        "2025-12-31, AMD, 1060417, 1245260, 1456575, 789671, 931168, 1089638",
        "2025-12-31, AWS, 907526, 1020728, 1164343, 1559233, 1856964, 2421792",
        "2025-12-31, Cambricon, 32079, 34925, 45788, 124000, 135000, 177000",
        "2026-03-31, NVIDIA, 14855852, 17048399, 19426022, 10160861, 11818056, 13586739",
        "2026-03-31, Google, 3651880, 4515701, 5357970, 5188950, 6472678, 7815189",
        "2026-03-31, AMD, 1274142, 1476712, 1703510, 887932, 1039119, 1207438",
        "2026-06-30, NVIDIA, 18283448, 20987084, 23989231, 11546471, 13390128, 15356258",
        "2026-06-30, AMD, 1514518, 1739009, 1988775, 998359, 1159298, 1337307"
    })
    void aMakersStockIsWhatEpochCounts(
            String date,
            String vendor,
            double low,
            double h100e,
            double high,
            double fewest,
            double chips,
            double most) {
        JsonNode row = row(report("--as-of", date, "--by", "vendor"), vendor);

        assertBand(row, "h100e", low, h100e, high, 3);
        assertBand(row, "chips", fewest, chips, most, 3);
        assertThat(row.has("counted_to")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "AMD, microsoft, 194063, 263963, 359695, 129037, 175393, 239718",
        "AMD, meta, 343083, 458377, 614314, 224631, 302472, 407135",
        "AMD, oracle, 74662, 112820, 173748, 50185, 74548, 112834",
        "AMD, china, 8559, 10499, 12883, 25910, 31784, 39002",
        "NVIDIA, coreweave, 785173, 832068, 882226, 491136, 511608, 533648",
        "NVIDIA, microsoft, 2424281, 3151494, 4075898, 1617433, 2109969, 2765222",
        "NVIDIA, meta, 1426111, 1842318, 2383664, 914904, 1195290, 1550154",
        "NVIDIA, amazon, 1105764, 1427947, 1839427, 703433, 914320, 1184836",
        "NVIDIA, google, 955469, 1236937, 1590655, 630034, 823812, 1067761",
        "NVIDIA, oracle, 770350, 1031002, 1384504, 444889, 605816, 825380",
        "NVIDIA, china, 324872, 401698, 496849, 1418911, 1805354, 2301735",
        "Google, google, 2943126, 3663628, 4357512, 4829685, 6015479, 7293762",
        "AWS, amazon, 907526, 1020728, 1164343, 1559233, 1856964, 2421792"
    })
    void anOwnersStockAtTheEndOf2025IsWhatEpochCounts(
            String vendor,
            String owner,
            double low,
            double h100e,
            double high,
            double fewest,
            double chips,
            double most) {
        JsonNode row = row(report("--as-of", "2025-12-31", "--by", "owner", "--vendor", vendor), owner);

        assertBand(row, "h100e", low, h100e, high, 3);
        assertBand(row, "chips", fewest, chips, most, 3);
    }

    // What is left over after the owners: its H100e are scaled by the source, date by date, to those of its total.
    @ParameterizedTest
    @CsvSource({
        "NVIDIA, 1999405, 2973994, 4229698, 1577869, 2026657, 2564185",
        "AMD, 232094, 388464, 539425, 233121, 337301, 442744"
    })
    void theRestOfTheOwnersHasTheNumberOfChipsThatEpochCountsAndNearlyItsH100e(
            String vendor, double low, double h100e, double high, double fewest, double chips, double most) {
        JsonNode row = row(report("--as-of", "2025-12-31", "--by", "owner", "--vendor", vendor), "other");

        assertBand(row, "h100e", low, h100e, high, 15);
        assertBand(row, "chips", fewest, chips, most, 10);
    }

    @Test
    void whatHasAMedianAloneIsCertain() {
        JsonNode xai = row(report("--as-of", "2025-12-31", "--by", "owner", "--vendor", "NVIDIA"), "xai");

        // 200,000 Hopper and 140,000 B200
        assertBand(xai, "chips", 340_000, 340_000, 340_000, 1e-6);
        assertBand(xai, "h100e", 550_000, 550_000, 550_000, 1e-6);
        JsonNode huawei = row(report("--as-of", "2025-12-31", "--by", "vendor"), "Huawei");
        // 650,000 of 910C and 600,000 of 910B; the source has no interval of their sum.
        assertThat(huawei.path("quantities")
                        .path("h100e")
                        .path("sum_of_medians")
                        .asDouble())
                .isCloseTo(707_968, withinPercentage(0.001));
        assertThat(huawei.path("stated_by_the_source").path("h100e").path("p50").asDouble())
                .isEqualTo(707_968);
    }

    @Test
    void whatWasCountedLastBeforeTheDateStandsAndSaysSo() {
        JsonNode report = report("--as-of", "2026-06-30", "--by", "vendor");

        // The quarter of the TPUs to the date is counted in part, 4.84 million: the last full one has 4.52 million.
        assertBand(row(report, "Google"), "h100e", 3651880, 4515701, 5357970, 3);
        assertThat(row(report, "Google").path("counted_to").asString()).isEqualTo("2026-03-31");
        assertThat(row(report, "AWS").path("counted_to").asString()).isEqualTo("2025-12-31");
        assertThat(report.path("notes").toString())
                .contains(
                        "Google: the last full count is of 2026-03-31, and stands at 2026-06-30 as a lower bound; of the quarter to 2026-06-30 a part is counted, and left out",
                        "AWS, Cambricon, Huawei: the last full count is of 2025-12-31, and stands at 2026-06-30 as a lower bound")
                .doesNotContain("by owner");
    }

    @Test
    void aQuarterThatIsCountedInPartTakesTheLastFullOneAndALaterDateIsRefused() {
        JsonNode report = report("--as-of", "2026-09-30", "--by", "vendor", "--vendor", "NVIDIA");

        assertBand(row(report, "NVIDIA"), "h100e", 18283448, 20987084, 23989231, 3);
        assertThat(report.path("notes").toString())
                .contains(
                        "NVIDIA: the last full count is of 2026-06-30, and stands at 2026-09-30 as a lower bound; of the quarter");
        assertThat(Cli.failed(2, "fleet", "--fleet", "epoch-2026-09", "--as-of", "2026-10-01")
                        .err())
                .contains("the counts of 'epoch-2026-09' end on 2026-06-30. Maybe --growth 2.3/year");
    }

    @Test
    void ownersAreCountedToTheEndOf2025() {
        assertThat(Cli.good("fleet", "--fleet", "epoch-2026-09", "--by", "owner", "--samples", "64")
                        .out())
                .contains("as of: 2026-06-30", "meta (full to 2025-12-31)")
                .containsPattern("by owner: the last full count is of 2025-12-31, and stands at 2026-06-30");
    }

    @Test
    void aGrowingFleetGrowsFromTheLastFullCountOfEach() {
        JsonNode report = report("--as-of", "2026-12-31", "--by", "vendor", "--vendor", "AWS", "--growth", "2/year");

        assertThat(row(report, "AWS")
                        .path("quantities")
                        .path("chips")
                        .path("p50")
                        .asDouble())
                .isCloseTo(2 * 1_856_964, withinPercentage(1));
        assertThat(report.path("notes").toString()).doesNotContain("lower bound");
    }

    private static void assertBand(JsonNode row, String name, double p5, double p50, double p95, double percent) {
        JsonNode quantity = row.path("quantities").path(name);
        assertThat(quantity.path("p5").asDouble()).as("p5").isCloseTo(p5, withinPercentage(percent));
        assertThat(quantity.path("p50").asDouble()).as("p50").isCloseTo(p50, withinPercentage(Math.min(percent, 4)));
        assertThat(quantity.path("p95").asDouble()).as("p95").isCloseTo(p95, withinPercentage(percent));
    }

    private static JsonNode report(String... more) {
        return REPORTS.computeIfAbsent(List.of(more), key -> {
            List<String> arguments = new ArrayList<>(List.of(
                    "fleet",
                    "--fleet",
                    "epoch-2026-09",
                    "--h100e-basis",
                    "epoch",
                    "--samples",
                    "10000",
                    "--format",
                    "json"));
            arguments.addAll(key);
            return Cli.good(arguments.toArray(String[]::new)).result();
        });
    }

    private static JsonNode row(JsonNode report, String key) {
        for (JsonNode row : report.path("sections").path(0).path("rows")) {
            if (row.path("key").asString().equals(key)) {
                return row;
            }
        }
        throw new AssertionError("no row " + key);
    }
}
