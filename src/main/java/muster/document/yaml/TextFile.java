package muster.document.yaml;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Locale;
import java.util.Optional;
import muster.diagnostic.Place;
import muster.diagnostic.Problems;
import muster.file.FileTrouble;

/** Reads a user's file as text, in bounded memory: its size is looked at first. */
public final class TextFile {
    private TextFile() {}

    /** The text of the file that a user names, or nothing with a problem reported. */
    public static Optional<String> read(String name, Problems problems) {
        return path(name, new Place(name, 1, 1), problems).flatMap(path -> read(path, problems));
    }

    /** The path that a user names, or nothing with a problem reported where no file can have this name. */
    public static Optional<Path> path(String name, Place place, Problems problems) {
        try {
            return Optional.of(FileTrouble.path(name));
        } catch (IOException e) {
            problems.error("no-file", place, FileTrouble.words(e));
            return Optional.empty();
        }
    }

    /** The text of a file, or nothing with a problem reported. */
    public static Optional<String> read(Path path, Problems problems) {
        Place place = new Place(path.toString(), 1, 1);
        try {
            BasicFileAttributes kind = Files.readAttributes(path, BasicFileAttributes.class);
            if (!kind.isRegularFile()) {
                problems.error(
                        "no-file",
                        place,
                        "this is %s, and a file is meant".formatted(kind.isDirectory() ? "a folder" : "no file"));
                return Optional.empty();
            }
            return within(path, kind.size(), place, problems);
        } catch (NoSuchFileException e) {
            problems.error("no-file", place, "there is no such file");
        } catch (IOException e) {
            problems.error("no-file", place, "cannot be read: " + FileTrouble.words(e));
        }
        return Optional.empty();
    }

    // Some files of the system say that they are empty and never end.
    private static Optional<String> within(Path path, long size, Place place, Problems problems) throws IOException {
        try (InputStream in = Files.newInputStream(path)) {
            byte[] bytes = size > YamlReader.LARGEST ? new byte[0] : in.readNBytes(YamlReader.LARGEST + 1);
            long found = Math.max(size, bytes.length);
            if (found > YamlReader.LARGEST) {
                problems.error(
                        "too-large",
                        place,
                        String.format(Locale.ROOT, "%,d bytes; at most %,d are read", found, YamlReader.LARGEST));
                return Optional.empty();
            }
            return decode(bytes, place, problems);
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
