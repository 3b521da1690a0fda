package muster.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * A page of the documentation, in Markdown.
 *
 * @param name its path in the repository, as {@code docs/scenario.md}
 * @param lines its lines
 */
public record Page(String name, List<String> lines) {
    /** The folder of the repository. */
    static final Path HOME = Path.of(System.getProperty("basedir", "")).toAbsolutePath();

    private static final boolean UPDATE = Boolean.getBoolean("docs.update");

    /**
     * A part of a page.
     *
     * @param start the index of its first line
     * @param end the index after its last line
     */
    record Part(int start, int end) {}

    public Page {
        lines = List.copyOf(lines);
    }

    /** The page as it is committed. */
    public static Page read(String name) {
        try {
            return new Page(name, Files.readAllLines(HOME.resolve(name)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Every page: those beside README.md, and those under docs. */
    static List<Page> all() {
        try (Stream<Path> top = Files.list(HOME);
                Stream<Path> docs = Files.walk(HOME.resolve("docs"))) {
            return Stream.concat(top, docs)
                    .filter(path -> path.toString().endsWith(".md"))
                    .map(path -> HOME.relativize(path).toString().replace('\\', '/'))
                    .sorted()
                    .map(Page::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The names of the marked parts, in order: what stands between {@code <!-- begin: NAME -->} and its end. */
    List<String> marks() {
        return lines.stream()
                .filter(line -> line.startsWith("<!-- begin: "))
                .map(line -> line.substring("<!-- begin: ".length(), line.length() - " -->".length()))
                .toList();
    }

    /** The part between the marks of a name. */
    Part marked(String mark) {
        int begin = lines.indexOf("<!-- begin: " + mark + " -->");
        int end = lines.indexOf("<!-- end: " + mark + " -->");
        assertThat(begin).as("%s: the line <!-- begin: %s -->", name, mark).isNotNegative();
        assertThat(end)
                .as("%s: the line <!-- end: %s --> below its begin", name, mark)
                .isGreaterThan(begin);
        return new Part(begin + 1, end);
    }

    /** The cells of the table between the marks of a name, row by row, without its head. */
    public List<List<String>> table(String mark) {
        Part part = marked(mark);
        return lines.subList(part.start, part.end).stream()
                .filter(line -> line.startsWith("|"))
                .skip(2)
                .map(Page::cells)
                .toList();
    }

    private static List<String> cells(String row) {
        return Arrays.stream(row.substring(1, row.lastIndexOf('|')).split("(?<!\\\\)\\|", -1))
                .map(cell -> cell.strip().replace("\\|", "|"))
                .toList();
    }

    /** This page with other lines in a part of it. */
    Page with(Part part, List<String> content) {
        List<String> changed = new ArrayList<>(lines.subList(0, part.start));
        changed.addAll(content);
        changed.addAll(lines.subList(part.end, lines.size()));
        return new Page(name, changed);
    }

    /** Compares this page with what it should be, or writes it so. */
    void shouldBe(Page made) {
        if (equals(made)) {
            return;
        }
        if (!UPDATE) {
            int line = 0;
            while (line(line).equals(made.line(line))) {
                line++;
            }
            fail(
                    "%s:%d says%n  %s%nand the code makes it%n  %s%n-Ddocs.update=true rewrites the page",
                    name, line + 1, line(line), made.line(line));
        }
        try {
            Files.writeString(HOME.resolve(name), String.join("\n", made.lines) + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String line(int index) {
        return index < lines.size() ? lines.get(index) : "(the end)";
    }
}
