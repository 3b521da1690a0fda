package muster.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import muster.diagnostic.Place;
import muster.diagnostic.Problems;

/** Writes a file that a user asked for: all of it or nothing. */
final class WholeFile {
    private WholeFile() {}

    /** Writes a text beside the file and moves it there; a problem is reported at the path. */
    static void write(Path path, String text, Problems problems) {
        Path folder = path.toAbsolutePath().getParent();
        try {
            Path aside = Files.createTempFile(folder, ".muster", ".part");
            try {
                Files.writeString(aside, text, StandardCharsets.UTF_8);
                Files.move(aside, path, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(aside);
            }
        } catch (IOException e) {
            problems.error("no-file", Place.argument(path.toString()), "cannot be written: " + e.getMessage());
        }
    }
}
