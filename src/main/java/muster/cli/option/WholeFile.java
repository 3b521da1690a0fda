package muster.cli.option;

import java.io.IOException;
import java.nio.file.Path;
import muster.diagnostic.Place;
import muster.diagnostic.Problems;
import muster.file.FileTrouble;
import muster.file.OutputFile;

/** Writes files that a command line names, each whole or not at all; what cannot be written is reported. */
public final class WholeFile {
    private WholeFile() {}

    /** Work that the file system may refuse. */
    @FunctionalInterface
    public interface Writing {
        void run() throws IOException;
    }

    /** Writes a text to a file in a folder that is there. */
    public static void write(Path path, String text, Problems problems) {
        attempt(path, () -> OutputFile.write(path, text), problems);
    }

    /** Writes a text to a file below a folder, which is made where it is not there. */
    public static void write(Path folder, String name, String text, Problems problems) {
        attempt(folder.resolve(name), () -> OutputFile.write(folder, name, text), problems);
    }

    /** Does what writes a file. */
    public static void attempt(Path path, Writing writing, Problems problems) {
        try {
            writing.run();
        } catch (IOException e) {
            problems.error(
                    "cannot-write",
                    Place.argument(path.toString()),
                    "cannot be written: %s".formatted(FileTrouble.words(e)));
        }
    }
}
