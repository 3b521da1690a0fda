package muster.file;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;

/**
 * A file that is to be written, which nobody else writes meanwhile. What was there is replaced in one step, and keeps its
 * permissions; behind a link it is the file that the link leads to. Anything but a regular file is left as it is. The messages
 * of exceptions are told by {@link FileTrouble#words}.
 */
public final class OutputFile implements Closeable {
    private final Path path;
    private final WriteLock lock;

    private OutputFile(Path path, WriteLock lock) {
        this.path = path;
        this.lock = lock;
    }

    /** What writes the content of a file. */
    @FunctionalInterface
    public interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    /**
     * A file in a folder that is there.
     *
     * @throws IOException where it is no regular file, may not be written, or is being written by another
     */
    public static OutputFile open(Path named) throws IOException {
        Path path = regular(named);
        return new OutputFile(path, WriteLock.of(path));
    }

    /**
     * Looks whether a file can be written, before there is anything to write.
     *
     * @throws IOException where it is no regular file or may not be written
     */
    public static void check(Path named) throws IOException {
        regular(named);
    }

    /** Writes a text to a file, as a whole or not at all. */
    public static void write(Path named, String text) throws IOException {
        try (OutputFile file = open(named)) {
            file.replace(out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
        }
    }

    /** The same below a folder, which is made where it is not there. */
    public static void write(Path folder, String name, String text) throws IOException {
        Path named = folder.resolve(name);
        Files.createDirectories(named.toAbsolutePath().normalize().getParent());
        write(named, text);
    }

    /** The file itself, behind any links. */
    public Path path() {
        return path;
    }

    /** Writes all of it anew. */
    public void replace(Content content) throws IOException {
        try (Temporary whole = Temporary.beside(path)) {
            content.writeTo(whole.stream());
            whole.become();
        }
    }

    private static Path regular(Path named) throws IOException {
        if (!Files.exists(named)) {
            if (Files.isSymbolicLink(named)) {
                throw FileTrouble.refusal(named, "it is a link that leads to no file");
            }
            return inFolder(named);
        }
        BasicFileAttributes kind = Files.readAttributes(named, BasicFileAttributes.class);
        if (kind.isDirectory()) {
            throw FileTrouble.refusal(named, "it is a folder, and a file is meant");
        }
        if (!kind.isRegularFile()) {
            throw FileTrouble.refusal(
                    named,
                    "it is a device, a pipe or a socket, and only a regular file is replaced; - is standard output");
        }
        if (!Files.isWritable(named)) {
            throw FileTrouble.refusal(named, "it may not be written to, and is left as it is");
        }
        return named.toRealPath();
    }

    private static Path inFolder(Path named) throws IOException {
        Path folder = named.toAbsolutePath().getParent();
        if (folder != null && !Files.isDirectory(folder)) {
            throw FileTrouble.refusal(named, "there is no folder %s".formatted(named.getParent()));
        }
        return named;
    }

    @Override
    public void close() throws IOException {
        lock.close();
    }
}
