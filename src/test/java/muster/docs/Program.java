package muster.docs;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A program among the test sources that a page shows.
 *
 * @param name its class, which has a method {@code run(PrintStream)}
 */
record Program(String name) {
    static final String SOURCE = "program ";
    static final String PRINTED = "printed ";

    static Program named(String mark) {
        return new Program(mark.substring(mark.indexOf(' ') + 1));
    }

    /** Its text from the imports on, as a block. */
    List<String> source() {
        try {
            Path file = Page.HOME.resolve("src/test/java/" + name.replace('.', '/') + ".java");
            return block(
                    "java",
                    Files.readAllLines(file).stream()
                            .dropWhile(line -> !line.startsWith("import "))
                            .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What it prints, as a block. */
    List<String> printed() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8)) {
            Class.forName(name).getMethod("run", PrintStream.class).invoke(null, out);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(name, e);
        }
        return block(
                "text",
                CatalogHash.masked(bytes.toString(StandardCharsets.UTF_8))
                        .lines()
                        .toList());
    }

    private static List<String> block(String language, List<String> lines) {
        List<String> block = new ArrayList<>(List.of("```" + language));
        block.addAll(lines);
        block.add("```");
        return block;
    }
}
