package muster.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code muster sweep}. */
final class SweepCommandTest {
    private static final String[] SHARES = {
        "sweep", "--over", "fleet.share=1%..16%:3:log", "--figure", "training.compute"
    };

    @Test
    void anAxisStandsOnce() {
        assertThat(Cli.failed(
                                ExitStatus.USAGE,
                                "sweep",
                                "--over",
                                "fleet.share=10%,20%",
                                "--over",
                                "fleet.share=30%",
                                "--figure",
                                "training.compute")
                        .problems())
                .containsExactly(
                        "--over fleet.share: error [duplicate-axis] 'fleet.share' is an axis already. Maybe --over fleet.share=10%,20%,30%?");
    }

    @Test
    void aGridFromAFractionToAPercentageIsAQuestion() {
        assertThat(Cli.failed(
                                ExitStatus.USAGE,
                                "sweep",
                                "--over",
                                "fleet.share=0.1..50%:3",
                                "--figure",
                                "training.compute")
                        .err())
                .contains("Maybe 10%, or 0.1%?");
    }

    @Test
    void aGridInEvenRatios() {
        List<String> lines = Cli.muster(SHARES).out().lines().toList();

        assertThat(lines.get(0)).isEqualTo("fleet.share,training.compute,training.compute:unit,problem");
        double[] shares = {0.01, 0.04, 0.16};
        assertThat(lines).hasSize(4);
        for (int i = 0; i < 3; i++) {
            String[] cells = lines.get(i + 1).split(",", -1);
            assertThat(cells[0]).isEqualTo((int) (100 * shares[i]) + "%");
            // The essay's capacity for a year at half of its peak.
            assertThat(Double.parseDouble(cells[1]) / (4e21 * shares[i] * 0.5 * 365 * 86400))
                    .isCloseTo(1, within(1e-12));
            assertThat(cells[2]).isEqualTo("FLOP");
        }
    }

    @Test
    void everyCombinationOfListAndGridInOrder() {
        String out = Cli.muster(
                        "sweep",
                        "--over",
                        "training.duration=90 day,180 day",
                        "--over",
                        "fleet.share=10%..30%:2",
                        "--figure",
                        "training.compute")
                .out();

        assertThat(out.lines()
                        .skip(1)
                        .map(line -> Arrays.asList(line.split(",")).subList(0, 2)))
                .containsExactly(
                        List.of("90 day", "10%"),
                        List.of("90 day", "30%"),
                        List.of("180 day", "10%"),
                        List.of("180 day", "30%"));
    }

    @Test
    void everyLawOfTheCatalog() {
        String out = Cli.muster("sweep", "--over", "training.law=all", "--figure", "model.parameters")
                .out();

        assertThat(out).contains("\nbesiroglu,1.359", "\nhoffmann-printed,3.24", "\nhoffmann-tex,4.28");
    }

    @Test
    void aSampledSweepHasPercentilesOnAnyNumberOfThreads() {
        String[] one = {
            "sweep",
            "essay-2023-uncertain",
            "--over",
            "fleet.share=10%,20%",
            "--figure",
            "training.compute",
            "--samples",
            "3000",
            "--threads",
            "1"
        };
        String[] two = one.clone();
        two[two.length - 1] = "2";

        assertThat(Cli.muster(one).out())
                .isEqualTo(Cli.muster(two).out())
                .startsWith(
                        "fleet.share,training.compute,training.compute:unit,training.compute:p5,training.compute:p50,training.compute:p95,problem\n");
    }

    @Test
    void aPointThatCannotBeComputedSaysWhyAndTheOthersStand() {
        Cli.Run result =
                Cli.muster("sweep", "--over", "training.law=besiroglu,besirogluu", "--figure", "model.parameters");

        assertThat(result.status()).isZero();
        assertThat(result.out().lines().skip(2))
                .singleElement()
                .asString()
                .startsWith("besirogluu,,,")
                .contains("Maybe besiroglu?");
        assertThat(Cli.muster("sweep", "--over", "training.law=besirogluu").status())
                .isEqualTo(ExitStatus.FAILED);
    }

    @Test
    void whatIsNoSweepIsRefused() {
        assertRefused("fleet.shar=1%,2%", "'shar' is not a key of fleet. Maybe share?");
        assertRefused("fleet.share", "an axis is PATH=VALUES");
        assertRefused("fleet.share=5%..1%:4", "a grid runs from low to high");
        assertRefused("fleet.share=0%..1%:4:log", "a logarithmic one begins above 0");
        assertRefused("fleet.share=all", "all is for training.law, ");
        assertThat(Cli.muster(
                                "sweep",
                                "--over",
                                "fleet.share=1%..50%:1000",
                                "--over",
                                "training.duration=1 day..9 day:1001")
                        .err())
                .contains("at most 1,000,000 points");
    }

    @Test
    void aFigureThatThereIsNotIsRefused() {
        Cli.Run run = Cli.muster("sweep", "--over", "fleet.share=1%,2%", "--figure", "model.parametres");

        assertThat(run.status()).isEqualTo(ExitStatus.USAGE);
        assertThat(run.err()).contains("Maybe model.parameters?");
    }

    private static void assertRefused(String axis, String message) {
        Cli.Run result = Cli.muster("sweep", "--over", axis);
        assertThat(result.status()).as(axis).isIn(ExitStatus.USAGE, ExitStatus.DATA);
        assertThat(result.out()).as(axis).isEmpty();
        assertThat(result.err()).as(axis).contains(message);
    }

    @Test
    void anInterruptedSweepIsGoneOnWith(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("shares.csv");
        String[] arguments = Arrays.copyOf(SHARES, SHARES.length + 2);
        arguments[SHARES.length] = "--out";
        arguments[SHARES.length + 1] = file.toString();
        Cli.Run whole = Cli.muster(arguments);
        String text = Files.readString(file);
        assertThat(text).isEqualTo(Cli.muster(SHARES).out());
        assertThat(whole.out()).contains("3 points", "at fleet.share=1%", "at fleet.share=16%");

        // What a run leaves that was killed in the second row; the first has a value of its own, so that it shows which
        // rows
        // are computed anew.
        Path part = folder.resolve(".shares.csv.part");
        String altered = text.replaceFirst("1%,[^,]*", "1%,7");
        Files.writeString(part, key(folder) + altered.substring(0, altered.indexOf("\n4%") + 6));
        Files.delete(file);
        Cli.muster(arguments);

        assertThat(Files.readString(file)).contains("1%,7,FLOP", "\n4%,", "\n16%,");
        assertThat(part).doesNotExist();

        // Of another sweep nothing is taken.
        Files.writeString(part, "# another\n" + text.replaceFirst("1%,[^,]*", "1%,7"));
        Cli.muster(arguments);
        assertThat(Files.readString(file)).isEqualTo(text);
    }

    // The first line of a file that grows, seen by a sweep whose form cannot be made.
    private static String key(Path folder) throws IOException {
        Cli.Run run = sweep(folder.resolve("other.parquet"), "--duckdb", "none.jar");
        assertThat(run.status()).isEqualTo(ExitStatus.USAGE);
        assertThat(run.err()).contains("other.parquet", "cannot be written");
        return Files.readAllLines(folder.resolve(".other.parquet.part")).get(0) + "\n";
    }

    private static Cli.Run sweep(Path file, String... more) {
        String[] arguments = Arrays.copyOf(SHARES, SHARES.length + 2 + more.length);
        arguments[SHARES.length] = "--out";
        arguments[SHARES.length + 1] = file.toString();
        System.arraycopy(more, 0, arguments, SHARES.length + 2, more.length);
        return Cli.muster(arguments);
    }
}
