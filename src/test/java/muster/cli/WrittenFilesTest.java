package muster.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Paths of a command line that cannot be read or written: each is told, and nothing is lost. */
final class WrittenFilesTest {
    private static final List<String> FRONTIER =
            List.of("throughput", "--model", "llama-2-70b", "--chip", "nvidia-h100-sxm", "--chart");

    @TempDir
    private Path folder;

    @Test
    void aTargetThatIsNoFileIsRefused() {
        assertThat(failed(2, FRONTIER, folder.toString()))
                .startsWith(folder + ": error [cannot-write] cannot be written: it is a folder, and a file is meant");
        assumeThat(Path.of("/dev/null")).exists();
        assertThat(failed(2, FRONTIER, "/dev/null"))
                .startsWith("/dev/null: error [cannot-write] cannot be written: it is a device");
    }

    /** All targets at once, and no result that would be lost. */
    @Test
    void targetsAreLookedAtBeforeTheWorkBegins() {
        Path nowhere = folder.resolve("nowhere").resolve("a.svg");

        Cli.Run run = Cli.muster("allocate", "--chart", nowhere.toString(), "--export", folder.toString());

        assertThat(run.status()).isEqualTo(ExitStatus.USAGE);
        assertThat(run.out()).isEmpty();
        assertThat(run.err())
                .contains(
                        nowhere + ": error [cannot-write] cannot be written: there is no folder " + nowhere.getParent())
                .contains(folder + ": error [cannot-write] cannot be written: it is a folder, and a file is meant");
        assertThat(nowhere.getParent()).doesNotExist();
    }

    @Test
    void aHyphenIsStandardOutputAlone() {
        assertThat(good(FRONTIER, "-")).startsWith("<svg ").endsWith("</svg>\n");
        assertThat(good(List.of("sweep", "--over", "fleet.share=1%,2%", "--out", "-")))
                .startsWith("fleet.share,")
                .hasLineCount(3);
        assertThat(Cli.muster("compare", "essay-2023-measured", "--chart", "-", "--speeds", "-")
                        .err())
                .isEqualTo("-: error [cannot-write] standard output holds one thing, and another is there already."
                        + " Maybe a file for one of them?" + System.lineSeparator());
    }

    @Test
    void aFileWhereAFolderIsMeantIsRefused() throws IOException {
        Path file = Files.writeString(folder.resolve("README.md"), "whole");

        assertThat(failed(2, List.of("init"), file.toString())).contains("[cannot-write]", file + " is no folder");
        assertThat(failed(2, List.of("catalog", "schema", "--out"), file.toString()))
                .contains("[cannot-write]", file + " is no folder");
        assertThat(failed(3, List.of("estimate", "--catalog"), file.toString()))
                .isEqualTo(file + ":1:1: error [no-file] this is no folder" + System.lineSeparator());
        assertThat(file).hasContent("whole");
    }

    @ParameterizedTest
    @ValueSource(strings = {"estimate", "accuracy --measurements", "scale fit", "catalog import epoch-chip-counts"})
    void aFolderWhereAFileIsMeantIsRefused(String command) {
        assertThat(failed(3, List.of(command.split(" ", -1)), folder.toString()))
                .startsWith(folder + ":1:1: error [no-file] this is a folder, and a file is meant");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "estimate a\0.yaml",
                "estimate --catalog a\0b",
                "scale fit a\0b.csv",
                "throughput --chip nvidia-h100-sxm --model a\0.json",
                "catalog set a\0.yaml a=b",
                "init a\0b",
                "sweep --over fleet.share=1%,2% --out a\0.csv"
            })
    void aNameThatNoFileCanHaveIsRefused(String line) {
        Cli.Run run = Cli.muster(line.split(" ", -1));

        assertThat(run.status()).isIn(ExitStatus.USAGE, ExitStatus.DATA);
        assertThat(run.err())
                .contains("no name of a file holds the character U+0000")
                .doesNotContain("\0");
    }

    @Test
    void anOverlayThatNoFileCanBeIsToldAtItsPlace() throws IOException {
        Path scenario = Files.writeString(
                folder.resolve("a.yaml"),
                "schema: scenario/v1\nid: a\noverlays: [\"a\\0b\"]\nfleet: {chips: {nvidia-h20: 1}}\n");

        assertThat(failed(3, List.of("estimate"), scenario.toString()))
                .contains(scenario + ":3:12: error [no-file] no name of a file holds the character U+0000");
    }

    @Test
    void whatCannotBeReadInACatalogIsTold() throws IOException {
        Path closed = Files.createDirectory(folder.resolve("closed"));
        assumeThat(closed.toFile().setReadable(false)).isTrue();
        // Root may read anything.
        assumeThat(Files.isReadable(closed)).isFalse();

        assertThat(failed(3, List.of("estimate", "--catalog"), folder.toString()))
                .isEqualTo(closed + ":1:1: error [no-file] cannot be read: access is denied" + System.lineSeparator());
        assertThat(closed.toFile().setReadable(true)).isTrue();
    }

    @Test
    void aCatalogIsReadBehindLinksAndALinkThatLeadsBackIsTold() throws IOException {
        Path real = Files.createDirectory(folder.resolve("real"));
        Files.writeString(real.resolve("a.yaml"), "schema: chip/v1\nid: nvidia-h20\npower: {tdp: 4 apples}\n");
        Path link = Files.createSymbolicLink(folder.resolve("link"), real);
        Files.createSymbolicLink(real.resolve("back"), real);

        assertThat(failed(3, List.of("estimate", "--catalog"), link.toString()))
                .contains(link.resolve("a.yaml") + ":3:14: error", "back:1:1: error [no-file]", "lead in a circle");
    }

    private static String failed(int status, List<String> command, String path) {
        return Cli.failed(status, with(command, path)).err();
    }

    private static String good(List<String> command, String... more) {
        return Cli.good(with(command, more)).out();
    }

    private static String[] with(List<String> command, String... more) {
        return Stream.concat(command.stream(), Stream.of(more)).toArray(String[]::new);
    }
}
