package muster.epoch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import muster.diagnostic.Diagnostic;
import muster.diagnostic.Problems;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tables in the layout of September 2026, by chip and by designer, with figures made up. */
final class SeptemberLayoutTest {
    private static final List<Path> TABLES = Stream.of(
                    "sales_by_chip", "sales_by_designer", "owners_by_chip", "owners_by_designer")
            .map(SeptemberLayoutTest::table)
            .toList();

    @TempDir
    private Path folder;

    private static Path table(String name) {
        return Path.of("src/test/resources/cli/epoch/" + name + ".csv");
    }

    @Test
    void columnsAndNamesOfTheNewLayoutAreRead() {
        assertThat(text(TABLES))
                .contains("""
                          amd-mi300x:
                            chip: amd-mi300x
                            counted_as: MI300X
                            basis: cumulative-sold
                            quarters:
                              2026-03-31: {chips: {p5: 80, p50: 100, p95: 120}, h100e: {p5: 106, p50: 132, p95: 158}, power: {p5: 0.06 MW, p50: 0.075 MW, p95: 0.09 MW}}
                        """, """
                            counted_as: Siyuan 590
                            basis: cumulative-sold
                            quarters:
                              2026-03-31: {chips: {p5: 525, p50: 547, p95: 591}, h100e: {p5: 135.8, p50: 141.5, p95: 152.9}, \
                        power: {p5: 0.105 MW, p50: 0.1094 MW, p95: 0.1182 MW}}
                        """, "totals:\n  AMD:\n    2026-03-31: {chips: {p5: 275, p50: 300, p95: 336}");
    }

    @Test
    void anIncompleteQuarterIsMarkedAndLeftOut() {
        assertThat(text(TABLES))
                .contains(
                        "\npartial:  # the source counts a part of these quarters, which is left out\n  AMD: 2026-06-30\n")
                .contains("# - 1 rows of quarters that are not complete are left out: AMD 2026-06-30\n")
                .contains("as_of: 2026-03-31\n")
                .doesNotContain("2026-06-30: {");
    }

    @Test
    void whatIsTakenOtherwiseThanItIsWrittenIsSaidOnce() {
        assertThat(text(TABLES))
                .contains(
                        "      xai:\n        2026-03-31: {chips: {p5: 60, p50: 60, p95: 60}, h100e: {p5: 153, p50: 153, p95: 153}",
                        "      other:\n        2026-03-31: {chips: {p5: 0, p50: 40, p95: 60}, h100e: {p5: 0, p50: 53, p95: 79}, power: {p5: 0 MW,",
                        "# - a median without percentiles is taken as certain: AMD of xai\n",
                        "# - a 5th percentile below zero is taken as zero: AMD of other MI300X on 2026-03-31\n",
                        "# - columns left out: Cost (USD) (5th percentile), Cost (USD) (95th percentile), Cost (USD) (median), cost_usd_med, cost_usd_p5, cost_usd_p95\n");
    }

    @Test
    void columnsThatAPublisherKeepsForItselfAreLeftOutAndAMedianAloneIsCertain() {
        assertThat(text(List.of(table("median-alone"))))
                .contains(
                        "# - columns left out: Last Modified, Last Modified By, Source / Link\n",
                        "2025-09-30: {chips: {p5: 140000, p50: 140000, p95: 140000}, h100e: {p5: 350000, p50: 350000, p95: 350000}}");
    }

    @Test
    void chipsAreHeldAgainstTheTablesByDesigner() throws IOException {
        // Of xAI the chips have 153 H100e and the total 154; smuggled chips are of no kind.
        assertThat(text(TABLES))
                .contains(
                        "# - the medians of chips add up to those of 2 totals within 0.6%, in chips and in H100e\n",
                        "# - counted without kinds of chips, and left out: NVIDIA of china-smuggled\n");
        Path more = changed("sales_by_designer", "275,300,336,588,641,720", "275,310,336,588,661,720");

        assertThat(problems(table("sales_by_chip"), more))
                .extracting(Diagnostic::toString)
                .containsExactly(
                        more
                                + ":2:1: error [unequal-sums] AMD on 2026-03-31: the medians of the chips add up to 300 chips, and the total is 310, which is more than 3% apart. Maybe a table by chip is missing, or one is of another edition?",
                        more
                                + ":2:1: error [unequal-sums] AMD on 2026-03-31: the medians of the chips add up to 641 H100e, and the total is 661, which is more than 3% apart. Maybe a table by chip is missing, or one is of another edition?");
    }

    @Test
    void theChipsOfAnOwnerRiseAndFallTogetherAsItsTotalSays() throws IOException {
        Path chips = changed(
                "owners_by_chip",
                "-4,40,60,-10,53,79,-0.004",
                "20,40,60,27,53,79,0.02",
                ",60,,,153,,,0.084,",
                "45,60,75,115,153,191,0.07,0.084,0.1");
        Path same = Files.writeString(
                folder.resolve("same.csv"), Files.readString(chips).replace(",xAI,", ",Other,"));
        Path total = changed(
                "owners_by_designer",
                "AMD,xAI",
                "AMD,Other",
                ",60,,,154,,,0.084,",
                "75,100,125,162,206,252,0.09,0.114,0.13");

        // Half-widths of 20 and 15 make 25 where they are independent; so do those of the H100e nearly.
        assertThat(text(List.of(same, total))).contains("  AMD/other: {value: 0.0, source: width}\n");
    }

    @Test
    void whatIsNotKnownOrMakesNoSenseIsRefused() throws IOException {
        assertThat(problems(changed("sales_by_chip", "incomplete", "partly")))
                .extracting(Diagnostic::code)
                .containsExactly("unknown-column");
        assertThat(problems(changed("sales_by_chip", "False", "perhaps")))
                .extracting(Diagnostic::code)
                .containsOnly("unknown-word");
        assertThat(problems(changed("sales_by_chip", ",80,100,120,", ",100,80,120,")))
                .singleElement()
                .asString()
                .contains(
                        ":2:55: error [inconsistent] 5th percentile, median and 95th percentile rise or are one number, and 100, 80, 120 do neither");
        assertThat(problems(changed("sales_by_chip", ",80,100,120,", ",,100,120,")))
                .extracting(Diagnostic::code)
                .containsExactly("missing-cell");
        assertThat(problems(changed("sales_by_chip", "power_mw_p95", "notes")))
                .extracting(Diagnostic::message)
                .containsExactly("there is no column 'Power in MW (95th percentile)'");
        assertThat(problems(changed("sales_by_chip", ",80,100,120,", ",80,-100,120,")))
                .extracting(Diagnostic::code)
                .containsExactly("not-a-number");
    }

    private Path changed(String table, String... replacements) throws IOException {
        String text = Files.readString(table(table));
        for (int i = 0; i < replacements.length; i += 2) {
            assertThat(text).contains(replacements[i]);
            text = text.replace(replacements[i], replacements[i + 1]);
        }
        return Files.writeString(folder.resolve(table + ".csv"), text);
    }

    private static List<Diagnostic> problems(Path... files) {
        Problems problems = new Problems();
        ChipCounts.read(Arrays.asList(files), problems);
        return problems.sorted();
    }

    private static String text(List<Path> files) {
        Problems problems = new Problems();
        ChipCounts counts = ChipCounts.read(files, problems);
        problems.orThrow();
        return FleetFile.of(counts, "my-counts", "Chips", "Epoch AI");
    }
}
