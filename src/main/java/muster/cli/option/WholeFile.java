package muster.cli.option;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import muster.diagnostic.Place;
import muster.diagnostic.Problems;

/** Writes a file whole or not at all. */
public final class WholeFile {
    private WholeFile() {}

    /** Writes aside and moves, so that no half of a file is ever there; a file of the name is replaced. */
    public static void write(Path path, String text, Problems problems) {
        Path aside = path.resolveSibling("." + path.getFileName() + ".part");
        try {
            Files.writeString(aside, text);
            Files.move(aside, path, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            problems.error("cannot-write", Place.argument(path.toString()), "cannot be written: " + e.getMessage());
        } finally {
            discard(aside);
        }
    }

    private static void discard(Path aside) {
        try {
            Files.deleteIfExists(aside);
        } catch (IOException e) {
            // It was not there, or stays; the file itself is whole either way.
        }
    }
}
