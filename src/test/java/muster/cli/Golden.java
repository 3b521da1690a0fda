package muster.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Output compared with a file that someone has looked at. Run the tests with {@code -Dgolden.update=true} to write the
 * files anew, and read the difference before it is committed.
 */
final class Golden {
    private static final Path FOLDER = Path.of("src/test/resources/golden");

    private Golden() {}

    /** Compares with a golden file; the hash of the catalog, which changes with every entry, is left out. */
    static void check(String name, String output) {
        String text = output.replaceAll("\\b[0-9a-f]{12}\\b", "0123456789ab");
        Path file = FOLDER.resolve(name);
        try {
            if (Boolean.getBoolean("golden.update")) {
                Files.createDirectories(FOLDER);
                Files.writeString(file, text);
            }
            assertThat(file).exists();
            assertThat(text).isEqualTo(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
