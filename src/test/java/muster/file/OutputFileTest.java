package muster.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class OutputFileTest {
    @TempDir
    private Path folder;

    @Test
    void aNewFileIsWrittenAndNothingStaysBeside() throws IOException {
        OutputFile.write(folder.resolve("a.txt"), "one");
        OutputFile.write(folder.resolve("a.txt"), "two");
        OutputFile.write(folder, "below/b.txt", "three");

        assertThat(folder.resolve("a.txt")).hasContent("two");
        assertThat(folder.resolve("below/b.txt")).hasContent("three");
        assertThat(names()).containsExactly("a.txt", "below");
    }

    @Test
    void permissionsAreKept() throws IOException {
        Path file = Files.writeString(folder.resolve("a.txt"), "old");
        assumeThat(Files.getFileStore(folder).supportsFileAttributeView("posix"))
                .isTrue();
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-rw---x"));

        OutputFile.write(file, "new");

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-rw---x");
    }

    @Test
    void aLinkStaysAndWhatItLeadsToIsReplaced() throws IOException {
        Path file =
                Files.writeString(Files.createDirectory(folder.resolve("real")).resolve("a.txt"), "old");
        Path link = Files.createSymbolicLink(folder.resolve("link"), Path.of("real", "a.txt"));

        OutputFile.write(link, "new");

        assertThat(link).isSymbolicLink();
        assertThat(file).hasContent("new");
    }

    @Test
    void whatIsNoRegularFileIsRefused() throws IOException {
        Path nowhere = Files.createSymbolicLink(folder.resolve("nowhere"), Path.of("none"));

        assertRefused(folder, "it is a folder, and a file is meant");
        assertRefused(nowhere, "it is a link that leads to no file");
        assertRefused(folder.resolve("none/a.txt"), "there is no folder " + folder.resolve("none"));
        assertThat(names()).containsExactly("nowhere");
    }

    @Test
    void aDeviceIsRefused() {
        assumeThat(Path.of("/dev/null")).exists();

        assertRefused(Path.of("/dev/null"), "it is a device, a pipe or a socket");
    }

    @Test
    void aFileThatMayNotBeWrittenIsLeft() throws IOException {
        Path file = Files.writeString(folder.resolve("a.txt"), "old");
        assumeThat(file.toFile().setReadOnly()).isTrue();
        // Root may write anything.
        assumeThat(Files.isWritable(file)).isFalse();

        assertRefused(file, "it may not be written to");
    }

    @Test
    void aFileIsNoFolder() throws IOException {
        Path file = Files.writeString(folder.resolve("a.txt"), "old");

        assertThatThrownBy(() -> OutputFile.write(file, "b.txt", "new"))
                .isInstanceOfSatisfying(
                        IOException.class, e -> assertThat(FileTrouble.words(e)).isEqualTo(file + " is no folder"));
    }

    @Test
    void oneWritesAtATime() throws IOException {
        Path file = folder.resolve("a.txt");
        try (OutputFile first = OutputFile.open(file)) {
            assertRefused(file, "another muster is writing it");
            first.replace(out -> out.write('1'));
        }
        OutputFile.write(file, "2");

        assertThat(file).hasContent("2");
        assertThat(names()).containsExactly("a.txt");
    }

    @Test
    void whatAKilledProcessLeftIsNoLock() throws IOException {
        Files.createFile(folder.resolve(".a.txt.lock"));

        OutputFile.write(folder.resolve("a.txt"), "new");

        assertThat(names()).containsExactly("a.txt");
    }

    // The name of a lock can be guessed: nothing is written to it, and no link of that name is followed.
    @Test
    void aLinkInTheWayOfTheLockLosesNothing() throws IOException {
        Path victim = Files.writeString(folder.resolve("victim"), "whole");
        Files.createSymbolicLink(folder.resolve(".a.txt.lock"), victim);

        assertThatThrownBy(() -> OutputFile.write(folder.resolve("a.txt"), "new"))
                .isInstanceOf(IOException.class);
        assertThat(victim).hasContent("whole");
    }

    @Test
    void whereWritingFailsTheOldFileStaysAndNothingBeside() throws IOException {
        Path file = Files.writeString(folder.resolve("a.txt"), "old");
        try (OutputFile open = OutputFile.open(file)) {
            assertThatThrownBy(() -> open.replace(out -> {
                        out.write(1);
                        throw new IOException("full");
                    }))
                    .hasMessage("full");
        }

        assertThat(file).hasContent("old");
        assertThat(names()).containsExactly("a.txt");
    }

    @Test
    void aNameThatNoFileCanHaveIsRefusedInWords() {
        assertThatThrownBy(() -> FileTrouble.path("a\0b"))
                .isInstanceOfSatisfying(
                        IOException.class, e -> assertThat(FileTrouble.words(e)).contains("U+0000"));
    }

    private void assertRefused(Path file, String words) {
        assertThatThrownBy(() -> OutputFile.write(file, "new"))
                .isInstanceOfSatisfying(
                        IOException.class, e -> assertThat(FileTrouble.words(e)).contains(words));
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
