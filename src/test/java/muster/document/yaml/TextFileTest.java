package muster.document.yaml;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import muster.diagnostic.Place;
import muster.diagnostic.Problems;
import muster.testing.Reported;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TextFileTest {
    private static final Place PLACE = new Place("f.yaml", 1, 1);

    @TempDir
    private Path folder;

    private final Problems problems = new Problems();

    @Test
    void readsTextInUtf8() throws IOException {
        Path file = Files.writeString(folder.resolve("f.yaml"), "a: é\uD83D\uDE00\n");
        assertThat(TextFile.read(file, problems)).contains("a: é\uD83D\uDE00\n");
        assertThat(problems.none()).isTrue();
    }

    @Test
    void leavesOutAByteOrderMark() {
        assertThat(TextFile.decode("\uFEFFa: 1".getBytes(UTF_8), PLACE, problems))
                .contains("a: 1");
    }

    @Test
    void refusesBytesThatAreNoText() {
        byte[] latin1 = {'a', ':', ' ', (byte) 0xE9, '\n'};
        assertThat(TextFile.decode(latin1, PLACE, problems)).isEmpty();
        byte[] utf16 = {(byte) 0xFF, (byte) 0xFE, 'a', 0};
        assertThat(TextFile.decode(utf16, PLACE, problems)).isEmpty();
        assertThat(Reported.in(problems)).containsExactly("f.yaml:1:1 not-text");
    }

    @Test
    void reportsAFileThatIsNotThere() {
        Path file = folder.resolve("none.yaml");
        assertThat(TextFile.read(file, problems)).isEmpty();
        assertThat(Reported.in(problems)).containsExactly(file + ":1:1 no-file");
    }

    @Test
    void reportsAFolder() {
        assertThat(TextFile.read(folder, problems)).isEmpty();
        assertThat(Reported.in(problems)).containsExactly(folder + ":1:1 no-file");
        assertThat(Reported.messages(problems)).contains("a folder, and a file is meant");
    }

    @Test
    void refusesALargeFileWithoutReadingIt() throws IOException {
        Path file = folder.resolve("large.yaml");
        try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
            sparse.setLength(5_000_000_000L);
        }
        assertThat(TextFile.read(file, problems)).isEmpty();
        assertThat(Reported.in(problems)).containsExactly(file + ":1:1 too-large");
        assertThat(Reported.messages(problems)).contains("5,000,000,000");
    }
}
