package muster.document.yaml;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import java.util.Optional;
import muster.diagnostic.Place;
import muster.diagnostic.Problems;

/** Reads a user's file as text, in bounded memory: its size is looked at first. */
public final class TextFile {
    private TextFile() {}

    /** The text of a file, or nothing with a problem reported. */
    public static Optional<String> read(Path path, Problems problems) {
        Place place = new Place(path.toString(), 1, 1);
        try {
            if (!Files.isRegularFile(path)) {
                problems.error("no-file", place, Files.exists(path) ? "this is no file" : "there is no such file");
                return Optional.empty();
            }
            if (Files.size(path) > YamlReader.LARGEST) {
                problems.error(
                        "too-large",
                        place,
                        String.format(
                                Locale.ROOT, "%,d bytes; at most %,d are read", Files.size(path), YamlReader.LARGEST));
                return Optional.empty();
            }
            return decode(Files.readAllBytes(path), place, problems);
        } catch (IOException e) {
            problems.error("no-file", place, "cannot be read: " + e.getMessage());
            return Optional.empty();
        }
    }

    /** Writes a file whole or not at all: aside, and moved into place. Folders on the way are made. */
    public static void write(Path path, String text) throws IOException {
        Path aside = path.toAbsolutePath().resolveSibling("." + path.getFileName() + ".part");
        Files.createDirectories(aside.getParent());
        try {
            Files.writeString(aside, text);
            Files.move(aside, path, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(aside);
        }
    }

    /** The text that bytes hold, or nothing with a problem reported. */
    public static Optional<String> decode(byte[] bytes, Place place, Problems problems) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return Optional.of(text.startsWith("\uFEFF") ? text.substring(1) : text);
        } catch (CharacterCodingException e) {
            problems.error("not-text", place, "this is not text in UTF-8");
            return Optional.empty();
        }
    }
}
