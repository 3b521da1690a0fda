package muster.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import muster.file.OutputFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What else stands where a sweep writes, and who else writes there. */
final class SweepFileTest {

    @TempDir
    private Path folder;

    @Test
    void whatStandsUnderTheNameOfThePartIsNotWrittenTo() throws IOException {
        Path victim = Files.writeString(folder.resolve("victim"), "whole\n");
        Path part = folder.resolve(".shares.csv.part");

        Files.createLink(part, victim);
        assertThat(sweep(folder.resolve("shares.csv")).status()).isZero();
        Files.createSymbolicLink(part, victim);
        assertThat(sweep(folder.resolve("shares.csv")).status()).isZero();

        assertThat(victim).hasContent("whole\n");
        assertThat(folder.resolve("shares.csv")).content().hasLineCount(4);
    }

    @Test
    void oneSweepWritesAFileAtATime() throws IOException {
        Path file = folder.resolve("shares.csv");
        try (OutputFile other = OutputFile.open(file)) {
            Cli.Run run = sweep(file);

            assertThat(run.status()).isEqualTo(ExitStatus.USAGE);
            assertThat(run.err())
                    .isEqualTo(
                            file + ": error [cannot-write] cannot be written: another muster is writing it; once that"
                                    + " has ended, the same command goes through" + System.lineSeparator());
            assertThat(other.path()).doesNotExist();
        }
        assertThat(sweep(file).status()).isZero();
        assertThat(folder).isDirectoryContaining(found -> found.equals(file)).isDirectoryNotContaining("glob:**.lock");
    }

    private static Cli.Run sweep(Path file) {
        return Cli.muster(
                "sweep", "--over", "fleet.share=1%..16%:3", "--figure", "training.compute", "--out", file.toString());
    }
}
