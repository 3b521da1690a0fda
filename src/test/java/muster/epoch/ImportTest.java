package muster.epoch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import muster.diagnostic.Diagnostic;
import muster.diagnostic.Problems;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ImportTest {
    private static final List<Path> TABLES = Stream.of("by_chip", "owners", "totals")
            .map(name -> Path.of("src/test/resources/cli/epoch/" + name + ".csv"))
            .toList();

    @TempDir
    private Path folder;

    @Test
    void rowsBecomeQuartersOfAFleet() {
        assertThat(text(TABLES))
                .contains(
                        "id: my-counts\ntitle: Chips\n",
                        "epoch: {title: \"A \\\"source\\\"\", tier: analyst}",
                        "as_of: 2025-06-30\n",
                        """
                          nvidia-h100-sxm:
                            chip: nvidia-h100-sxm
                            counted_as: H100
                            basis: cumulative-sold
                            quarters:
                              2025-03-31: {chips: {p5: 80, p50: 100, p95: 120}, h100e: {p5: 80, p50: 100, p95: 120}}
                              2025-06-30: {chips: {p5: 160, p50: 200, p95: 240}, h100e: {p5: 160, p50: 200, p95: 240}}
                          nvidia-h100-sxm-by-owner:
                        """,
                        """
                            owners:
                              meta:
                                2025-03-31: {chips: {p5: 50, p50: 60, p95: 70}, h100e: {p5: 50, p50: 60, p95: 70}, power: {p5: 35000 W, p50: 42000 W, p95: 49000 W}}
                        """,
                        """
                        totals:
                          NVIDIA:
                            2025-03-31: {chips: {p5: 175, p50: 200, p95: 225}, h100e: {p5: 310, p50: 353, p95: 396}, power: {p5: 0.1 MW, p50: 0.2 MW, p95: 0.3 MW}}
                        """);
    }

    @Test
    void theOrderOfTheFilesChangesNothing() {
        List<Path> reversed = new ArrayList<>(TABLES);
        Collections.reverse(reversed);

        assertThat(text(reversed)).isEqualTo(text(TABLES));
    }

    @Test
    void anIncompleteQuarterIsLeftOutAndCounted() {
        assertThat(text(TABLES))
                .doesNotContain("2025-09-30: {")
                .contains(
                        "# - 1 rows of quarters that are not complete are left out: NVIDIA 2025-09-30\n",
                        "partial:  # the source counts a part of these quarters, which is left out\n  NVIDIA: 2025-09-30\n");
    }

    @Test
    void ownersWhomTheRestLeavesOutAndNoTableHasAreNamed() {
        assertThat(text(TABLES)).contains("remark: by owner without xAI, whom the rest leaves out\n");
    }

    @Test
    void theCorrelationIsThatWhichGivesTheTotalItsWidth() {
        // Half-widths of 20 and 15 make 25 where they are independent, and 40 and 30 make 50: so do those of the
        // totals.
        // In H100e it is 20 and 38 that make 43, and 40 and 76 that make 86: independent too.
        assertThat(CountCorrelation.of(
                                "NVIDIA", Optional.empty(), counts(TABLES).counts())
                        .orElseThrow())
                .isZero();
        assertThat(text(TABLES)).doesNotContain("correlations:");
        assertThat(CountCorrelation.of("AMD", Optional.empty(), counts(TABLES).counts()))
                .isEmpty();
    }

    @Test
    void aTotalAsWideAsItsChipsTogetherIsOneOfChipsThatRiseAsOne() throws IOException {
        List<Path> files = new ArrayList<>(TABLES.subList(0, 1));
        files.add(changed(
                TABLES.get(2),
                "175,200,225,310,353,396",
                "165,200,235,295,353,411",
                "450,500,550,872,958,1044",
                "430,500,570,842,958,1074"));

        assertThat(CountCorrelation.of("NVIDIA", Optional.empty(), counts(files).counts())
                        .orElseThrow())
                .isEqualTo(1, within(1e-9));
        assertThat(text(files)).contains("correlations:\n  NVIDIA: {value: 1.0, source: width}\n");
    }

    @Test
    void aColumnThatIsNotKnownIsReportedWithItsNearest() throws IOException {
        Path file = changed(TABLES.get(0), "Number of units (median)", "Number of unit (median)");

        assertThat(problems(file))
                .anySatisfy(problem -> assertThat(problem.toString())
                        .startsWith(file + ":1:87: error [unknown-column]")
                        .endsWith("Maybe Number of units (median)?"))
                .anySatisfy(problem -> assertThat(problem.code()).isEqualTo("missing-column"));
    }

    @Test
    void namesThatAreNotKnownAreAllReportedWithTheirNearest() throws IOException {
        Path file = changed(TABLES.get(0), "2025,H100,80", "2025,H1000,80", "B200 to Q1,Nvidia", "B200 to Q1,Nvdia");
        Path owners = changed(TABLES.get(1), "Nvidia,Other", "Nvidia,Others");

        assertThat(problems(file, owners))
                .extracting(Diagnostic::toString)
                .containsExactly(
                        file
                                + ":2:38: error [unknown-name] 'H1000' is no chip of Epoch's chip counts that is known. Maybe H100?",
                        file
                                + ":5:12: error [unknown-name] 'Nvdia' is no maker of Epoch's chip counts that is known. Maybe Nvidia?",
                        owners
                                + ":4:14: error [unknown-name] 'Others' is no owner of Epoch's chip counts that is known. Maybe Other?");
    }

    @Test
    void aTableOfSingleQuartersIsNotTakenForACumulativeOne() throws IOException {
        Path file = changed(TABLES.get(0), "H100 to Q2,Nvidia,1/1/2025", "H100 to Q2,Nvidia,4/1/2025");

        assertThat(problems(file)).singleElement().asString().contains(":3:19: error [not-cumulative]");
    }

    @Test
    void aNumberOrADateThatIsNoneIsReportedAtItsCell() throws IOException {
        Path file = changed(TABLES.get(0), "H100,80,100,120", "H100,80,n/a,120", "6/30/2025,B200", "30.6.2025,B200");

        assertThat(problems(file)).extracting(Diagnostic::code).containsExactly("not-a-number", "not-a-date");
    }

    @Test
    void aCountThatStandsTwiceIsReported() {
        assertThat(problems(TABLES.get(0), TABLES.get(0)))
                .extracting(Diagnostic::code)
                .containsOnly("duplicate-row");
    }

    private Path changed(Path file, String... replacements) throws IOException {
        String text = Files.readString(file);
        for (int i = 0; i < replacements.length; i += 2) {
            assertThat(text).contains(replacements[i]);
            text = text.replace(replacements[i], replacements[i + 1]);
        }
        Path changed = folder.resolve("changed-" + file.getFileName());
        Files.writeString(changed, text);
        return changed;
    }

    private static List<Diagnostic> problems(Path... files) {
        Problems problems = new Problems();
        ChipCounts.read(Arrays.asList(files), problems);
        return problems.sorted();
    }

    private static ChipCounts counts(List<Path> files) {
        Problems problems = new Problems();
        ChipCounts counts = ChipCounts.read(files, problems);
        problems.orThrow();
        return counts;
    }

    private static String text(List<Path> files) {
        return FleetFile.of(counts(files), "my-counts", "Chips", "A \"source\"");
    }
}
